"""Figures of one run: cases measured in turn, medians with their spread, ratios, targets.

A machine that others share drifts, so cases run interleaved in shuffled rounds and only ratios
within one run are judged; milliseconds are printed for orientation.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import random
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

BUILD = Path(__file__).parent.parent / "build" / "bench"

Measured = Mapping[str, float]


def interleaved(
    cases: Mapping[str, Callable[[], Measured]], rounds: int, *, warm: int = 1, seed: int = 1
) -> dict[str, dict[str, list[float]]]:
    """Run every case once a round, in shuffled order; return quantity -> case -> values."""
    order = random.Random(seed)
    found: dict[str, dict[str, list[float]]] = {}
    for turn in range(warm + rounds):
        names = list(cases)
        order.shuffle(names)
        for name in names:
            gc.collect()
            measured = cases[name]()
            if turn < warm:
                continue
            for quantity, value in measured.items():
                found.setdefault(quantity, {case: [] for case in cases})[name].append(value)
    return {
        quantity: {case: values for case, values in by_case.items() if values}
        for quantity, by_case in found.items()
    }


@dataclass(frozen=True, slots=True)
class Target:
    """The most that a case may take: a multiple of another case, or a plain number."""

    case: str
    limit: float
    against: str | None = None

    def reached(self, table: Table) -> float:
        """Return what the case came to, in the unit of the limit."""
        value = statistics.median(table.values[self.case])
        if self.against is None:
            return value
        return value / statistics.median(table.values[self.against])

    def line(self, table: Table) -> str:
        """Write the target, the value and whether it is met."""
        reached = self.reached(table)
        verdict = "met" if reached <= self.limit else "NOT MET"
        if self.against is None:
            return f"  {self.case}: {reached:.3g} {table.unit}, target {self.limit:g}: {verdict}"
        return f"  {self.case}: {reached:.2f} x {self.against}, target {self.limit:g}: {verdict}"


@dataclass(frozen=True, slots=True)
class Table:
    """One quantity of several cases. `base` is the case that the ratios are taken to."""

    name: str
    title: str
    unit: str
    values: Mapping[str, Sequence[float]]
    base: str
    targets: tuple[Target, ...] = ()
    load: float = field(default_factory=lambda: os.getloadavg()[0])

    def text(self) -> str:
        """Write the table as people read it."""
        width = max(map(len, self.values))
        base = statistics.median(self.values[self.base])
        head = f"{'case':<{width}} {'n':>4} {'median':>9} {'min':>9} {'max':>9} {'ratio':>7}"
        lines = [f"\n{self.title}   [load {self.load:.2f}]", f"{head}   ({self.unit})"]
        for case, values in self.values.items():
            median = statistics.median(values)
            lines.append(
                f"{case:<{width}} {len(values):>4} {median:>9.3f} {min(values):>9.3f} "
                f"{max(values):>9.3f} {median / base:>7.2f}"
            )
        return "\n".join([*lines, *(target.line(self) for target in self.targets)])

    def data(self) -> dict[str, object]:
        """Return the table as JSON would hold it, with every single value."""
        return {
            "name": self.name,
            "title": self.title,
            "unit": self.unit,
            "base": self.base,
            "load": self.load,
            "values": {case: list(values) for case, values in self.values.items()},
            "targets": [
                {
                    "case": target.case,
                    "against": target.against,
                    "limit": target.limit,
                    "reached": target.reached(self),
                }
                for target in self.targets
            ],
        }


def write(benchmark: str, tables: Sequence[Table]) -> Path:
    """Write the tables of one benchmark to `build/bench/NAME.json` and return the file."""
    path = BUILD / f"{benchmark}.json"
    content = {
        "benchmark": benchmark,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "tables": [table.data() for table in tables],
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return path
