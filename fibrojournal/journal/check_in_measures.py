"""The registry of what a check-in asks, now and then: its items, and the sums of them.

Ids are stable for ever, like those of the daily measures. They are stored, exported, imported and
merged like any answer, on the day of the check-in; Today asks none of them. Our own words follow
the topics of the rules in `scoring`; the four questions of PHQ-2 and GAD-2 stand in their own
wording, which Pfizer lets everybody use: changed words would be another questionnaire.
"""

from __future__ import annotations

from fibrojournal.journal.areas import AREAS, Area
from fibrojournal.journal.measures import Asked, Direction, Measure, Place, Scale, Words
from fibrojournal.journal.scoring import OverallChange
from fibrojournal.text import N_

WPI, SSS, PSD = "wpi", "sss", "psd"
PSD_HIGHEST = 31
PHQ2, GAD2, OVERALL_CHANGE = "phq2", "gad2", "overall_change"
LASTING = "lasting_three_months"
"""Whether the pain has been much the same for three months: a part of the rules, not of the sum."""

LEVELS = (N_("none"), N_("slight"), N_("moderate"), N_("severe"))
YES_NO = (N_("no"), N_("yes"))
HOW_OFTEN = (
    N_("Not at all"),
    N_("Several days"),
    N_("More than half the days"),
    N_("Nearly every day"),
)
FORTNIGHT = N_("Over the last 2 weeks, how often have you been bothered by the following problems?")
CREDIT = N_(
    "PHQ-2 and GAD-2 were developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke"
    " and colleagues, with an educational grant from Pfizer Inc. No permission required to"
    " reproduce, translate, display or distribute."
)


def area_item(area_id: str) -> str:
    """Return the id of the item that says whether an area hurt in the last seven days."""
    return f"{WPI}_{area_id}"


def _item(id: str, name: str, question: str, words: tuple[str, ...]) -> Measure:
    return Measure(
        id,
        name,
        question,
        Scale(0, len(words) - 1),
        Direction.HIGH_IS_BAD,
        Asked.ANY_TIME,
        Place.CHECK_IN,
        ("central_sensitization",),
        low_end=words[0],
        high_end=words[-1],
        words=tuple(Words(value, word) for value, word in enumerate(words)),
    )


def _sum(id: str, name: str, question: str, high: float, short_name: str = "") -> Measure:
    return Measure(
        id,
        name,
        question,
        Scale(0, high),
        Direction.HIGH_IS_BAD,
        Asked.ANY_TIME,
        Place.CHECK_IN,
        ("central_sensitization",),
        short_name=short_name,
    )


def _area(area: Area) -> Measure:
    return _item(area_item(area.id), area.name, N_("Hurt in the last 7 days"), YES_NO)


SEVERITIES = (
    _item("sss_fatigue", N_("Tiredness"), N_("heavy body, no strength"), LEVELS),
    _item("sss_unrefreshed", N_("Waking unrefreshed"), N_("tired after a whole night"), LEVELS),
    _item("sss_thinking", N_("Thinking and memory"), N_("losing words or the thread"), LEVELS),
)
"""Over the last seven days."""
SYMPTOMS = (
    _item("sss_headache", N_("Headaches"), N_("in the last 6 months"), YES_NO),
    _item("sss_abdomen", N_("Pain or cramps low in the belly"), N_("in the last 6 months"), YES_NO),
    _item("sss_depression", N_("Low mood that lasted"), N_("in the last 6 months"), YES_NO),
)
LASTS = _item(
    LASTING, N_("Like this for 3 months or more"), N_("much the same, on most days"), YES_NO
)
MOOD = (
    _item(
        "phq2_1",
        N_("Little interest or pleasure in doing things"),
        FORTNIGHT,
        HOW_OFTEN,
    ),
    _item("phq2_2", N_("Feeling down, depressed, or hopeless"), FORTNIGHT, HOW_OFTEN),
)
WORRY = (
    _item("gad2_1", N_("Feeling nervous, anxious, or on edge"), FORTNIGHT, HOW_OFTEN),
    _item("gad2_2", N_("Not being able to stop or control worrying"), FORTNIGHT, HOW_OFTEN),
)
CHANGE = Measure(
    OVERALL_CHANGE,
    N_("Overall change"),
    N_("Compared with when you started this journal, how are you on the whole?"),
    Scale(1, 7),
    Direction.HIGH_IS_BAD,
    Asked.ANY_TIME,
    Place.CHECK_IN,
    ("central_sensitization",),
    low_end=OverallChange.VERY_MUCH_BETTER.word,
    high_end=OverallChange.VERY_MUCH_WORSE.word,
    words=tuple(Words(change.value, change.word) for change in OverallChange),
)

CHECK_IN_MEASURES: tuple[Measure, ...] = (
    *map(_area, AREAS),
    LASTS,
    *SEVERITIES,
    *SYMPTOMS,
    _sum(WPI, N_("Painful areas in 7 days"), N_("How many areas hurt in the last 7 days"), 19),
    _sum(SSS, N_("Severity"), N_("How heavy tiredness and the other complaints were"), 12),
    _sum(
        PSD,
        N_("Areas plus severity"),
        N_("Painful areas plus severity"),
        PSD_HIGHEST,
        N_("Check-in"),
    ),
    *MOOD,
    *WORRY,
    _sum(PHQ2, N_("Mood in 2 weeks, PHQ-2"), FORTNIGHT, 6, N_("PHQ-2")),
    _sum(GAD2, N_("Worry in 2 weeks, GAD-2"), FORTNIGHT, 6, N_("GAD-2")),
    CHANGE,
)

CHECK_IN_BY_ID = {measure.id: measure for measure in CHECK_IN_MEASURES}
