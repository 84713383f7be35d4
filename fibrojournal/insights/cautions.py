"""What to bear in mind about one result."""

from __future__ import annotations

from collections.abc import Iterator

from fibrojournal.analysis.answers import Answer
from fibrojournal.analysis.families import Label
from fibrojournal.analysis.milestones import last_milestones
from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.analysis.triggers import EVENTS_FOR_MORE_THAN_EARLY
from fibrojournal.insights.labels import FOUND, label_word
from fibrojournal.insights.names import noun
from fibrojournal.insights.record import Record
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, plural, sentence_case

EARLY, VERY_EARLY = 180, 60
"""Days of a diary before which effects that are found are too large, and much so."""


def notes(questions: Questions, page: Page, relation: Relation, day: int) -> tuple[str, ...]:
    """Say what to bear in mind about a relation, as of a day of the diary."""
    return tuple(_notes(questions, page, relation, day))


def late_words(record: Record, answer: Answer) -> str:
    """Say that many of the days were noted late, if they were; else nothing."""
    asked = answer.question
    if answer.estimate is None or record.late_days(asked.factor, asked.outcome) * 3 < answer.n:
        return ""
    return _("Many of these days were noted late, when memory has a say.")


def fallen_away(relation: Relation) -> bool:
    """Tell whether it was found at the look before, and at the last one was looked for in vain."""
    return relation.previous in FOUND and relation.label in (Label.NONE, Label.NEGLIGIBLE)


def _notes(questions: Questions, page: Page, relation: Relation, day: int) -> Iterator[str]:
    if fallen_away(relation) and relation.previous is not None and page.milestone is not None:
        before = last_milestones(page.milestone)[1]
        yield _(
            "On day {day} the label was: {label}. It has fallen away since, as chance findings do,"
            " and now and then real ones."
        ).format(day=before, label=label_word(relation.previous, before))
    if relation.answer.estimate is None:
        return
    if relation.already_worse_before:
        yield _(
            "{outcome} was worse already the day before, so it may just seem to follow."
        ).format(outcome=sentence_case(noun(questions, relation.answer.question.outcome)))
    if relation.label in FOUND:
        yield from _of_found(questions, relation, day)


def _of_found(questions: Questions, relation: Relation, day: int) -> Iterator[str]:
    answer = relation.answer
    is_trigger = questions.measure(answer.question.factor) is None
    if is_trigger and answer.n_high < EVENTS_FOR_MORE_THAN_EARLY:
        yield plural(
            "With {n} day of it, this is early: a few more may change the picture.",
            "With {n} days of it, this is early: a few more may change the picture.",
            answer.n_high,
        )
    weaker = (*FOUND[FOUND.index(relation.label) + 1 :], Label.NONE, Label.NEGLIGIBLE)
    if answer.label in weaker:
        yield _("Newer days show it less clearly; the next set day tells.")
    if day <= VERY_EARLY:
        yield _("Early numbers are often too large, by about half in the first two months.")
    elif day < EARLY:
        yield _("Early numbers are often too large.")
