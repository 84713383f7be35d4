"""What is said of an outcome's page as a whole."""

from __future__ import annotations

from datetime import timedelta

from fibrojournal.analysis.families import Family, Label
from fibrojournal.analysis.milestones import next_milestone
from fibrojournal.analysis.missing_days import missing_days
from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.insights.labels import FIRM, place_of
from fibrojournal.insights.missing import is_too_alike
from fibrojournal.insights.names import noun, spoken_end
from fibrojournal.insights.record import Record
from fibrojournal.insights.words import is_found
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, day_and_month, plural, sentence_case, with_year


def in_order(page: Page) -> tuple[Relation, ...]:
    """Put all relations of a page in the order in which they are told."""
    return tuple(sorted(page.relations, key=place_of))


def summary(record: Record, page: Page) -> str:
    """Say in one sentence what stands out on a page, or that nothing does."""
    questions = record.questions
    found = [one for one in in_order(page) if is_found(one)]
    before = [one for one in found if one.answer.question.family is Family.BEFORE]
    if before:
        return _stands_out(questions, page, before[0], is_one_of_many=len(found) > 1)
    if found:
        asked = found[0].answer.question
        return sentence_case(
            _("{one} and {other} go together in your journal.").format(
                one=noun(questions, asked.factor), other=noun(questions, asked.outcome)
            )
        )
    if are_too_alike(questions, page):
        return _("Your answers were too alike so far to compare.")
    if all(one.label is Label.NOT_ENOUGH_DAYS for one in page.relations):
        return _("Not enough days yet to say something fair.")
    return _("Nothing stands out in your journal so far.")


def are_too_alike(questions: Questions, page: Page) -> bool:
    """Tell whether nothing was asked, and of some ratings for want of differences, not of days."""
    answers = [one.answer for one in page.relations]
    return all(one.estimate is None for one in answers) and any(
        is_too_alike(questions, one) for one in answers
    )


def checked(questions: Questions, page: Page) -> str:
    """Say how many questions were asked, for chance grows with them."""
    words = plural(
        "{n} question about {{outcome}} was checked.",
        "{n} questions about {{outcome}} were checked.",
        page.checked,
    )
    return words.format(outcome=noun(questions, page.outcome))


def next_look(record: Record) -> str:
    """Say when labels may change next: they do on a few set days alone."""
    day = next_milestone(record.day)
    date = record.first + timedelta(days=day - 1)
    return _("Labels change on a few set days alone; the next is {date}, day {day}.").format(
        date=with_year(day_and_month(date), date), day=day
    )


def missing_days_words(record: Record, outcome: str) -> str:
    """Say that bad days may be missing, if the days before gaps were worse; else nothing."""
    about = next((one for one in record.variables if one.id == outcome), None)
    if about is None or not missing_days(about.values, high_is_bad=about.bad > 0).bad_ones:
        return ""
    return _(
        "Days before a gap were somewhat worse than others. That may be chance, or bad days may be"
        " missing here; these numbers describe the days you noted."
    )


def _stands_out(
    questions: Questions, page: Page, relation: Relation, *, is_one_of_many: bool
) -> str:
    name = spoken_end(questions, relation.answer.question.factor)
    if relation.label is Label.POSSIBLE and (page.milestone or 0) < FIRM:
        return _("A first hint, no more yet: {name}.").format(name=name)
    if relation.label is Label.POSSIBLE:
        form = _("{name} may stand out in your journal.")
    elif is_one_of_many:
        form = _("{name} stands out most in your journal.")
    else:
        form = _("{name} stands out in your journal.")
    return sentence_case(form.format(name=name))
