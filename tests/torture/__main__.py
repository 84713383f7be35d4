"""Run tortures: `python -m tests.torture [NAME ...] [--tries N]`; without names, all of them.

Ends with 1 where anything was damaged, lost, torn, hung or met an error that nobody expected.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterable

from tests.torture import outcome
from tests.torture.outcome import Outcome

Torture = Callable[[int], Iterable[Outcome]]


def _tortures() -> dict[str, tuple[int, Torture]]:
    """Return each torture with how often it tries by default."""
    from tests.torture import disks, fuzz, keys, kills, merges

    return {
        "kills": (150, kills.run),
        "disks": (60, disks.run),
        "fuzz": (10_000, fuzz.run),
        "keys": (100_000, keys.run),
        "merges": (300, merges.run),
    }


def main() -> int:
    known = _tortures()
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(known)}")
    parser.add_argument("--tries", type=int, help="how often each kind is tried")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in known]
    if unknown:
        parser.error(f"no such torture: {', '.join(unknown)}")
    os.umask(0o077)
    with tempfile.TemporaryDirectory() as home:
        os.environ["FIBROJOURNAL_HOME"] = home  # nothing here touches a journal of one's own
        faults = sum(_run(name, *known[name], chosen.tries) for name in chosen.names or known)
    print(f"{faults} faults in all")
    return 1 if faults else 0


def _run(name: str, usual: int, torture: Torture, tries: int | None) -> int:
    outcomes = []
    for one in torture(tries or usual):
        print(one.line(), flush=True)
        outcomes.append(one)
    print(f"written to {outcome.write(name, outcomes)}", flush=True)
    return sum(len(one.faults) for one in outcomes)


if __name__ == "__main__":
    raise SystemExit(main())
