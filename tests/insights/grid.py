"""Results of every kind, made without a diary: what all sentences are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import numpy as np

from fibrojournal.analysis.answers import Answer, Estimate
from fibrojournal.analysis.families import Label
from fibrojournal.analysis.milestones import last_milestones
from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.analysis.prepared import Variable
from fibrojournal.analysis.questions import Question, Suspect, question
from fibrojournal.analysis.thirds import Limits
from fibrojournal.insights.record import Record
from fibrojournal.insights.results import OUTCOMES, WHOLE_DAY
from fibrojournal.journal.common import Common
from fibrojournal.journal.measures import MEASURE_BY_ID, Asked, Direction, Measure, Place
from fibrojournal.journal.questions import Questions, own_measure, own_trigger

FIRST = date(2025, 1, 1)
DAYS = (20, 40, 75, 200, 500)
SLEEP, STRESS, TRAVEL = "sleep_quality", "stress", "travel"
COLD_HANDS, GLUTEN = "own:cold_hands", "own:gluten"


def asked_questions() -> Questions:
    return Questions(
        (own_measure(COLD_HANDS, "Cold hands", direction=Direction.HIGH_IS_BAD),),
        (own_trigger(GLUTEN, "Ate gluten"),),
    )


def variable_of(questions: Questions, id: str) -> Variable:
    measure = questions.measure(id)
    if measure is None:
        return Variable(id, np.zeros(1), is_trigger=id != WHOLE_DAY)
    bad = {Direction.HIGH_IS_BAD: 1, Direction.HIGH_IS_GOOD: -1, Direction.NEITHER: 0}
    waking = measure.asked is Asked.WAKING
    return Variable(id, np.zeros(1), bad[measure.direction], waking=waking)


def asked_of(
    factor: str, outcome: str = "pain", lag: int = 0, suspects: tuple[Suspect, ...] = ()
) -> Question:
    questions = asked_questions()
    return question(variable_of(questions, factor), variable_of(questions, outcome), lag, suspects)


def limits_of(measure: Measure) -> Limits:
    scale = measure.scale
    wide = scale.high - scale.low
    return Limits(
        scale.nearest_step(scale.low + 0.3 * wide), scale.nearest_step(scale.low + 0.7 * wide)
    )


def answered(
    asked: Question,
    *,
    effect: float = 1.1,
    se: float = 0.25,
    n_low: int = 87,
    n_high: int = 41,
    error: float = 0.05,
    q: float = 0.01,
    days_needed: int | None = 55,
) -> Answer:
    measure = asked_questions().measure(asked.factor)
    contrast = 4.0 if measure else 1.0
    p = 0.002
    estimate = Estimate(effect / contrast, se / contrast, 120.0, contrast, p, p / 2, error)
    limits = limits_of(measure) if measure else None
    return Answer(asked, n_low + n_high, n_low, n_high, limits, estimate, days_needed, q)


def unanswered(
    asked: Question, *, n: int = 22, n_high: int = 3, days_needed: int | None = 9
) -> Answer:
    return Answer(asked, n, n - n_high, n_high, None, None, days_needed)


def related(
    answer: Answer,
    label: Label = Label.LIKELY,
    previous: Label | None = None,
    *,
    already_worse_before: bool = False,
) -> Relation:
    return Relation(answer, label, answer.q, previous, already_worse_before)


def record_on(day: int, variables: tuple[Variable, ...] = ()) -> Record:
    last = date.fromordinal(FIRST.toordinal() + day - 1)
    return Record(asked_questions(), Common(), FIRST, last, day, {}, variables, ())


def page_on(day: int, *relations: Relation) -> Page:
    milestone = next(iter(last_milestones(day)), None)
    outcome = relations[0].answer.question.outcome if relations else "pain"
    return Page(
        outcome, milestone, relations, sum(one.answer.estimate is not None for one in relations)
    )


def factors() -> Iterator[str]:
    """Name all that can be a factor."""
    yield from (
        id
        for id, one in MEASURE_BY_ID.items()
        if one.place not in (Place.CHECK_IN, Place.WHOLE_DAY, Place.MOMENT)
    )
    yield from (COLD_HANDS, GLUTEN)
    yield from (one.id for one in asked_questions().triggers)


def relations() -> Iterator[Relation]:
    """Yield every kind of result of every question."""
    pairs = [*product(factors(), ("pain",)), *product((STRESS,), (*OUTCOMES, WHOLE_DAY))]
    for (factor, outcome), lag in product(pairs, (0, 1)):
        if factor != outcome:
            asked = asked_of(factor, outcome, lag)
            yield related(answered(asked))
            yield related(unanswered(asked), Label.NOT_ENOUGH_DAYS)


def sizes() -> Iterator[Relation]:
    """Yield differences of every size and sureness."""
    for factor, effect, se, days in product(
        (SLEEP, TRAVEL), (2.04, 0.97, -0.5, 0.03, -0.04), (0.02, 0.9), (0, 1, 55, 5000)
    ):
        for label in (Label.LIKELY, Label.NONE):
            yield related(answered(asked_of(factor), effect=effect, se=se, days_needed=days), label)


def standings() -> Iterator[Relation]:
    """Yield every label after every other."""
    labels = tuple(Label)
    for factor, label, previous in product((SLEEP, STRESS, TRAVEL), labels, (*labels, None)):
        asked = asked_of(factor, lag=1, suspects=(Suspect(STRESS, 1),))
        answer = answered(asked, error=0.01, n_high=6)
        yield related(answer, label, previous, already_worse_before=factor == TRAVEL)


def wanting() -> Iterator[Relation]:
    """Yield questions that too few days answer, in every way."""
    for factor, n, n_high, days in product(
        (SLEEP, TRAVEL), (0, 1, 22, 29, 30, 60), (0, 1, 4, 5, 28), (None, 1, 9, 5000)
    ):
        if n_high <= n:
            answer = unanswered(asked_of(factor), n=n, n_high=n_high, days_needed=days)
            yield related(answer, Label.NOT_ENOUGH_DAYS)


def results() -> Iterator[tuple[Record, Page, Relation]]:
    """Yield results of every kind, those that change with it on days early and late."""
    for relation in (*relations(), *sizes(), *wanting()):
        yield record_on(200), page_on(200, relation), relation
    for relation, day in product(standings(), DAYS):
        if relation.previous is None or len(last_milestones(day)) > 1:
            yield record_on(day), page_on(day, relation), relation
