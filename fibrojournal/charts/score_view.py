"""The scores of check-ins over time, before they are drawn: points, axis, words, table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fibrojournal.journal.check_in_measures import CHECK_IN_BY_ID, GAD2, OVERALL_CHANGE, PHQ2, PSD
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.scoring import Distress
from fibrojournal.text import N_, _, long_date, plain_number, with_year

CAUTION = N_("A difference between two points says little; look at the line over several.")


@dataclass(frozen=True, slots=True)
class Score:
    """One kind of score: its axis, and the words beside it at heights of that axis."""

    id: str
    name: str
    low: int
    high: int
    ticks: tuple[int, ...]
    words: tuple[tuple[float, str], ...] = ()

    @property
    def measure(self) -> Measure:
        """The measure whose values it draws."""
        return CHECK_IN_BY_ID[self.id]

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.name)


_BANDS = [*(one.value for one in Distress), 32]
SCORES: tuple[Score, ...] = (
    Score(
        PSD,
        N_("Check-ins, areas plus severity"),
        0,
        31,
        (0, 4, 8, 12, 20, 31),
        tuple(
            ((low + high) / 2, one.word)
            for one, low, high in zip(Distress, _BANDS, _BANDS[1:], strict=False)
        ),
    ),
    Score(PHQ2, N_("Mood, PHQ-2"), 0, 6, (0, 2, 4, 6), ((0, N_("not at all")),)),
    Score(GAD2, N_("Worry, GAD-2"), 0, 6, (0, 2, 4, 6), ((0, N_("not at all")),)),
    Score(
        OVERALL_CHANGE,
        N_("Overall change"),
        1,
        7,
        (1, 4, 7),
        ((1, N_("better")), (4, N_("no change")), (7, N_("worse"))),
    ),
)


@dataclass(frozen=True, slots=True)
class ScoreView:
    """All that one kind of score shows, says and lists; with at least one point."""

    score: Score
    points: tuple[tuple[date, float], ...]
    """By date, the oldest first."""

    @property
    def sentence(self) -> str:
        """What the points are, in one sentence."""
        values = [value for _day, value in self.points]
        count, low, high = len(values), plain_number(min(values)), plain_number(max(values))
        if count == 1:
            return _("{score}: {value} on {day}. A second one makes a line.").format(
                score=self.score.label, value=low, day=long_date(self.points[0][0])
            )
        if low == high:
            return _("{score}: {count} times, {value} each time.").format(
                score=self.score.label, count=count, value=low
            )
        return _("{score}: {count} times, between {low} and {high}.").format(
            score=self.score.label, count=count, low=low, high=high
        )

    @property
    def detail(self) -> str:
        """What to keep in mind."""
        axis = _("{low} to {high}.").format(low=self.score.low, high=self.score.high)
        return axis if len(self.points) == 1 else f"{axis} {_(CAUTION)}"

    @property
    def headers(self) -> tuple[str, ...]:
        """The headings of the table."""
        return _("Day"), self.score.label

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The table, newest first."""
        return tuple(
            (
                with_year(long_date(day), day),
                self.score.measure.spoken(value),
            )
            for day, value in reversed(self.points)
        )


def before_words(earlier: Sequence[float]) -> str:
    """Say where the sums before this one lay; nothing before the first."""
    if not earlier:
        return ""
    low, high = plain_number(min(earlier)), plain_number(max(earlier))
    if len(earlier) == 1:
        return _("The one before was {low}.").format(low=low)
    if low == high:
        return _("The {n} before were {low} each.").format(n=len(earlier), low=low)
    return _("The {n} before lay between {low} and {high}.").format(
        n=len(earlier), low=low, high=high
    )
