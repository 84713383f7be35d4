"""The registry of daily measures: adding one is adding one entry to `MEASURES`.

Ids are stable for ever: they stand in journals, exports and scripts. Scales are never flipped:
`Direction` says which end is good. A measure that was not answered has no reading; it is never 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import floor, isfinite
from typing import NamedTuple

from fibrojournal.text import N_, _, inside_a_sentence, plain_number, quantity


class Direction(Enum):
    """Which end of a scale is the good one."""

    HIGH_IS_BAD = "bad"
    HIGH_IS_GOOD = "good"
    NEITHER = "neither"


class Asked(Enum):
    """When in the day the question looks back."""

    WAKING = "waking"
    EVENING = "evening"
    ANY_TIME = "any"


class Place(Enum):
    """Where the window asks it."""

    TODAY = "today"
    MORE = "more"
    DETAIL = "detail"
    DERIVED = "derived"
    CHECK_IN = "check_in"
    """Not on the daily form: a check-in asks it now and then."""
    HIDDEN = "hidden"
    """Nowhere, as the person chose; its answers stay."""
    WHOLE_DAY = "whole day"
    """Not a question: a mark that one key sets on the day. No chart draws it."""
    MOMENT = "moment"
    """Only of a moment, several times a day; the day as a whole has no answer to it."""


NEVER_ON_THE_FORM = (Place.DERIVED, Place.CHECK_IN, Place.WHOLE_DAY, Place.MOMENT)
"""A measure of these places stays there: nobody can choose to have it asked each day."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A closed range and the steps that the form offers; imports may lie between steps."""

    low: float
    high: float
    step: float = 1.0

    def __post_init__(self) -> None:
        if not (isfinite(self.low) and isfinite(self.high) and self.low < self.high):
            raise ValueError("a scale runs from a low end to a higher one")
        if not 0 < self.step <= self.high - self.low:
            raise ValueError("a scale has steps that fit into it")

    def holds(self, value: float) -> bool:
        """Tell whether a value lies on the scale (NaN and infinities do not)."""
        return self.low <= value <= self.high

    def nearest_step(self, value: float) -> float:
        """Return the step that a value on the scale lies nearest to; half-way goes up."""
        steps = floor((value - self.low) / self.step + 0.5)
        return min(self.low + steps * self.step, self.high)

    @property
    def is_rating(self) -> bool:
        """Tell whether the form shows one cell a step."""
        return (self.high - self.low) / self.step <= 10 and self.step == 1.0


class Words(NamedTuple):
    """The words beside a value, up to and including `upto`."""

    upto: float
    word: str


class Measure(NamedTuple):
    """One question of the diary, with everything that any page needs to ask and show it."""

    id: str
    name: str
    question: str
    scale: Scale
    direction: Direction
    asked: Asked
    place: Place
    factors: tuple[str, ...] = ()
    outcome: bool = False
    low_end: str = ""
    high_end: str = ""
    words: tuple[Words, ...] = ()
    unit: str = ""
    short_name: str = ""
    topic: str = ""
    first_step: float | None = None
    """Where the first press of plus or minus goes; None is the lower end."""
    is_own_name: bool = False
    """Whether the person named it, in words that stay as they were written."""
    worded: str = ""
    """What a sentence calls it, where its name on the form makes none: "Energy, waking was ..."."""

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.name)

    @property
    def short_label(self) -> str:
        """Its translated name where there is little room."""
        return _(self.short_name or self.name)

    @property
    def worded_label(self) -> str:
        """What a sentence begins with that is about it."""
        return _(self.worded) if self.worded else self.short_label

    @property
    def inner_label(self) -> str:
        """What it is called inside a sentence."""
        return self.worded_label if self.is_own_name else inside_a_sentence(self.worded_label)

    def word_for(self, value: float) -> str:
        """Return the translated word for a value, or nothing where a number says enough.

        A value between two steps, such as an imported 3.3, takes the word of the cell that
        shows it.
        """
        step = self.scale.nearest_step(value)
        return next((_(words.word) for words in self.words if step <= words.upto), "")

    def value_text(self, value: float) -> str:
        """Write a value with its unit: "6.5 h", "6", "−1"."""
        return quantity(value, self.unit)

    def spoken(self, value: float) -> str:
        """Write a value with its word: "6, strong"."""
        word = self.word_for(value)
        return f"{self.value_text(value)}, {word}" if word else self.value_text(value)


