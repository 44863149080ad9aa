# SPDX-License-Identifier: Apache-2.0
"""``python -m tests.benchmarks [SUBJECT …] [--quick]``: startup, letters, reports, roadmap, saving,
lists, timeline, reading, press, scale, search, talks, forecasting, or all of them.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys

SUBJECTS = ("startup", "letters", "reports", "roadmap", "saving", "lists", "timeline", "reading")
# Subjects that count how often they are right.
ACCURACY = ("forecasting",)
# Subjects that print their own tables.
OWN_TABLES = (*ACCURACY, "press", "scale", "search", "talks")


def main(argv: list[str] | None = None) -> int:
    """Measure the subjects named, or all, and print one table for each."""
    known = (*SUBJECTS, *OWN_TABLES)
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(known))
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller sizes")
    parser.add_argument("--only", nargs="+", default=(), metavar="PAGE", help="pages of scale")
    chosen = parser.parse_args(argv)
    unknown = set(chosen.subjects) - set(known)
    if unknown:
        parser.error(f"no such subject: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.benchmarks.measure import table

    for subject in chosen.subjects or known:
        module = importlib.import_module(f"tests.benchmarks.{subject}")
        print(f"\n{subject}: {module.__doc__.splitlines()[0]}", flush=True)
        if subject == "scale":
            print(module.report(chosen.quick, chosen.only), flush=True)
        elif subject in OWN_TABLES:
            print(module.report(chosen.quick), flush=True)
        else:
            print(table(module.measure(chosen.quick)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
