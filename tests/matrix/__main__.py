# SPDX-License-Identifier: Apache-2.0
"""The matrix of files: what the desk makes of each file of the shared data.

    python -m tests.matrix [KIND …]        print the table of all kinds, or of some
    python -m tests.matrix --write KIND    write outcomes/KIND.tsv anew, to be looked at

Each line is one file: format found, verdict against ``tests/matrix/outcomes/KIND.tsv`` ("read
right", "refused rightly", "WRONG", "not listed"), cells, periods, what the oracle makes of it
where it is installed, and the sentence of the refusal or the warnings. Ends with 1 when anything
is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from tests.matrix.kinds import KINDS, Kind
from tests.matrix.reader import expected, outcome, verdict, written
from tests.oracles.views import view


def main(argv: list[str] | None = None) -> int:
    """Print the table; 1 when a file is read wrongly."""
    parser = argparse.ArgumentParser(prog="python -m tests.matrix", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(k.name for k in KINDS))
    parser.add_argument("--write", action="store_true", help="write the outcomes anew")
    chosen = parser.parse_args(argv)
    unknown = set(chosen.kinds) - {kind.name for kind in KINDS}
    if unknown:
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    tally: Counter[str] = Counter()
    for kind in KINDS:
        if chosen.kinds and kind.name not in chosen.kinds:
            continue
        if chosen.write:
            written(
                kind.name,
                {path.name: outcome(path.read_bytes(), path.name)[1] for path in kind.shared()},
            )
        tally.update(tell(kind))
    print("\n" + ", ".join(f"{count} {what}" for what, count in sorted(tally.items())))
    return 1 if tally["WRONG"] else 0


def tell(kind: Kind) -> list[str]:
    """Print the lines of one kind; the verdicts."""
    files = kind.shared()
    print(f"\n{kind.name}: {len(files)} files")
    verdicts = []
    for path in files:
        found, one = outcome(path.read_bytes(), path.name)
        verdicts.append(verdict(one, expected(kind.name).get(path.name)))
        print(
            f"  {path.name[:38]:<38} {found:<12} {verdicts[-1]:<15} {one.tables:<24} "
            f"{one.numbers:>7} numbers {one.missing:>5} missing  {one.periods:<28} "
            f"oracle: {view(path, kind.name, one):<24} {one.words}"
        )
    return verdicts


if __name__ == "__main__":
    sys.exit(main())
