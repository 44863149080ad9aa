# SPDX-License-Identifier: Apache-2.0
"""`dataclass` as in the standard library, made in a tenth of its time.

Python writes and compiles half a dozen functions for each class that is declared, 0.4 ms in Python
3.11. With some two hundred kinds of records that was a fifth of the time until a workspace stood on
the screen, and most of them are not needed for its first page. Here `__init__` is written when the
first record of a class is made, and the others are one function for all classes. `fields`,
`replace`, `is_dataclass`, `match` and `inspect.signature` find what they find in the library's.
"""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Callable, Sequence
from operator import attrgetter
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, TypeVar, cast

R = TypeVar("R")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        kind: type | None = None,
        /,
        *,
        frozen: bool = False,
        slots: bool = False,
        repr: bool = True,  # noqa: A002 - as the library names it
    ) -> Any:
        """Give a class what its fields ask for; the arguments are those of `dataclasses`."""

        def given(kind: type) -> type:
            return _made(kind, frozen, slots, repr)

        return given if kind is None else given(kind)


def _made(kind: type, frozen: bool, slots: bool, with_repr: bool) -> type:
    own = set(vars(kind))
    if kind.__doc__ is None:
        # The library would work out a signature to say it there.
        kind.__doc__ = kind.__name__
    found = _fields_of(kind)
    made = _slotted(kind, found) if slots else kind
    fields = tuple(found.values())
    compared = _values(tuple(field.name for field in fields if field.compare))
    given: dict[str, Any] = {
        "__dataclass_fields__": found,
        "__match_args__": tuple(found),
        "__init__": _Init(made, frozen),
    }
    if with_repr:
        given["__repr__"] = _repr
    given["__eq__"] = _equality(compared)
    given["__hash__"] = _hashing(compared) if frozen else None
    for name, what in given.items():
        if name not in own:
            setattr(made, name, what)
    if frozen:
        _freeze(made, frozenset(field.name for field in fields))
    return made


def make_all(kind: type[R], columns: Sequence[Sequence[Any]]) -> list[R]:
    """Records of many rows, given column by column with a value for every field.

    Where nothing is looked at when one is made, it needs no `__init__`: that is not written for
    kinds that are only read, and many rows take less time.
    """
    fields = dataclasses.fields(cast("Any", kind))
    places: list[Any] = [getattr(kind, field.name, None) for field in fields]
    plainly = all(isinstance(place, MemberDescriptorType) for place in places)
    if not plainly or hasattr(kind, "__post_init__"):
        return list(map(kind, *columns))
    made = [kind.__new__(kind) for _ in columns[0]]
    for place, values in zip(places, columns, strict=True):
        deque(map(place.__set__, made, values), maxlen=0)
    return made


def _fields_of(kind: type) -> dict[str, Any]:
    """The class's fields after those it inherits, as the library describes them.

    Its own reading takes each declaration apart twice, to tell fields from what is none of ours:
    here every declaration of a class is a field.
    """
    found: dict[str, Any] = {}
    for base in kind.__mro__[:0:-1]:
        found.update(vars(base).get("__dataclass_fields__", {}))
    for name, declared in getattr(kind, "__annotations__", {}).items():
        default = vars(kind).get(name, dataclasses.MISSING)
        one: Any = default
        if not isinstance(default, dataclasses.Field):
            one = dataclasses.field(default=default)
        elif one.default is not dataclasses.MISSING:
            setattr(kind, name, one.default)
        else:
            delattr(kind, name)
        one.name, one.type, one._field_type = name, declared, _FIELD
        if one.kw_only is dataclasses.MISSING:
            one.kw_only = False
        found[name] = one
    return found


def _slotted(kind: type, fields: dict[str, Any]) -> type:
    """The class once more, with a place for each field that no base has a place for."""
    taken = {name for base in kind.__mro__[1:-1] for name in vars(base).get("__slots__", ())}
    given = {name: what for name, what in vars(kind).items() if name not in fields}
    for name in ("__dict__", "__weakref__"):
        given.pop(name, None)
    given["__slots__"] = tuple(name for name in fields if name not in taken)
    made = type(kind)(kind.__name__, kind.__bases__, given)
    made.__qualname__ = kind.__qualname__
    return made


@dataclasses.dataclass
class _Told:
    """A class of the library's, to see by what it knows a field."""

    field: None


_FIELD: Any = dataclasses.fields(_Told)[0]._field_type  # type: ignore[attr-defined]


class _Init:
    """Stands for a class's `__init__` until somebody asks for it."""

    def __init__(self, kind: type, frozen: bool) -> None:
        self._kind = kind
        self._frozen = frozen

    def __get__(self, record: object | None, _kind: type | None = None) -> Callable[..., None]:
        init = _written(self._kind, self._frozen)
        self._kind.__init__ = init  # type: ignore[misc]
        return init if record is None else init.__get__(record)


def _written(kind: type, frozen: bool) -> Callable[..., None]:
    """`__init__` as text, compiled; nothing but names of our own fields stands in it."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_none": dataclasses.MISSING}
    order, lines = ["self"], []
    for field in dataclasses.fields(kind):
        name, value = field.name, field.name
        if field.kw_only or not field.init:
            raise TypeError(f"{kind.__name__}.{name}: fields by name alone are not made here")
        if field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            value = f"_make_{name}() if {name} is _none else {name}"
            order.append(f"{name}=_none")
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            order.append(f"{name}=_default_{name}")
        else:
            order.append(name)
        lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    text = f"def __init__({', '.join(order)}):\n " + "\n ".join(lines or ["pass"])
    exec(text, known)  # noqa: S102 - as the library does
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    init.__module__ = kind.__module__
    return init


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of these fields, always as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def _equality(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[object, object], bool]:
    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    return __eq__


def _hashing(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[object], int]:
    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


@recursive_repr()
def _repr(self: Any) -> str:
    told = (
        f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr
    )
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _freeze(kind: type, names: frozenset[str]) -> None:
    """Refuse every change of a field, and of anything in a record of this very class."""

    def __setattr__(self: object, name: str, value: object) -> None:  # noqa: N807
        if type(self) is kind or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    def __delattr__(self: object, name: str) -> None:  # noqa: N807
        if type(self) is kind or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    kind.__setattr__ = __setattr__  # type: ignore[method-assign, assignment]
    kind.__delattr__ = __delattr__  # type: ignore[method-assign, assignment]
