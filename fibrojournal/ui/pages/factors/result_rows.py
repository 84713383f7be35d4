"""An outcome's page as rows: what each says to the eye, to a reader, and in a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from fibrojournal.analysis.answers import ROWS_NEEDED
from fibrojournal.analysis.families import Label
from fibrojournal.analysis.milestones import next_milestone
from fibrojournal.analysis.pages import Page
from fibrojournal.analysis.triggers import EVENTS_NEEDED
from fibrojournal.charts.lag_view import signed
from fibrojournal.insights.cautions import fallen_away
from fibrojournal.insights.labels import label_word
from fibrojournal.insights.page_words import are_too_alike, summary
from fibrojournal.insights.ranking import Ranked, Row, finding_of, ranked
from fibrojournal.insights.record import Record
from fibrojournal.insights.spoken import spoken
from fibrojournal.insights.timing import when
from fibrojournal.insights.words import Told, told
from fibrojournal.journal.suspicions import Finding
from fibrojournal.text import _, number
from fibrojournal.ui.pages.factors.marks import Marked
from fibrojournal.ui.widgets.effect_axis import Interval, reach_of
from fibrojournal.ui.widgets.effect_list import EffectRow
from fibrojournal.ui.widgets.text_table import Texts

MOST_WAITING = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """A page of an outcome as it was computed, with all that its words need."""

    record: Record
    page: Page
    marks: Mapping[str, Marked]

    def ranked(self, dismissed: frozenset[Finding]) -> Ranked:
        """Put its results in order."""
        return ranked(self.page, dismissed)

    def summary(self, dismissed: frozenset[Finding]) -> str:
        """Say what stands out, of what was not put aside."""
        kept = tuple(one for one in self.page.relations if finding_of(one) not in dismissed)
        return summary(self.record, replace(self.page, relations=kept))

    @property
    def is_too_alike(self) -> bool:
        """Tell whether it is differences that are wanting, not days."""
        return are_too_alike(self.record.questions, self.page)

    @property
    def next_look(self) -> str:
        """Say when what has enough days by then is looked at."""
        day = self.record.day
        return _("Your journal is on day {day}; the next look is on day {next}.").format(
            day=day, next=next_milestone(day)
        )

    def told(self, row: Row) -> Told:
        """Put what stands for a row into words."""
        return told(self.record, self.page, row.lead)


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows under headings; `rows` has None where `effects` has a heading."""

    effects: tuple[EffectRow, ...]
    rows: tuple[Row | None, ...]
    reach: int

    def place_of(self, key: tuple[str, object] | None) -> int:
        """Return where a row stands by its factor and family.

        Where it is not there, that of the first link, else of the first row, else -1.
        """
        rows = [(at, row) for at, row in enumerate(self.rows) if row is not None]
        places = (
            *(at for at, row in rows if (row.factor, row.family) == key),
            *(at for at, row in rows if row.is_found),
            *(at for at, _row in rows),
        )
        return next(iter(places), -1)


def listed(seen: Seen, ranked: Ranked, *, with_more: bool, with_aside: bool) -> Listed:
    """Lay rows out under headings."""
    groups = [
        (_("What came before"), ranked.before),
        (_("What goes together on the same day"), ranked.same),
    ]
    if ranked.is_empty:
        waiting = _waiting(seen, ranked)
        groups = [("", waiting if with_more else waiting[:MOST_WAITING])]
    elif with_more:
        groups.append((_("More"), ranked.more))
    if with_aside:
        groups.append((_("Put aside"), ranked.aside))
    effects: list[EffectRow] = []
    rows: list[Row | None] = []
    for title, group in groups:
        if group and title:
            effects.append(EffectRow(title))
            rows.append(None)
        effects += [_effect(seen, row) for row in group]
        rows += group
    found = (effect.interval for effect in effects if effect.is_found)
    return Listed(tuple(effects), tuple(rows), reach_of(one for one in found if one))


def folded(seen: Seen, ranked: Ranked) -> int:
    """Count the rows that stand behind "more"."""
    if ranked.is_empty:
        return max(len(_waiting(seen, ranked)) - MOST_WAITING, 0)
    return len(ranked.more)


