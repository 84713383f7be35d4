"""The made-up person's check-ins, once a month: what the week before them felt like."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from random import Random
from statistics import fmean

from fibrojournal.exchange.demo_person import Life, LivedDay
from fibrojournal.journal.check_in_measures import OVERALL_CHANGE
from fibrojournal.journal.check_ins import Values, values_of, with_scores
from fibrojournal.journal.scoring import CheckIn, SymptomAnswers

EVERY = 30
_WEEK = 7


def check_ins(
    life: Life, noted: Collection[date], areas: Sequence[str], random: Random
) -> Iterator[tuple[date, Values]]:
    """Yield the noted days with a check-in, and what its items and sums come to.

    `areas` are in the order in which pain spreads to them.
    """
    due = EVERY - 10
    for number, day in enumerate(life.days):
        if number >= due and day.date in noted:
            due = number + EVERY
            week = life.days[max(number - _WEEK + 1, 0) : number + 1]
            yield day.date, {**_research(week, areas, random), **_feelings(week, random)}


def _research(week: Sequence[LivedDay], areas: Sequence[str], random: Random) -> Values:
    pain = _mean(week, "pain")
    count = min(max(round(2 * pain + random.gauss(1, 1)), 1), len(areas))
    symptoms = SymptomAnswers(
        _level(_mean(week, "fatigue")),
        _level(10 - _mean(week, "sleep_quality")),
        _level(_mean(week, "fog")),
        headache=1,
        abdomen=int(_mean(week, "gut") > 2),
        depression=0,
    )
    return values_of(CheckIn(frozenset(areas[:count]), symptoms, lasting=True))


def _feelings(week: Sequence[LivedDay], random: Random) -> Values:
    low, tense = 10 - _mean(week, "mood"), _mean(week, "stress")
    answers = {
        "phq2_1": _level(low + random.gauss(-1, 1)),
        "phq2_2": _level(low + random.gauss(-2, 1)),
        "gad2_1": _level(tense + random.gauss(-1, 1)),
        "gad2_2": _level(tense + random.gauss(-2, 1)),
    }
    return {**with_scores(answers), OVERALL_CHANGE: random.choice((3, 4, 4, 5))}


def _mean(week: Sequence[LivedDay], rating: str) -> float:
    return fmean(day.ratings[rating] for day in week)


def _level(rating: float) -> int:
    """Turn a rating of 0-10 into one of the four levels."""
    return min(max(round(rating / 3), 0), 3)
