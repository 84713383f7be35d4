"""How a number was made, step by step and in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from fibrojournal.analysis.answers import Answer, Estimate
from fibrojournal.analysis.families import LIMITS, Family
from fibrojournal.analysis.milestones import next_milestone
from fibrojournal.analysis.pages import LONGEST_WINDOW, Page, Relation
from fibrojournal.insights.missing import missing
from fibrojournal.insights.names import noun
from fibrojournal.insights.points import change, likely
from fibrojournal.insights.record import Record
from fibrojournal.insights.spoken import Spoken, spoken
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, number, plural, sentence_case

_ORDINARY = 0.05


def how_made(record: Record, page: Page, relation: Relation) -> tuple[str, ...]:
    """Tell how a relation came about, a step a sentence or two."""
    questions, answer = record.questions, relation.answer
    estimate, found = answer.estimate, spoken(questions, answer)
    if estimate is None or found is None:
        return (_days(record, answer), missing(questions, answer))
    return (
        _days(record, answer),
        *_late(record, answer),
        _held_against(answer, found),
        _("What comes back with the weekday, and what drifts over months, is taken off both."),
        _held_fixed(questions, answer),
        _difference(answer.question.outcome, estimate, found),
        _by_chance(estimate),
        _among_all(page, answer),
        *_by_itself(answer, estimate),
        *_weight(answer),
        *_label(page, record.day),
    )


def _days(record: Record, answer: Answer) -> str:
    asked = answer.question
    words = plural(
        "One day tells nothing yet of {{factor}} and {{outcome}}.",
        "{{n}} of the {n} days looked at have both {{factor}} and {{outcome}}."
        " Answers copied from another day do not count.",
        min(record.day, LONGEST_WINDOW),
    )
    return words.format(
        n=answer.n,
        factor=noun(record.questions, asked.factor),
        outcome=noun(record.questions, asked.outcome),
    )


def _late(record: Record, answer: Answer) -> Iterator[str]:
    late = record.late_days(answer.question.factor, answer.question.outcome)
    if late := min(late, answer.n):
        yield plural(
            "On {n} day one of them was noted late, when memory has a say. It counts too.",
            "On {n} days one of them was noted late, when memory has a say. They count too.",
            late,
        )


def _held_against(answer: Answer, found: Spoken) -> str:
    words = _("{spoken} are held against {other}.").format(
        spoken=sentence_case(found.sides.spoken.counted), other=found.sides.other.counted
    )
    if answer.limits is None:
        return words
    return _("{sentence} These are about the highest and lowest third of your days.").format(
        sentence=words
    )


def _held_fixed(questions: Questions, answer: Answer) -> str:
    asked = answer.question
    outcome, factor = (noun(questions, id) for id in (asked.outcome, asked.factor))
    if asked.severity:
        form = _(
            "The days before are held fixed: {outcome}, and how bad the day before was as all your"
            " other answers tell it."
        )
    else:
        form = _("The days before are held fixed: {outcome}, and {factor} of the day before.")
    return form.format(outcome=outcome, factor=factor)


def _difference(outcome: str, estimate: Estimate, found: Spoken) -> str:
    what = {
        "change": change(outcome, found.effect),
        "likely": likely(outcome, found.low, found.high),
    }
    if estimate.error < _ORDINARY:
        return _(
            "What is left is a difference: {change}, {likely}. The likely span is wider than usual,"
            " as this was picked out of many."
        ).format(**what)
    return _(
        "What is left is a difference: {change}, {likely}. Of 20 such spans, 19 hold the truth."
    ).format(**what)


def _by_chance(estimate: Estimate) -> str:
    for out_of in (10, 100, 1000):
        share = round(estimate.p * out_of)
        if share:
            return _(
                "By chance alone, a difference as large comes up in about {n} of {out_of} diaries."
            ).format(n=share, out_of=out_of)
    return _("By chance alone, a difference as large comes up in fewer than 1 of 1000 diaries.")


def _among_all(page: Page, answer: Answer) -> str:
    clear, likely_, possible = (part * answer.question.family.level for _label, part in LIMITS)
    words = plural(
        "{n} question was asked, and chance makes some look large. Allowing for that, q is {{q}};"
        " clear takes {{clear}} or less, likely {{likely}}, possible {{possible}}.",
        "{n} questions were asked, and chance makes some look large. Allowing for that, q is {{q}};"
        " clear takes {{clear}} or less, likely {{likely}}, possible {{possible}}.",
        page.checked,
    )
    return words.format(
        q=_small(answer.q if answer.q is not None else 1.0),
        clear=_small(clear),
        likely=_small(likely_),
        possible=_small(possible),
    )


def _by_itself(answer: Answer, estimate: Estimate) -> Iterator[str]:
    """Say why a label is weaker than its q value, where it is."""
    if answer.q is not None and answer.q <= answer.question.family.level and estimate.p > _ORDINARY:
        yield _(
            "Whatever q is, what comes up by chance alone in more than 1 of 20 diaries is possible"
            " at most, and in more than 1 of 5 no link."
        )


def _small(value: float) -> str:
    if value < 0.001:
        return _("under {limit}").format(limit=number(0.001, 3))
    return number(value, 3)


def _weight(answer: Answer) -> Iterator[str]:
    asked = answer.question
    if asked.suspect:
        yield _("You named it beforehand, so it is looked at eight times as hard.")
    elif asked.weight > 1:
        yield _("It is looked at harder than most, as it was thought likely before any data.")
    elif asked.weight < 1:
        yield _("It is looked at less hard than most, as nothing was known of it beforehand.")
    if asked.family is Family.SAME:
        yield _("Things of one day often move together, so the bar is twice as high for them.")


def _label(page: Page, day: int) -> Iterator[str]:
    if page.milestone is not None:
        yield _(
            "The label is that of day {day} of your journal. Numbers follow each day; labels change"
            " next on day {next}."
        ).format(day=page.milestone, next=next_milestone(day))
