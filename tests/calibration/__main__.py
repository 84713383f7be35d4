"""Measure error rates on made-up people: `python -m tests.calibration [NAME ...] [--diaries N]`.

Without names, all. The tables are Markdown, and stand in `docs/statistics.md`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable

from tests.calibration.table import Table

Calibration = Callable[[int], Iterable[Table]]


def _calibrations() -> dict[str, Calibration]:
    from tests.calibration import (
        beside,
        experiments,
        following,
        intervals,
        looking,
        networks,
        real_diary,
        relations,
        spans,
        tried,
    )

    return {
        "unrelated": relations.unrelated,
        "found": relations.found,
        "suspects": relations.suspects,
        "tried": tried.run,
        "looking": looking.run,
        "everywhere": looking.everywhere,
        "intervals": intervals.run,
        "pages": beside.pages,
        "whole-day": beside.whole_day,
        "networks": networks.run,
        "following": following.run,
        "real-diary": real_diary.run,
        "spans": spans.run,
        "experiments": experiments.run,
    }


def main() -> None:
    known = _calibrations()
    parser = argparse.ArgumentParser(prog="python -m tests.calibration", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(known)}")
    parser.add_argument("--diaries", type=int, default=300, help="diaries a setting (300)")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in known]
    if unknown:
        parser.error(f"no such calibration: {', '.join(unknown)}")
    for name in chosen.names or known:
        for table in known[name](chosen.diaries):
            print(table.text(), flush=True)


if __name__ == "__main__":
    main()
