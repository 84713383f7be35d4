"""What nights go with: the day after them, and whether long ones leave a person rested."""

from __future__ import annotations

from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.thirds_view import DAYS_NEEDED, Names, Pairs, ThirdsView, described, pairs
from fibrojournal.charts.trend_words import mean_text
from fibrojournal.journal.measures import Asked, Measure
from fibrojournal.text import N_, _, plural

SLEEP, HOURS, PAIN = "sleep_quality", "sleep_hours", "pain"
DAY_NEEDS = Needs((SLEEP, PAIN))
HOURS_NEEDS = Needs((SLEEP, HOURS))

_DAYS = N_(
    "{low} {low_days} ({low_limit} or less), {high} {high_days} ({high_limit} or more)."
    " Plain averages, each likely within its band; {count} of {span} days with both."
)


def day_after(material: Material, scope: Scope) -> ThirdsView:
    """Set each night beside the day after it; of one row of the diary, the night came first."""
    sleep = material.measure(SLEEP)
    outcome = follows_a_night(material.measure(scope.measure), material)
    found = pairs(material, SLEEP, outcome.id, scope)
    names = Names(_("after poor nights"), _("after good nights"))
    sentence = _missing(found)
    if found.thirds is not None:
        sentence = _("After poor nights {outcome} averaged {poor}, after good ones {good}.").format(
            outcome=outcome.inner_label,
            poor=mean_text(outcome, found.thirds.low.mean.mean),
            good=mean_text(outcome, found.thirds.high.mean.mean),
        )
    title = _("{measure} on the day after a night").format(measure=outcome.short_label)
    detail = _behind(sleep, found, Names(_("poor nights"), _("good ones")))
    words = described(outcome, found, names, sentence, detail)
    return ThirdsView(title, sleep, outcome, found, names, sentence, detail, words)


def follows_a_night(measure: Measure, material: Material) -> Measure:
    """Return a measure where it can follow from the night on whose row it stands; else pain.

    What is asked on waking is of the same night or morning: neither of the two came first.
    """
    return material.measure(PAIN) if measure.asked is Asked.WAKING else measure


def rested_and_hours(material: Material, scope: Scope) -> ThirdsView:
    """Set how long a person slept beside how rested that left them."""
    hours, sleep = material.measure(HOURS), material.measure(SLEEP)
    found = pairs(material, HOURS, SLEEP, scope)
    names = Names(_("after short nights"), _("after long nights"))
    sentence = _missing(found) if found.days.size else _("Note hours slept to see this.")
    if found.thirds is not None:
        sentence = _("How rested you felt averaged {low} after short nights, {high} after long.")
        sentence = sentence.format(
            low=mean_text(sleep, found.thirds.low.mean.mean),
            high=mean_text(sleep, found.thirds.high.mean.mean),
        )
    detail = _behind(hours, found, Names(_("short nights"), _("long ones")))
    words = described(sleep, found, names, sentence, detail)
    return ThirdsView(_("Rested or long?"), hours, sleep, found, names, sentence, detail, words)


def _missing(found: Pairs) -> str:
    """Say what would be needed; it is said only where nothing can be drawn."""
    if found.are_few:
        words = plural(
            "{{needed}} nights with both are needed here; you have {n}.",
            "{{needed}} nights with both are needed here; you have {n}.",
            found.days.size,
        )
        return words.format(needed=DAYS_NEEDED)
    return _("Your nights were too alike to set some beside others.")


def _behind(across: Measure, found: Pairs, names: Names) -> str:
    """Say how many days stand behind the averages, and what a low and a high one is."""
    thirds = found.thirds
    if thirds is None:
        return ""
    return _(_DAYS).format(
        low=thirds.low.n,
        low_days=names.low,
        low_limit=across.value_text(thirds.limits.low),
        high=thirds.high.n,
        high_days=names.high,
        high_limit=across.value_text(thirds.limits.high),
        count=found.days.size,
        span=found.span,
    )
