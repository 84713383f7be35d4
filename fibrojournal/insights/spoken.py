"""The numbers of an answer as they are spoken of, and the sentence that says them."""

from __future__ import annotations

from typing import NamedTuple

from fibrojournal.analysis.answers import Answer
from fibrojournal.insights.names import noun
from fibrojournal.insights.points import change, likely
from fibrojournal.insights.sides import Sides, sides
from fibrojournal.insights.timing import led, than
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, sentence_case


class Spoken(NamedTuple):
    """How much the outcome differs on the days that are spoken of, and where that likely lies."""

    sides: Sides
    effect: float
    low: float
    high: float

    def turn(self, effect: float) -> float:
        """Turn an effect of the high days into one of those that are spoken of."""
        return -effect if self.sides.turned else effect


def spoken(questions: Questions, answer: Answer) -> Spoken | None:
    """Return the numbers of an answer for the days spoken of; None where it was not asked."""
    held, found = sides(questions, answer), answer.estimate
    if held is None or found is None:
        return None
    if held.turned:
        return Spoken(held, -found.effect, -found.high, -found.low)
    return Spoken(held, found.effect, found.low, found.high)


def numbers_of(questions: Questions, answer: Answer, found: Spoken | None) -> str:
    """Say the difference with its likely span and both counts of days; may be nothing."""
    if found is None:
        return ""
    asked = answer.question
    factor, outcome, lag = asked.factor, asked.outcome, asked.lag
    sentence = _("{after}, {outcome} was {change} {than}, {likely}.").format(
        after=led(questions, factor, outcome, lag, found.sides.spoken.counted),
        outcome=noun(questions, outcome),
        change=change(outcome, found.effect),
        than=than(questions, factor, outcome, lag, found.sides.other.counted),
        likely=likely(outcome, found.low, found.high),
    )
    return sentence_case(sentence)
