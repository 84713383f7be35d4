"""What the page of experiments says: before, while one runs, and after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from fibrojournal.analysis.experiment import LEAST_PAIRS, ReadOut
from fibrojournal.analysis.families import Label
from fibrojournal.journal.common import Common
from fibrojournal.journal.edits import Edit, SetTrigger
from fibrojournal.journal.experiments import Design, Experiment, State
from fibrojournal.journal.measures import ZERO_TO_TEN, Measure, Place
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.trying import caution
from fibrojournal.text import N_, _, day_and_month, long_date, plural, with_year

# Of experiments with a true difference of one point; docs/statistics.md has the table.
_FOUND: dict[str, str] = {
    "days": N_("about 3 of 5"),
    "spells": N_("about 2 of 5"),
    "weeks": N_("about 1 of 4"),
}
_SUITS: dict[str, str] = {
    "days": N_("Suits what shows the same day or the day after. Each two days hold both ways."),
    "spells": N_("Suits what needs a day or two to show. Each six days hold both ways."),
    "weeks": N_(
        "Suits what is awkward to change often. It finds less than the others; the first day of"
        " each week is left out, while the change settles."
    ),
}
_STATES: dict[State, str] = {
    State.PLANNED: N_("to come"),
    State.RUNNING: N_("running"),
    State.OVER: N_("over"),
    State.ENDED_EARLY: N_("ended early"),
}
_LABELS: dict[Label | None, str] = {
    Label.CLEAR: N_(
        "“Clear” was fixed before the start: at most 1 in 100 orders of the coins would do as much."
    ),
    Label.LIKELY: N_(
        "“Likely” was fixed before the start: at most 1 in 20 orders of the coins would do as much."
    ),
    Label.POSSIBLE: N_(
        "“Possible” was fixed before the start: at most 1 in 10 orders of the coins would do as"
        " much."
    ),
    None: N_("“No clear difference” does not show that there is none."),
}
_CERTAIN: dict[Label | None, tuple[int, str]] = {
    Label.CLEAR: (3, N_("clear")),
    Label.LIKELY: (2, N_("likely")),
    Label.POSSIBLE: (1, N_("possible")),
    None: (0, N_("not clear")),
}
_MOST_EVENTS = 3


def outcomes(questions: Questions) -> tuple[Measure, ...]:
    """List what an experiment can look at: ratings from 0 to 10 that the form asks for."""
    asked = (Place.TODAY, Place.MORE)
    return tuple(
        measure
        for measure, place in questions.placed()
        if place in asked and measure.scale == ZERO_TO_TEN
    )


def lack(question: str, first: str, second: str, medicines: tuple[str, ...] = ()) -> str:
    """Say what a plan lacks before it can be sealed, or nothing."""
    if not question.strip():
        return _("It begins with a question.")
    if not (first.strip() and second.strip()):
        return _("It takes two ways, in a few words each.")
    if not any(char.isalnum() for char in first):
        return _("The first way takes a letter or a digit.")
    if " ".join(first.casefold().split()) == " ".join(second.casefold().split()):
        return _("The two ways read the same.")
    return caution(" ".join((question, first, second)), medicines)


def span(start: date, design: Design) -> str:
    """Say how many pairs there are, and from when to when."""
    last = start + timedelta(days=design.length - 1)
    form = plural(
        "{n} pair: {{first}} to {{last}}", "{n} pairs: {{first}} to {{last}}", design.pairs
    )
    return form.format(first=day_and_month(start), last=with_year(day_and_month(last), last))


def suits(design: Design) -> str:
    """Say what a design is good for."""
    return _(_SUITS[design.id])


def what_counts(design: Design, measure: Measure) -> tuple[str, ...]:
    """Say what would count, before anything is seen."""
    name = measure.short_label.lower()
    average = _("The average of {measure} in each period, if it has {n} noted days or more.")
    if design.least == 1:
        average = _("{measure} of each day that is noted.")
        name = measure.short_label
    return (
        average.format(measure=name, n=design.least),
        _("A pair that lacks one of its periods is left out, in the open."),
        _("“Likely” takes a gap as large as at most 1 in 20 orders of the coins would make."),
        _("You can end it on any day. Under {n} pairs there is no answer.").format(n=LEAST_PAIRS),
    )


def power(design: Design) -> str:
    """Say how seldom such an experiment finds what is there."""
    return _(
        "A true difference of 1 point is found in {share} such experiments. “No clear difference”"
        " would not show that there is none."
    ).format(share=_(_FOUND[design.id]))


def today_line(experiment: Experiment, today: date) -> str:
    """Say which way today has, or when it begins."""
    period = experiment.period_on(today)
    if period is None:
        return _("It begins on {day}.").format(day=long_date(experiment.start))
    return _("Today: {way}").format(way=experiment.words(period.way))


def next_line(experiment: Experiment, today: date) -> str:
    """Say which way tomorrow has, once another period begins; nothing on other days."""
    here, there = experiment.period_on(today), experiment.period_on(today + timedelta(days=1))
    if there is None or (here is not None and there.start == here.start):
        return ""
    return _("From tomorrow: {way}").format(way=experiment.words(there.way))


def place_line(experiment: Experiment, today: date) -> str:
    """Say how far it has come."""
    period = experiment.period_on(today)
    last = with_year(day_and_month(experiment.last), experiment.last)
    if period is None:
        return _("Until {last}").format(last=last)
    return _("Pair {number} of {all} · until {last}").format(
        number=period.pair + 1, all=experiment.design.pairs, last=last
    )


def row_line(experiment: Experiment, today: date) -> str:
    """Say of one in the list when it was, and how far it came."""
    first = with_year(day_and_month(experiment.start), experiment.start)
    last = with_year(day_and_month(experiment.last), experiment.last)
    state = _(_STATES[experiment.state(today)])
    return _("{first} to {last} · {state}").format(first=first, last=last, state=state)


def outcome_gone() -> str:
    """Say that a question of the person's own, which was looked at, is no longer there."""
    return _("The question that this looked at is no longer in the journal.")


