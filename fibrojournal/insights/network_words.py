"""What the network says in words: arrows, loops, and what went together."""

from __future__ import annotations

from fibrojournal.analysis.loops import Loop
from fibrojournal.analysis.network import FIRST_ARROWS, FIRST_LOOPS, Network, Status
from fibrojournal.analysis.screen import Arrow
from fibrojournal.insights.names import end, noun, plain_end, spoken_end, spoken_high
from fibrojournal.insights.timing import steps, when
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.questions import Questions
from fibrojournal.text import (
    CELSIUS,
    _,
    in_usual_unit,
    listed,
    number,
    plural,
    sentence_case,
    usual_unit,
)

_STEPS = {"min": 30.0, "ms": 10.0}
_STEPS_OF = {"steps": 1000.0, "sleep_device_score": 10.0}


def status_words(network: Network) -> str:
    """Say how much of the network can be shown yet."""
    if network.status is Status.TOO_EARLY:
        return plural(
            "No arrows yet. From day {{day}} on some may appear; that is in {n} day."
            " Until then the picture shows the general one.",
            "No arrows yet. From day {{day}} on some may appear; that is in {n} days."
            " Until then the picture shows the general one.",
            network.days_needed or 0,
        ).format(day=FIRST_ARROWS)
    if not (network.solid or network.dotted):
        return _("No arrows so far. That is common, and says nothing against your notes.")
    if network.status is Status.NO_LOOPS_YET:
        return _("Loops are looked for from day {day} on.").format(day=FIRST_LOOPS)
    if not network.loops:
        return _("No loops so far.")
    return plural("{n} loop may be there.", "{n} loops may be there.", len(network.loops))


def checked_words(network: Network) -> str:
    """Say how many questions were asked, and how many of the arrows may be chance."""
    return plural(
        "{n} question was checked. {{chance}}",
        "{n} questions were checked. {{chance}}",
        network.checked,
    ).format(chance=chance(network.status))


def chance(status: Status) -> str:
    """Say how many of the arrows chance may have drawn, as measured on made-up people."""
    if status is Status.NO_LOOPS_YET:
        return _(
            "This early, of solid arrows about 1 in 4 may be chance, of dotted ones about 4 in 10."
        )
    return _("Of solid arrows about 1 in 10 may be chance, of dotted ones about 4 in 10.")


def arrow_words(questions: Questions, arrow: Arrow) -> str:
    """Say an arrow: what tends to follow what, when, and by how much."""
    high = spoken_high(questions, arrow.source)
    rises = (arrow.slope > 0) is high
    form = _("{source} tends to be followed by {target} {when}: {size}, {likely}.")
    if not steps(questions, arrow.source, arrow.target, arrow.lag):
        form = _("{source} tends to go with {target} {when}: {size}, {likely}.")
    return sentence_case(
        form.format(
            source=plain_end(questions, arrow.source, high=high),
            target=end(questions, arrow.target, high=rises),
            when=when(questions, arrow.source, arrow.target, arrow.lag),
            size=arrow_size(questions, arrow),
            likely=_likely(questions, arrow),
        )
    )


def loop_words(questions: Questions, loop: Loop, network: Network) -> str:
    """Say a loop, and that it may be something else; never what comes of what."""
    names = _oriented(questions, loop, network)
    form = (
        _("{things} may feed each other. It could also be something else behind both.")
        if len(names) == 2
        else _("{things} may feed each other in a round. Something else could be behind it too.")
    )
    if not loop.feeds:
        form = _(
            "{things} may hold each other in check. It could also be something else behind them."
        )
    return sentence_case(form.format(things=listed(names)))


def tie_words(questions: Questions, tie: Arrow) -> str:
    """Say that two things went together on a day, or a night with the day after it."""
    form = _("{one} and {other} went together; which came first is not known.")
    if steps(questions, tie.source, tie.target, tie.lag):
        form = _("{one} and {other} went together: a night and the day after it.")
    return sentence_case(
        form.format(one=noun(questions, tie.source), other=noun(questions, tie.target))
    )


def _oriented(questions: Questions, loop: Loop, network: Network) -> list[str]:
    """Name the ends that follow each other round a loop, the bad end of the first one first."""
    if not loop.feeds:
        return [spoken_end(questions, id) for id in loop.nodes]
    slopes = {arrow.pair: arrow.slope for arrow in (*network.ties, *network.solid)}
    high = spoken_high(questions, loop.nodes[0])
    names = [plain_end(questions, loop.nodes[0], high=high)]
    for pair in zip(loop.nodes, loop.nodes[1:], strict=False):
        high = high is (slopes[pair] > 0)
        names.append(plain_end(questions, pair[1], high=high))
    return names


def arrow_size(questions: Questions, arrow: Arrow) -> str:
    """Say how large an arrow is, and for how much of its source."""
    source = questions.measure(arrow.source)
    written = _amount(questions, arrow, arrow.slope)
    if source is None:
        return written
    return _("{size} for every {step} in {name}").format(
        size=written, step=_step_words(source), name=noun(questions, arrow.source)
    )


def _likely(questions: Questions, arrow: Arrow) -> str:
    low, high = sorted((abs(arrow.low), abs(arrow.high)))
    return _("likely between {low} and {high}").format(
        low=_digits(questions, arrow, low), high=_digits(questions, arrow, high)
    )


def _amount(questions: Questions, arrow: Arrow, slope: float) -> str:
    target = questions.measure(arrow.target)
    digits = _digits(questions, arrow, slope)
    if target is None or target.unit or not target.scale.is_rating:
        return digits
    return _("{n} points").format(n=digits)


def _digits(questions: Questions, arrow: Arrow, slope: float) -> str:
    """Write a slope for a step of the source, all numbers of an arrow with the same decimals."""
    source, target = questions.measure(arrow.source), questions.measure(arrow.target)
    step = _step(source) if source else 1.0
    size, unit = abs(slope) * step, target.unit if target else ""
    decimals = 1 if abs(arrow.slope) * step >= 1 else 2
    return _with_unit(size, unit, decimals)


def _step(measure: Measure) -> float:
    return _STEPS_OF.get(measure.id, _STEPS.get(measure.unit, 1.0))


def _step_words(measure: Measure) -> str:
    if measure.scale.is_rating:
        return _("point")
    return _with_unit(_step(measure), measure.unit, 0 if measure.unit != CELSIUS else 1)


def _with_unit(size: float, unit: str, decimals: int) -> str:
    """Write a difference; one of temperatures has no zero of its own."""
    if not unit:
        return number(size, decimals)
    one = in_usual_unit(1, unit) - in_usual_unit(0, unit)
    return _("{n} {unit}").format(n=number(size * one, decimals), unit=_(usual_unit(unit)))
