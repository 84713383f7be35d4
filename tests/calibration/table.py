"""Tables of what was measured, as Markdown, for `docs/statistics.md` to hold as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan


@dataclass(frozen=True)
class Table:
    """A title, the names of the columns, and rows of text."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def text(self) -> str:
        """Write it."""
        lines = [_line(self.head), _line("---" for _ in self.head), *map(_line, self.rows)]
        return "\n".join([f"**{self.title}**", "", *lines, ""])


def percent(share: float) -> str:
    """Write a share in percent; a dash where there is nothing to take a share of."""
    return "–" if isnan(share) else f"{100 * share:.2g}" if share < 0.1 else f"{100 * share:.0f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
