"""What is said of one result: a headline, a sentence, how sure it is, and what to bear in mind.

Nothing here says that one thing brings another about: things go with each other, or tend to follow.
"""

from __future__ import annotations

from dataclasses import dataclass

from fibrojournal.analysis.answers import Estimate
from fibrojournal.analysis.families import Label
from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.insights import labels
from fibrojournal.insights.cautions import fallen_away, late_words, notes
from fibrojournal.insights.expected import expectation
from fibrojournal.insights.missing import MOST_DAYS, is_too_alike, missing
from fibrojournal.insights.names import end, spoken_end, title
from fibrojournal.insights.points import change
from fibrojournal.insights.record import Record
from fibrojournal.insights.sides import counted, sides
from fibrojournal.insights.spoken import Spoken, numbers_of, spoken
from fibrojournal.insights.timing import steps, when
from fibrojournal.journal.questions import Questions
from fibrojournal.text import N_, _, number, plural, sentence_case

HELD_FIXED = N_("Weekday, slow drift and the days before are taken into account.")
_A_POINT = 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """A relation in words, and its numbers for a picture."""

    title: str
    """What is spoken of: "Poor sleep", "Travel"."""
    days: str
    """How many days are spoken of: "62 nights"."""
    headline: str
    """The result in a few words: "1.1 points higher the day after", "No clear link so far"."""
    lead: str
    """What was found in a sentence without numbers; nothing where nothing was."""
    sentence: str
    """The result in full: what was found, or that nothing clear was, or what is wanting."""
    numbers: str
    """The difference with its likely span and both counts, found or not; may be nothing."""
    label: str
    dots: int
    """How many of three dots of certainty are filled."""
    chance: str
    """How often a label like this is chance; nothing where there is none."""
    expectation: str
    """Who expected it: "You suspected this."; may be nothing."""
    notes: tuple[str, ...]
    """What to bear in mind."""
    effect: float | None
    """In points of the outcome, of the days that are spoken of against the others."""
    low: float | None
    high: float | None


def told(record: Record, page: Page, relation: Relation) -> Told:
    """Put a relation of a page into words."""
    questions, answer = record.questions, relation.answer
    factor, found = answer.question.factor, spoken(questions, answer)
    numbers = numbers_of(questions, answer, found)
    held, late = sides(questions, answer), late_words(record, answer)
    return Told(
        title=title(questions, factor),
        days=held.spoken.n if held else counted(questions, factor, answer.n),
        headline=_headline(questions, relation, found),
        lead=_lead(questions, relation, found),
        sentence=_sentence(questions, relation, numbers),
        numbers=numbers,
        label=labels.label_word(relation.label, page.milestone),
        dots=labels.dots(relation.label),
        chance=labels.chance_words(relation.label, page.milestone),
        expectation=expectation(relation),
        notes=(*notes(questions, page, relation, record.day), *([late] if late else [])),
        effect=found.effect if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
    )


def is_found(relation: Relation) -> bool:
    """Tell whether there may be a link."""
    return relation.label in labels.FOUND


def sentence_of(questions: Questions, relation: Relation) -> str:
    """Say a relation in full, by itself."""
    answer = relation.answer
    numbers = numbers_of(questions, answer, spoken(questions, answer))
    return _sentence(questions, relation, numbers)


def _headline(questions: Questions, relation: Relation, found: Spoken | None) -> str:
    asked = relation.answer.question
    if found is None:
        is_alike = is_too_alike(questions, relation.answer)
        return _("Answers too alike so far") if is_alike else _("Not enough days yet")
    if relation.label in labels.FOUND:
        words = _("{change} {when}").format(
            change=change(asked.outcome, found.effect),
            when=when(questions, asked.factor, asked.outcome, asked.lag),
        )
        return sentence_case(words)
    if fallen_away(relation):
        return _("No longer stands out")
    if relation.label is Label.NEGLIGIBLE:
        return _("Probably no link that matters")
    if relation.label is Label.NONE:
        return _("No clear link so far")
    return _("Not looked at yet")


def _lead(questions: Questions, relation: Relation, found: Spoken | None) -> str:
    if found is None or relation.label not in labels.FOUND:
        return ""
    asked = relation.answer.question
    factor, outcome = asked.factor, asked.outcome
    form = _("{factor} tends to go with {outcome} {when}.")
    if steps(questions, factor, outcome, asked.lag):
        form = _("{factor} tends to be followed by {outcome} {when}.")
    return sentence_case(
        form.format(
            factor=spoken_end(questions, factor),
            outcome=end(questions, outcome, high=found.effect > 0),
            when=when(questions, factor, outcome, asked.lag),
        )
    )


def _sentence(questions: Questions, relation: Relation, numbers: str) -> str:
    asked, estimate = relation.answer.question, relation.answer.estimate
    if estimate is None:
        return missing(questions, relation.answer)
    if relation.label not in labels.FOUND:
        return _not_found(relation, estimate)
    if steps(questions, asked.factor, asked.outcome, asked.lag):
        return numbers
    return _("{numbers} The two go together; which came first is not known.").format(
        numbers=numbers
    )


def _not_found(relation: Relation, estimate: Estimate) -> str:
    """Say what the last set day showed, and where newer days say something else."""
    if relation.label is Label.NOT_ENOUGH_DAYS:
        return _("There are enough days by now. It is looked at on the next set day.")
    if relation.answer.label in labels.FOUND:
        return _(
            "No clear link on the last set day. Newer days look as if there might be one;"
            " the next set day tells."
        )
    if relation.label is Label.NONE:
        return no_link(estimate.detectable, relation.answer.days_needed)
    if estimate.is_small:
        return _("Probably no link that matters: under half a point either way.")
    return _("Probably no link that matters on the last set day; newer days leave that open.")


def no_link(detectable: float, days: int | None) -> str:
    """Say that there is no clear link, what would not have shown, and how many days would help."""
    would_show = _(
        "No clear link so far. With your data, differences under {n} points would mostly not show"
    ).format(n=number(detectable, 1))
    if detectable <= _A_POINT or not days:
        return _("{sentence}.").format(sentence=would_show)
    if days > MOST_DAYS:
        return _("{sentence}, and more days alone would change that little.").format(
            sentence=would_show
        )
    more = plural(
        "about {n} more day would show 1 point", "about {n} more days would show 1 point", days
    )
    return _("{sentence}; {more}.").format(sentence=would_show, more=more)
