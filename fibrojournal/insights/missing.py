"""What is wanting before a question can be asked, in words."""

from __future__ import annotations

from fibrojournal.analysis.answers import ROWS_NEEDED, Answer
from fibrojournal.analysis.triggers import EVENTS_NEEDED
from fibrojournal.insights.names import noun
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, plural

MOST_DAYS = 730
"""To hear of more days than this helps nobody."""


def missing(questions: Questions, answer: Answer) -> str:
    """Say why a question was not asked, and about how many days more it takes."""
    asked = answer.question
    name = noun(questions, asked.factor)
    is_trigger = questions.measure(asked.factor) is None
    if is_trigger and not answer.n_high:
        return _("Not checked yet: no day with {name} so far, and {needed} are needed.").format(
            name=name, needed=EVENTS_NEEDED
        )
    return _with_days(_why(answer, name, is_trigger=is_trigger), answer.days_needed)


def _why(answer: Answer, name: str, *, is_trigger: bool) -> str:
    if is_trigger and answer.n_high < EVENTS_NEEDED:
        words = plural(
            "Not checked yet: {n} day with {{name}} so far, and {{needed}} are needed.",
            "Not checked yet: {n} days with {{name}} so far, and {{needed}} are needed.",
            answer.n_high,
        )
        return words.format(name=name, needed=EVENTS_NEEDED)
    if is_trigger and answer.n_low < EVENTS_NEEDED:
        return _(
            "Not checked yet: nearly every day has {name}, and {needed} days without are needed."
        ).format(name=name, needed=EVENTS_NEEDED)
    if answer.n < ROWS_NEEDED:
        words = plural(
            "Not checked yet: {n} day with both so far, and {{needed}} are needed.",
            "Not checked yet: {n} days with both so far, and {{needed}} are needed.",
            answer.n,
        )
        return words.format(needed=ROWS_NEEDED)
    if not is_trigger and answer.limits is None:
        form = _("Not checked yet: {name} was too alike on most days to part them.")
        if answer.days_needed is None:
            form = _("Not checked: {name} has two different answers so far, and it takes three.")
        return form.format(name=name)
    if answer.days_needed:
        return _("Not checked yet: a few more days with both are needed.")
    return _("Not checked: these days are too alike to tell the two apart.")


def is_too_alike(questions: Questions, answer: Answer) -> bool:
    """Tell whether a rating was not asked about for want of differences, not of days."""
    if answer.estimate is not None or answer.n < ROWS_NEEDED:
        return False
    is_rating = questions.measure(answer.question.factor) is not None
    return is_rating and (answer.limits is None or answer.days_needed is None)


def _with_days(why: str, days: int | None) -> str:
    if not days or days > MOST_DAYS:
        return why
    more = plural(
        "It takes about {n} more day.", "At the pace so far, it takes about {n} more days.", days
    )
    return _("{why} {more}").format(why=why, more=more)