def table(seen: Seen, listed: Listed) -> tuple[tuple[str, ...], tuple[Texts, ...]]:
    """Write the same rows as a table, every answer in its own row."""
    headings = (_("What"), _("Points"), _("Days"), _("How sure"))
    texts = (
        (
            _("{what}, {when}").format(what=cells.what, when=cells.when),
            _("{points}, likely {low} to {high}").format(
                points=cells.points, low=cells.low, high=cells.high
            )
            if cells.points
            else None,
            cells.days,
            cells.label,
        )
        for cells in _cells(seen, listed)
    )
    return headings, tuple(texts)


def as_text(seen: Seen, listed: Listed) -> str:
    """Write the table as lines with a tab after each cell, as spreadsheets take it."""
    headings = (
        _("What"),
        _("When"),
        _("Points"),
        _("Likely from"),
        _("Likely to"),
        _("Days"),
        _("How sure"),
    )
    return "\n".join("\t".join(line) for line in (headings, *_cells(seen, listed)))


class _Cells(NamedTuple):
    what: str
    when: str
    points: str
    low: str
    high: str
    days: str
    label: str


def _cells(seen: Seen, listed: Listed) -> Iterator[_Cells]:
    questions = seen.record.questions
    rows = (replace(row, lead=one) for row in listed.rows if row for one in row.relations)
    for row in rows:
        asked, said = row.lead.answer.question, seen.told(row)
        found = spoken(questions, row.lead.answer) if row.is_asked else None
        numbers = (found.effect, found.low, found.high) if found is not None else ()
        points, low, high = (signed(one) for one in numbers) if numbers else ("", "", "")
        at = when(questions, asked.factor, asked.outcome, asked.lag)
        yield _Cells(said.title, at, points, low, high, said.days, said.label)


def _waiting(seen: Seen, ranked: Ranked) -> tuple[Row, ...]:
    """Return a row a factor while there is no number at all, the nearest to one first."""
    rows: dict[str, Row] = {}
    for row in ranked.more:
        rows.setdefault(row.factor, row)
    counts = {id: _counted(seen, row) for id, row in rows.items()}

    def still(row: Row) -> float:
        have, need = counts[row.factor]
        return 1 - have / need if need else 1.0

    return tuple(sorted(rows.values(), key=still))


def _effect(seen: Seen, row: Row) -> EffectRow:
    said, mark = seen.told(row), seen.marks[row.factor]
    found = spoken(seen.record.questions, row.lead.answer) if row.is_asked else None
    interval = Interval(found.effect, found.low, found.high) if found is not None else None
    have, need = _counted(seen, row)
    counts = _("{have} of {need} days").format(have=have, need=need) if need else ""
    return EffectRow(
        title=said.title,
        icon=mark.icon,
        factor=mark.factor,
        measure=row.factor,
        under=said.days if row.is_asked else "",
        headline=said.headline if row.is_asked else (counts or said.headline),
        label=_label(seen, row, said),
        dots=said.dots if row.is_found and row.is_asked else None,
        interval=interval,
        is_found=row.is_found,
        pips=(min(have, need), need) if need else None,
        spoken=". ".join(
            part.rstrip(".")
            for part in (said.title, said.label if row.is_found else "", said.sentence)
            if part
        ),
    )


def _label(seen: Seen, row: Row, said: Told) -> str:
    relation, estimate = row.lead, row.lead.answer.estimate
    if not row.is_asked or estimate is None:
        return ""
    if row.is_found:
        return said.label
    if fallen_away(relation) and relation.previous is not None:
        return _("before: {label}").format(label=label_word(relation.previous, None))
    if relation.label is Label.NEGLIGIBLE:
        return _("under half a point")
    return _("under {n} points would not show").format(n=number(estimate.detectable, 1))


def _counted(seen: Seen, row: Row) -> tuple[int, int]:
    """Count the days of what has too few, and how many it takes; 0 where that says nothing."""
    answer = row.lead.answer
    if row.is_asked or answer.estimate is not None:
        return 0, 0
    if seen.record.questions.measure(row.factor) is None and answer.n_high < EVENTS_NEEDED:
        return answer.n_high, EVENTS_NEEDED
    return (answer.n, ROWS_NEEDED) if answer.n < ROWS_NEEDED else (0, 0)