ZERO_TO_TEN = Scale(0, 10)

_SEVERITY = (
    Words(0, N_("none")),
    Words(3, N_("mild")),
    Words(5, N_("moderate")),
    Words(7, N_("strong")),
    Words(9, N_("severe")),
    Words(10, N_("worst")),
)
_TIREDNESS = (
    Words(0, N_("rested")),
    Words(3, N_("light")),
    Words(5, N_("moderate")),
    Words(7, N_("heavy")),
    Words(9, N_("very heavy")),
    Words(10, N_("exhausted")),
)
_SLEEP = (
    Words(1, N_("very poor")),
    Words(4, N_("poor")),
    Words(6, N_("fair")),
    Words(8, N_("good")),
    Words(10, N_("very good")),
)
_STRESS = (
    Words(0, N_("calm")),
    Words(3, N_("mild")),
    Words(5, N_("moderate")),
    Words(7, N_("strong")),
    Words(9, N_("severe")),
    Words(10, N_("as much as I can take")),
)
_FOG = (
    Words(0, N_("clear")),
    Words(3, N_("mild")),
    Words(5, N_("moderate")),
    Words(7, N_("strong")),
    Words(9, N_("severe")),
    Words(10, N_("very foggy")),
)
_ENERGY = (
    Words(0, N_("none at all")),
    Words(3, N_("low")),
    Words(6, N_("in between")),
    Words(8, N_("good")),
    Words(10, N_("full of energy")),
)
_MOOD = (
    Words(1, N_("very low")),
    Words(4, N_("low")),
    Words(6, N_("in between")),
    Words(8, N_("good")),
    Words(10, N_("very good")),
)
_BOTHER = (
    Words(0, N_("no bother")),
    Words(3, N_("a little")),
    Words(5, N_("moderate")),
    Words(7, N_("strong")),
    Words(9, N_("severe")),
    Words(10, N_("worst")),
)
_TOO_ILL = (Words(0, N_("no")), Words(1, N_("yes")))
_ACTIVITY = (
    Words(-2, N_("much less")),
    Words(-1, N_("a bit less")),
    Words(0, N_("my usual")),
    Words(1, N_("a bit more")),
    Words(2, N_("much more")),
)
_STOOL = (
    Words(1, N_("hard lumps")),
    Words(2, N_("firm")),
    Words(3, N_("soft, formed")),
    Words(4, N_("loose")),
    Words(5, N_("watery")),
)

TOPICS = (
    N_("The night"),
    N_("Worst and least"),
    N_("Stiffness"),
    N_("Burning"),
    N_("Light and sound"),
    N_("Bowels"),
    N_("Heat, dizziness"),
    N_("Movement"),
    N_("Coffee, alcohol"),
    N_("From a device"),
)
"""What the measures of detail are gathered under, in the order in which the form shows them."""

_BAD, _GOOD, _NEITHER = Direction.HIGH_IS_BAD, Direction.HIGH_IS_GOOD, Direction.NEITHER
_MINUTES_A_DAY = Scale(0, 1440, 5)
_COUNT = Scale(0, 100)


def _sensitivity(what: str, name: str, question: str) -> Measure:
    return Measure(
        f"sensitivity_{what}",
        name,
        question,
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.DETAIL,
        ("central_sensitization",),
        low_end=N_("no bother"),
        high_end=N_("worst I can imagine"),
        words=_BOTHER,
        topic=N_("Light and sound"),
    )


