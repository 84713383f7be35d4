"""What every chart has in common: the numbers that its picture, its words and its table share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.layout import Boxes, Frame
    from fibrojournal.charts.style import Look


@dataclass(frozen=True, slots=True)
class Table:
    """The same numbers in rows of text, in reading order."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    days: tuple[date, ...] = ()
    """The day of each row, where rows are days that can be opened."""


class Drawn(NamedTuple):
    """Where a chart was drawn, in pixels from the lower left corner of its figure."""

    marks: Boxes
    """What can be pointed at, in reading order; a mark without width is a line from top to bottom.
    """
    frames: tuple[Frame, ...] = ()
    """Where days run from left to right, the upper one first; none where nothing does so."""
    row: int = 0
    """About how many marks a row holds, where Up and Down go from row to row; else 0."""
    leap: int = 30
    """How many marks a page key passes over."""


class View(ABC):
    """A chart before it is drawn: a frozen record that shows, says and lists the same numbers.

    `sentence`, `detail` and `description` are its fields, all else it works out.
    """

    __slots__ = ()

    sentence: str
    """What it shows, in words: it stands above the picture."""
    detail: str
    """How sure that is, and how many days stand behind it; may be empty."""
    description: str
    """For screen readers: what the picture says, without needing it."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the chart is, in a few words."""

    @property
    @abstractmethod
    def is_empty(self) -> bool:
        """Whether there is nothing to draw: then the sentence stands alone."""

    @abstractmethod
    def height(self, width: float, scale: float) -> int:
        """Return how high the picture should be at a width, both in px; `scale` is that of text."""

    @abstractmethod
    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure; `style.parameters(look)` are in force."""

    @abstractmethod
    def read_out(self, at: int) -> str:
        """Put the mark of that number into words."""

    @abstractmethod
    def table(self) -> Table:
        """List all that is drawn."""

    def compact(self) -> View:
        """Return what of it a narrow column has room for; all of it, unless a chart has parts."""
        return self

    @property
    def option(self) -> str:
        """The id of the option that it shows, for charts that offer some."""
        return ""

    @property
    def opens_days(self) -> bool:
        """Whether marks and rows of the table are days."""
        return False

    def day_at(self, at: int) -> date | None:
        """Return the day that a mark stands for, if it is one."""
        return None
