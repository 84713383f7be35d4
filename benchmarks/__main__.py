"""Run benchmarks: `python -m benchmarks [NAME ...] [--rounds N]`; without names, all of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from benchmarks import figures

Benchmark = Callable[[int], Sequence[figures.Table]]


def _benchmarks() -> dict[str, tuple[int, Benchmark]]:
    """Return each benchmark with its usual number of rounds."""
    from benchmarks import analysing, drawing, every_chart, reading, saving, starting

    return {
        "start": (15, starting.start),
        "years": (15, starting.years),
        "background": (9, starting.background),
        "memory": (5, starting.memory),
        "answer": (9, starting.answer),
        "busy": (5, starting.busy),
        "save": (15, saving.save),
        "read": (15, reading.read),
        "chart": (15, drawing.chart),
        "redraw": (21, drawing.redraw),
        "charts": (9, every_chart.charts),
        "analyse": (9, analysing.analyse),
    }


def main() -> None:
    known = _benchmarks()
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(known)}")
    parser.add_argument("--rounds", type=int, help="how often each case runs")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in known]
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    figures.BUILD.mkdir(parents=True, exist_ok=True)
    for name in chosen.names or known:
        rounds, benchmark = known[name]
        tables = benchmark(chosen.rounds or rounds)
        for table in tables:
            print(table.text(), flush=True)
        print(f"written to {figures.write(name, tables)}")


if __name__ == "__main__":
    main()
