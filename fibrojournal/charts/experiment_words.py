"""What an experiment showed, in words: in how many pairs, by how much, and how sure that is."""

from __future__ import annotations

from fibrojournal.analysis.experiment import LEAST_PAIRS, PairMeans, ReadOut, Verdict
from fibrojournal.charts.trend_words import mean_text
from fibrojournal.journal.experiments import Experiment, State
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _, number, plural

_COUNTED, _OUT_OF = 4096, 1000
"""More orders of the coins than that are told as so many out of a thousand."""


def finding(
    experiment: Experiment, measure: Measure, read: ReadOut, state: State
) -> tuple[str, str]:
    """Return what came out, and how sure that is."""
    if read.verdict is None:
        return _no_answer(read, state), ""
    return _sentence(experiment, measure, read, read.verdict), _detail(read.verdict)


def _no_answer(read: ReadOut, state: State) -> str:
    """Say how many pairs there are; an answer from fewer than six would be chance alone."""
    is_open = state in {State.PLANNED, State.RUNNING}
    if is_open:
        form = plural(
            "Too early for an answer: {n} pair counts so far, and it takes {{least}}.",
            "Too early for an answer: {n} pairs count so far, and it takes {{least}}.",
            read.counted,
        )
    else:
        form = plural(
            "No answer: {n} pair counts, and it takes {{least}}.",
            "No answer: {n} pairs count, and it takes {{least}}.",
            read.counted,
        )
    return form.format(least=LEAST_PAIRS)


def _sentence(experiment: Experiment, measure: Measure, read: ReadOut, verdict: Verdict) -> str:
    name = measure.short_label.lower()
    if verdict.label is None:
        return _("No clear difference in {measure} between the two ways.").format(measure=name)
    is_lower = verdict.difference < 0
    form = (
        _("In {some} of {all} pairs, {measure} was lower with “{way}”.")
        if is_lower
        else _("In {some} of {all} pairs, {measure} was higher with “{way}”.")
    )
    return form.format(
        some=read.lower if is_lower else read.higher,
        all=read.counted,
        measure=name,
        way=experiment.first,
    )


def _detail(verdict: Verdict) -> str:
    average = _("On average {points} points, likely between {low} and {high}.").format(
        points=signed(verdict.difference), low=signed(verdict.low), high=signed(verdict.high)
    )
    if verdict.label is not None:
        return average
    rest = _("Under {points} points could not be told from chance.")
    return f"{average} {rest.format(points=number(verdict.detectable, 1))}"


def by_chance(verdict: Verdict) -> str:
    """Say how many orders of the coins do as much where the ways make no difference."""
    all_orders = verdict.by_chance.size
    if all_orders <= _COUNTED:
        some = verdict.as_far
    else:
        some, all_orders = max(round(_OUT_OF * verdict.p), 1), _OUT_OF
    return _(
        "If the ways made no difference, a gap this large would come up in {some} of {all} orders"
        " of the coins."
    ).format(some=some, all=all_orders)


def signed(points: float) -> str:
    """Write a difference with its sign and one decimal: "+0.5", "−1.0"."""
    written = number(points, 1)
    return f"+{written}" if round(points, 1) > 0 else written


def average_of(measure: Measure) -> str:
    """Name the scale of the picture."""
    return _("average: {measure}").format(measure=measure.short_label.lower())


def of_pair(measure: Measure, name: str, pair: PairMeans) -> str:
    """Say a pair with its averages."""
    if pair.first is None or pair.second is None:
        return _("{pair}: left out, too few days noted.").format(pair=name)
    return _("{pair}. First way {first}, second way {second}.").format(
        pair=name, first=mean_text(measure, pair.first), second=mean_text(measure, pair.second)
    )
