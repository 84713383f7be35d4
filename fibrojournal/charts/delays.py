"""How long it takes to show: a night on later days, a stressful day on later evenings."""

from __future__ import annotations

from typing import NamedTuple

from fibrojournal.analysis.answers import Answer
from fibrojournal.charts.estimates import DAILY, answers_of
from fibrojournal.charts.lag_view import Delay, Effect, LagView, described, effects_of
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.nights import follows_a_night
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _, number, plural

SLEEP, STRESS, EVENING = "sleep_quality", "stress", "energy_evening"
NEEDS = Needs(DAILY)
_LAGS = (0, 1, 2, 3)


class _Words(NamedTuple):
    """How a chart speaks of its factor."""

    name: str
    high: str
    """The kind of days that is held against the other: "a poor night"."""
    others: str
    outcome: str
    declared: int
    """Which delay the sentence speaks of: chosen before anything is seen."""


def after_a_night(material: Material, scope: Scope) -> LagView:
    """Hold the days after poor nights against those after good ones, up to three days later."""
    outcome = follows_a_night(material.measure(scope.measure), material)
    name, high, others = _("How long it takes to show"), _("a poor night"), _("a good one")
    words = _Words(name, high, others, outcome.inner_label, 0)
    delays = (
        Delay(_("next day"), _("the next day")),
        Delay(_("2 days"), _("2 days after the night")),
        Delay(_("3 days"), _("3 days after the night")),
        Delay(_("4 days"), _("4 days after the night")),
    )
    return _view(material, scope, (material.measure(SLEEP), outcome), words, delays)


def after_stress(material: Material, scope: Scope) -> LagView:
    """Hold the evenings after stressful days against those after calm ones."""
    pair = (material.measure(STRESS), material.measure(EVENING))
    name, high, others = _("After a stressful day"), _("a stressful day"), _("a calm one")
    words = _Words(name, high, others, _("evening energy"), 1)
    delays = (
        Delay(_("same day"), _("on the same day")),
        Delay(_("day after"), _("on the day after")),
        Delay(_("2 days"), _("2 days later")),
        Delay(_("3 days"), _("3 days later")),
    )
    return _view(material, scope, pair, words, delays)


def _view(
    material: Material,
    scope: Scope,
    pair: tuple[Measure, Measure],
    words: _Words,
    delays: tuple[Delay, ...],
) -> LagView:
    factor, outcome = pair
    answers = answers_of(material, scope, factor.id, outcome.id, _LAGS)
    # For sleep the low third is the one that is spoken of, for stress the high one.
    effects = effects_of(answers, -1 if factor.id == SLEEP else 1)
    if not effects:
        sentence = _missing(answers)
        return LagView(words.name, factor.id, outcome.id, delays, (), sentence, "", sentence)
    sentence = _finding(words, delays[words.declared], effects[words.declared])
    detail = _(
        "After {high} against after {others}, in points; weekday, slow drift and the days before"
        " are taken into account. Of the other delays one may stand out by chance."
    ).format(high=words.high, others=words.others)
    spoken = described((sentence, detail), delays, effects)
    return LagView(words.name, factor.id, outcome.id, delays, effects, sentence, detail, spoken)


def _missing(answers: tuple[Answer, ...]) -> str:
    wanting = [one.days_needed for one in answers if one.estimate is None]
    days = max((days for days in wanting if days is not None), default=0)
    if not days:
        return _("Not enough days yet to say something fair.")
    return plural(
        "Not enough days yet to say something fair: about {n} more day.",
        "Not enough days yet to say something fair: about {n} more days.",
        days,
    )


def _finding(words: _Words, delay: Delay, effect: Effect) -> str:
    """Speak of one delay alone, so that the largest of several is not picked out."""
    if not effect.is_clear:
        return _(
            "No clear difference {when} so far;"
            " with these days, one under {points} points would mostly not show."
        ).format(when=delay.words, points=number(effect.detectable, 1))
    form = _("After {high}, {outcome} stood {points} lower {when}, likely between {low} and {top}.")
    if effect.points > 0:
        form = _(
            "After {high}, {outcome} stood {points} higher {when}, likely between {low} and {top}."
        )
    low, top = sorted((abs(effect.low), abs(effect.high)))
    return form.format(
        high=words.high,
        outcome=words.outcome,
        points=number(abs(effect.points), 1),
        when=delay.words,
        low=number(low, 1),
        top=number(top, 1),
    )