def gone(edits: Iterable[Edit]) -> str:
    """Say that an experiment was taken away, and whether what was noted of it stays."""
    if any(isinstance(edit, SetTrigger) for edit in edits):
        return _("The experiment is taken away, with what you noted of it.")
    return _("The experiment is taken away; your days stay as they are.")


def certainty(label: Label | None) -> tuple[int, str]:
    """Return how many of three dots are filled, and the word beside them."""
    filled, word = _CERTAIN[label]
    return filled, _(word)


def plain_words(
    experiment: Experiment, read: ReadOut, today: date, common: Common, done: tuple[int, int]
) -> tuple[str, ...]:
    """Say what belongs to the number: `done` are days kept as drawn, of those that say so."""
    kept = _("You noted that you kept to the way of the day on {some} of {all} days.").format(
        some=done[0], all=done[1]
    )
    found = (
        _early(experiment, read, today),
        _(_LABELS[read.verdict.label]) if read.verdict else "",
        kept if done[1] else "",
        _changes(experiment, common),
        _("You knew which way it was. Hope can move a rating; no test at home can take that out."),
        _("It holds for you, on these days. A small change that you like needs no proof."),
    )
    return tuple(line for line in found if line)


def _early(experiment: Experiment, read: ReadOut, today: date) -> str:
    state = experiment.state(today)
    if state is State.ENDED_EARLY:
        return _(
            "You ended it after {some} of {all} pairs. An end that is chosen by how it looks makes"
            " chance look like an answer."
        ).format(some=len(read.pairs), all=experiment.design.pairs)
    if state is State.RUNNING:
        return _(
            "It is not over. Whoever looks again and again meets a difference by chance in about 1"
            " of 10 experiments."
        )
    return ""


def _changes(experiment: Experiment, common: Common) -> str:
    events = common.events_between(experiment.start, experiment.last)
    names = [event.label for event in events][:_MOST_EVENTS]
    if not names:
        return ""
    return _("Other things changed in this time too: {events}.").format(events=", ".join(names))
