"""A page in the order in which it is read: what was found, what shows no link, what has to wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fibrojournal.analysis.families import Family, Label
from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.insights.cautions import fallen_away
from fibrojournal.insights.labels import FOUND, place_of
from fibrojournal.journal.suspicions import Finding

_FEWEST_BEFORE, _MOST_SAME = 5, 4


@dataclass(frozen=True, slots=True)
class Row:
    """What a page says of one factor in one family: the answer that stands for it, and the rest."""

    lead: Relation
    others: tuple[Relation, ...] = ()

    @property
    def factor(self) -> str:
        """The id of the measure or trigger."""
        return self.lead.answer.question.factor

    @property
    def family(self) -> Family:
        """Whether it came before the outcome, or on its day."""
        return self.lead.answer.question.family

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All its answers, the one that stands for it first."""
        return (self.lead, *self.others)

    @property
    def is_found(self) -> bool:
        """Tell whether it has a label that says more than that there is none."""
        return self.lead.label in FOUND

    @property
    def is_asked(self) -> bool:
        """Tell whether it had a number and a label at the last milestone."""
        return self.lead.label is not Label.NOT_ENOUGH_DAYS


@dataclass(frozen=True, slots=True)
class Ranked:
    """A page's rows. Those of `before` and `same` stand first, in the order of the labels."""

    before: tuple[Row, ...]
    """What came before the outcome: links, or those that show none most surely."""
    same: tuple[Row, ...]
    """What goes together with it on the same day."""
    more: tuple[Row, ...]
    """All further rows, those with too few days last."""
    aside: tuple[Row, ...]
    """What the person would rather not see."""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no number to show yet."""
        return not any(row.is_asked for row in (*self.before, *self.same, *self.more, *self.aside))


def finding_of(relation: Relation) -> Finding:
    """Return the question of a relation, as a journal names it."""
    question = relation.answer.question
    return Finding(question.outcome, question.factor, question.lag)


def is_news(relation: Relation) -> bool:
    """Tell whether a link is new since the milestone before the last, or has fallen away."""
    is_new = relation.label in FOUND and relation.previous not in (None, *FOUND)
    return is_new or fallen_away(relation)


def ranked(page: Page, dismissed: frozenset[Finding] = frozenset()) -> Ranked:
    """Put a page in order: a row a factor and family, by label and then by size."""
    rows = sorted(_rows(page.relations), key=_rank)
    aside = tuple(row for row in rows if is_aside(row, dismissed))
    seen = [row for row in rows if row not in aside]
    before = [row for row in seen if row.family is Family.BEFORE and row.is_asked]
    links = [row for row in before if _stands_first(row)]
    rest = [row for row in before if not _stands_first(row)]
    links += rest[: max(_FEWEST_BEFORE - len(links), 0)]
    same = [row for row in seen if row.family is Family.SAME and _stands_first(row)][:_MOST_SAME]
    first = (*links, *same)
    return Ranked(tuple(links), tuple(same), tuple(r for r in seen if r not in first), aside)


def is_aside(row: Row, dismissed: frozenset[Finding]) -> bool:
    """Tell whether a row has been put aside: all that was found of it, and something was."""
    found = to_dismiss(row)
    return bool(found) and dismissed.issuperset(found)


def to_dismiss(row: Row) -> tuple[Finding, ...]:
    """Return what is put aside with a row: all its links, now or at the milestone before."""
    return tuple(finding_of(one) for one in row.relations if one.label in FOUND or fallen_away(one))


def _rows(relations: Iterable[Relation]) -> list[Row]:
    groups: dict[tuple[str, Family], list[Relation]] = {}
    for one in relations:
        question = one.answer.question
        groups.setdefault((question.factor, question.family), []).append(one)
    return [_row(group) for group in groups.values()]


def _row(relations: list[Relation]) -> Row:
    """Let the surest label stand for a factor; of the same ones the larger effect.

    Of "no clear link" and "none that matters" the former stands for it: it says less.
    """
    first, *rest = sorted(relations, key=place_of)
    return Row(first, tuple(rest))


def _rank(row: Row) -> tuple[int, float]:
    """Sort links by size, what shows none by how sure that is, the rest by how near it is."""
    place, size = place_of(row.lead)
    answer = row.lead.answer
    if not row.is_asked:
        return place, answer.days_needed if answer.days_needed is not None else float("inf")
    if not row.is_found and answer.estimate is not None:
        return place, answer.estimate.detectable
    return place, size


def _stands_first(row: Row) -> bool:
    return row.is_asked and (row.is_found or fallen_away(row.lead))
