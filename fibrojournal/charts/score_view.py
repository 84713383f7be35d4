"""The scores of check-ins over time, before they are drawn: points, axis, words, table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fibrojournal.charts import score_marks
from fibrojournal.charts.axis import day_of
from fibrojournal.charts.material import Material, Needs, Option, Scope
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.journal.check_in_measures import CHECK_IN_BY_ID, GAD2, OVERALL_CHANGE, PHQ2, PSD
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.scoring import Distress, distress
from fibrojournal.text import N_, _, long_date, plain_number, short_date, with_year

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.style import Look

CAUTION = N_("A difference between two points says little; look at the line over several.")


@dataclass(frozen=True, slots=True)
class Score:
    """One kind of score: its axis, and the words beside it at heights of that axis."""

    id: str
    name: str
    low: int
    high: int
    ticks: tuple[int, ...]
    color: str
    """The measure whose colour and marker it has."""
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
        "pain",
        tuple(
            ((low + high) / 2, one.word)
            for one, low, high in zip(Distress, _BANDS, _BANDS[1:], strict=False)
        ),
    ),
    Score(PHQ2, N_("Mood, PHQ-2"), 0, 6, (0, 2, 4, 6), "mood", ((0, N_("not at all")),)),
    Score(GAD2, N_("Worry, GAD-2"), 0, 6, (0, 2, 4, 6), "stress", ((0, N_("not at all")),)),
    Score(
        OVERALL_CHANGE,
        N_("Overall change"),
        1,
        7,
        (1, 4, 7),
        "energy_evening",
        ((1, N_("better")), (4, N_("no change")), (7, N_("worse"))),
    ),
)


NEEDS = Needs(tuple(score.id for score in SCORES))


@dataclass(frozen=True, slots=True)
class ScoreView(View):
    """All that one kind of score shows, says and lists."""

    score: Score
    points: tuple[tuple[date, float], ...]
    """By date, the oldest first."""
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return self.score.label

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no check-in yet."""
        return not self.points

    @property
    def option(self) -> str:
        """The id of the score."""
        return self.score.id

    @property
    def opens_days(self) -> bool:
        """Every point is the day of a check-in."""
        return True

    def height(self, width: float, scale: float) -> int:
        """Return how high it should be; the width does not matter."""
        return score_marks.wanted_height(scale)

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is a point."""
        return score_marks.draw(figure, self, look)

    def day_at(self, at: int) -> date:
        """Return the day of a point."""
        return self.points[at][0]

    def read_out(self, at: int) -> str:
        """Say the score of a day, with its word."""
        day, value = self.points[at]
        return _("{day}: {score} {value}.").format(
            day=with_year(long_date(day), day), score=self.score.label, value=self._spoken(value)
        )

    def table(self) -> Table:
        """List every point."""
        rows = tuple(
            (with_year(short_date(day), day), self._spoken(value)) for day, value in self.points
        )
        return Table((_("Day"), self.score.label), rows, tuple(day for day, _value in self.points))

    def _spoken(self, value: float) -> str:
        """Write a score with the word for it: of the answer, or of the band in which it lies."""
        if self.score.id == PSD:
            return _("{sum}, {word}").format(
                sum=plain_number(value), word=distress(int(value)).label
            )
        return self.score.measure.spoken(value)


def score_view(score: Score, points: Sequence[tuple[date, float]]) -> ScoreView:
    """Make the view of one kind of score from its points, by date."""
    if not points:
        sentence = _("The first check-in will stand here.")
        return ScoreView(score, (), sentence, "", sentence)
    sentence = _finding(score, points)
    detail = _("{low} to {high}.").format(low=score.low, high=score.high)
    if len(points) > 1:
        detail = f"{detail} {_(CAUTION)}"
    return ScoreView(score, tuple(points), sentence, detail, f"{sentence} {detail}")


def of_material(material: Material, scope: Scope) -> ScoreView:
    """Show the score that was chosen, else the first that has points, over the whole journal."""
    given = [score for score in SCORES if material.series[score.id].days.size]
    chosen = [score for score in given if score.id == scope.other]
    score = (*chosen, *given, SCORES[0])[0]
    series = material.series[score.id]
    numbers = zip(series.days.tolist(), series.values.tolist(), strict=True)
    return score_view(score, [(day_of(number), value) for number, value in numbers])


def options(material: Material, scope: Scope) -> tuple[Option, ...]:
    """Offer every kind of score that has points."""
    return tuple(
        Option(score.id, score.label) for score in SCORES if material.series[score.id].days.size
    )


def _finding(score: Score, points: Sequence[tuple[date, float]]) -> str:
    values = [value for _day, value in points]
    count, low, high = len(values), plain_number(min(values)), plain_number(max(values))
    if count == 1:
        return _("{score}: {value} on {day}. A second one makes a line.").format(
            score=score.label, value=low, day=long_date(points[0][0])
        )
    if low == high:
        return _("{score}: {count} times, {value} each time.").format(
            score=score.label, count=count, value=low
        )
    return _("{score}: {count} times, between {low} and {high}.").format(
        score=score.label, count=count, low=low, high=high
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