MEASURES: tuple[Measure, ...] = (
    Measure(
        "pain",
        N_("Pain"),
        N_("Pain today, on the whole"),
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.TODAY,
        ("central_sensitization",),
        outcome=True,
        low_end=N_("no pain"),
        high_end=N_("worst I can imagine"),
        words=_SEVERITY,
    ),
    Measure(
        "sleep_quality",
        N_("Sleep last night"),
        N_("How rested the night left you"),
        ZERO_TO_TEN,
        _GOOD,
        Asked.WAKING,
        Place.TODAY,
        ("sleep", "hpa_axis"),
        outcome=True,
        low_end=N_("very poor"),
        high_end=N_("very good"),
        words=_SLEEP,
        short_name=N_("Sleep"),
    ),
    Measure(
        "stress",
        N_("Stress"),
        N_("How stressful today was"),
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.TODAY,
        ("stress_trauma", "hpa_axis", "environment_lifestyle"),
        low_end=N_("calm"),
        high_end=N_("as much as I can take"),
        words=_STRESS,
    ),
    Measure(
        "fatigue",
        N_("Fatigue"),
        N_("How tired you were today"),
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.TODAY,
        ("sleep", "immune"),
        outcome=True,
        low_end=N_("rested"),
        high_end=N_("exhausted"),
        words=_TIREDNESS,
    ),
    Measure(
        "fog",
        N_("Fibro fog"),
        N_("How hard it was to think clearly"),
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.TODAY,
        ("sleep",),
        outcome=True,
        low_end=N_("clear"),
        high_end=N_("very foggy"),
        words=_FOG,
        short_name=N_("Fog"),
    ),
    Measure(
        "sleep_hours",
        N_("Hours slept"),
        N_("About how long you slept"),
        Scale(0, 24, 0.5),
        _NEITHER,
        Asked.WAKING,
        Place.MORE,
        ("sleep",),
        unit=N_("h"),
        first_step=7.0,
    ),
    Measure(
        "energy_morning",
        N_("Energy, waking"),
        N_("Energy just after getting up"),
        ZERO_TO_TEN,
        _GOOD,
        Asked.WAKING,
        Place.MORE,
        ("hpa_axis",),
        low_end=N_("none at all"),
        high_end=N_("full of energy"),
        words=_ENERGY,
        worded=N_("Energy on waking"),
    ),
    Measure(
        "energy_evening",
        N_("Energy, evening"),
        N_("Energy this evening"),
        ZERO_TO_TEN,
        _GOOD,
        Asked.EVENING,
        Place.MORE,
        ("hpa_axis",),
        outcome=True,
        low_end=N_("none at all"),
        high_end=N_("full of energy"),
        words=_ENERGY,
        worded=N_("Energy in the evening"),
    ),
    Measure(
        "mood",
        N_("Mood"),
        N_("Mood today"),
        ZERO_TO_TEN,
        _GOOD,
        Asked.EVENING,
        Place.MORE,
        ("stress_trauma", "neurotransmitters"),
        outcome=True,
        low_end=N_("very low"),
        high_end=N_("very good"),
        words=_MOOD,
    ),
    Measure(
        "gut",
        N_("Stomach, bowels"),
        N_("How much stomach or bowels bothered you"),
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.MORE,
        ("gut_brain",),
        outcome=True,
        low_end=N_("no bother"),
        high_end=N_("worst I can imagine"),
        words=_BOTHER,
        worded=N_("Stomach and bowel trouble"),
    ),
    Measure(
        "activity",
        N_("Activity"),
        N_("More or less active than your usual"),
        Scale(-2, 2),
        _NEITHER,
        Asked.EVENING,
        Place.MORE,
        ("environment_lifestyle",),
        low_end=N_("much less"),
        high_end=N_("much more"),
        words=_ACTIVITY,
    ),
    _sensitivity("light", N_("Light"), N_("Bothered more than usual by light")),
    _sensitivity("sound", N_("Sound"), N_("Bothered more than usual by sound")),
    _sensitivity("touch", N_("Touch"), N_("Bothered more than usual by touch")),
    _sensitivity("smell", N_("Smell"), N_("Bothered more than usual by smells")),
    _sensitivity("temperature", N_("Heat or cold"), N_("Bothered more than usual by heat or cold")),
    Measure(
        "burning",
        N_("Burning, tingling"),
        N_("Burning, tingling or electric feelings"),
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.DETAIL,
        ("small_fiber",),
        low_end=N_("none"),
        high_end=N_("worst I can imagine"),
        words=_SEVERITY,
        topic=N_("Burning"),
        worded=N_("Burning or tingling"),
    ),
    Measure(
        "stiffness_minutes",
        N_("Morning stiffness"),
        N_("How long stiffness lasted after getting up"),
        Scale(0, 600, 5),
        _BAD,
        Asked.WAKING,
        Place.DETAIL,
        ("immune", "sleep"),
        unit=N_("min"),
        topic=N_("Stiffness"),
    ),
    Measure(
        "pain_worst",
        N_("Worst pain"),
        N_("Pain at its worst today"),
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.DETAIL,
        ("central_sensitization",),
        low_end=N_("no pain"),
        high_end=N_("worst I can imagine"),
        words=_SEVERITY,
        topic=N_("Worst and least"),
    ),
    Measure(
        "pain_least",
        N_("Least pain"),
        N_("Pain at its least today"),
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.DETAIL,
        ("central_sensitization",),
        low_end=N_("no pain"),
        high_end=N_("worst I can imagine"),
        words=_SEVERITY,
        topic=N_("Worst and least"),
    ),
    Measure(
        "sleep_latency_minutes",
        N_("Time to fall asleep"),
        N_("About how long it took to fall asleep"),
        _MINUTES_A_DAY,
        _NEITHER,
        Asked.WAKING,
        Place.DETAIL,
        ("sleep",),
        unit=N_("min"),
        topic=N_("The night"),
    ),
    Measure(
        "awakenings",
        N_("Wakings"),
        N_("How often you woke in the night"),
        _COUNT,
        _NEITHER,
        Asked.WAKING,
        Place.DETAIL,
        ("sleep",),
        topic=N_("The night"),
    ),
    Measure(
        "nap_minutes",
        N_("Naps"),
        N_("About how long you napped"),
        _MINUTES_A_DAY,
        _NEITHER,
        Asked.WAKING,
        Place.DETAIL,
        ("sleep",),
        unit=N_("min"),
        topic=N_("The night"),
    ),
    Measure(
        "bloating",
        N_("Bloating"),
        N_("How bloated you felt"),
        ZERO_TO_TEN,
        _BAD,
        Asked.EVENING,
        Place.DETAIL,
        ("gut_brain",),
        low_end=N_("none"),
        high_end=N_("worst I can imagine"),
        words=_BOTHER,
        topic=N_("Bowels"),
    ),
    Measure(
        "stool_form",
        N_("Stool"),
        N_("From hard lumps to watery"),
        Scale(1, 5),
        _NEITHER,
        Asked.EVENING,
        Place.DETAIL,
        ("gut_brain",),
        low_end=N_("hard lumps"),
        high_end=N_("watery"),
        words=_STOOL,
        topic=N_("Bowels"),
    ),
    Measure(
        "temperature_c",
        N_("Body temperature"),
        N_("Body temperature"),
        Scale(30, 45, 0.1),
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("immune",),
        unit=N_("°C"),
        first_step=36.5,
        topic=N_("Heat, dizziness"),
    ),
    Measure(
        "dizziness",
        N_("Dizziness"),
        N_("Dizziness on standing up"),
        ZERO_TO_TEN,
        _BAD,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("hpa_axis",),
        low_end=N_("none"),
        high_end=N_("worst I can imagine"),
        words=_SEVERITY,
        topic=N_("Heat, dizziness"),
    ),
    Measure(
        "exercise_minutes",
        N_("Exercise"),
        N_("Minutes of exercise"),
        _MINUTES_A_DAY,
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("environment_lifestyle",),
        unit=N_("min"),
        topic=N_("Movement"),
    ),
    Measure(
        "steps",
        N_("Steps"),
        N_("Steps today"),
        Scale(0, 200_000, 100),
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("environment_lifestyle",),
        first_step=3000.0,
        topic=N_("Movement"),
    ),
    Measure(
        "sitting_longest_minutes",
        N_("Longest sitting"),
        N_("Longest time sitting without a break"),
        _MINUTES_A_DAY,
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("environment_lifestyle",),
        unit=N_("min"),
        topic=N_("Movement"),
    ),
    Measure(
        "caffeine_late",
        N_("Late caffeine"),
        N_("Drinks with caffeine after two in the afternoon"),
        _COUNT,
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("environment_lifestyle",),
        topic=N_("Coffee, alcohol"),
    ),
    Measure(
        "alcohol_units",
        N_("Alcohol"),
        N_("Alcoholic drinks"),
        Scale(0, 100, 0.5),
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("environment_lifestyle",),
        topic=N_("Coffee, alcohol"),
    ),
    Measure(
        "resting_heart_rate",
        N_("Resting pulse"),
        N_("Resting pulse, from a device"),
        Scale(20, 250),
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("hpa_axis",),
        unit=N_("/min"),
        first_step=70.0,
        topic=N_("From a device"),
    ),
    Measure(
        "hrv_sdnn",
        N_("Pulse variability, SDNN"),
        N_("Heart rate variability SDNN, from a device"),
        Scale(0, 500),
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("hpa_axis",),
        unit=N_("ms"),
        first_step=50.0,
        topic=N_("From a device"),
    ),
    Measure(
        "hrv_rmssd",
        N_("Pulse variability, RMSSD"),
        N_("Heart rate variability RMSSD, from a device"),
        Scale(0, 500),
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("hpa_axis",),
        unit=N_("ms"),
        first_step=30.0,
        topic=N_("From a device"),
    ),
    Measure(
        "sleep_device_score",
        N_("Sleep score of a device"),
        N_("The score that a device gave the night"),
        Scale(0, 100),
        _NEITHER,
        Asked.ANY_TIME,
        Place.DETAIL,
        ("sleep",),
        first_step=70.0,
        topic=N_("From a device"),
    ),
    Measure(
        "pain_areas",
        N_("Painful areas"),
        N_("How many of the 19 areas hurt, counted from the body map"),
        Scale(0, 19),
        _BAD,
        Asked.EVENING,
        Place.DERIVED,
        ("central_sensitization",),
    ),
    Measure(
        "too_ill",
        N_("Too ill to log"),
        N_("The day was too hard to note anything"),
        Scale(0, 1),
        _BAD,
        Asked.ANY_TIME,
        Place.WHOLE_DAY,
        low_end=N_("no"),
        high_end=N_("yes"),
        words=_TOO_ILL,
    ),
    Measure(
        "energy",
        N_("Energy"),
        N_("Energy at this moment"),
        ZERO_TO_TEN,
        _GOOD,
        Asked.ANY_TIME,
        Place.MOMENT,
        ("hpa_axis",),
        low_end=N_("none at all"),
        high_end=N_("full of energy"),
        words=_ENERGY,
    ),
)

MEASURE_BY_ID = {measure.id: measure for measure in MEASURES}

TOO_ILL = "too_ill"
"""1 on a day that is known to have been too hard to note; every other answer stays missing."""


def range_text(measure: Measure) -> str:
    """Write the ends of a scale: "0 no pain to 10 worst I can imagine", or "0 to 24 h"."""
    low, high = plain_number(measure.scale.low), plain_number(measure.scale.high)
    if measure.low_end:
        return _("{low} {low_end} to {high} {high_end}").format(
            low=low, low_end=_(measure.low_end), high=high, high_end=_(measure.high_end)
        )
    unit = f" {_(measure.unit)}" if measure.unit else ""
    return _("{low} to {high}").format(low=low, high=f"{high}{unit}")
