"""What came of one kind of torture: how often, and what went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

BUILD = Path(__file__).parent.parent.parent / "build" / "torture"
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """One kind of torture. `details` are counts that say how hard it was."""

    name: str
    tries: int
    faults: Sequence[str] = ()
    details: Mapping[str, float | int | str] = field(default_factory=dict)

    def line(self) -> str:
        """Write it in a line, and below it the first faults."""
        details = ", ".join(f"{name} {value}" for name, value in self.details.items())
        head = f"{self.name}: {self.tries} tries, {len(self.faults)} faults; {details}"
        shown = [f"    {fault}" for fault in self.faults[:_SHOWN]]
        return "\n".join([head, *shown])


def write(part: str, outcomes: Sequence[Outcome]) -> Path:
    """Write outcomes to `build/torture/PART.json` and return the file."""
    BUILD.mkdir(parents=True, exist_ok=True)
    path = BUILD / f"{part}.json"
    content = [
        {
            "name": outcome.name,
            "tries": outcome.tries,
            "faults": list(outcome.faults),
            "details": dict(outcome.details),
        }
        for outcome in outcomes
    ]
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return path
