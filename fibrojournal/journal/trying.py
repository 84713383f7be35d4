"""What may be tried: small, safe things to choose from, and a kind word where one is not.

Medicines, doses, eating less, sleeping less and more exertion are never offered: a doctor should be
asked about them, or they can do harm in themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from fibrojournal.text import N_, _


class Thing(NamedTuple):
    """A small thing to try, in words for a start."""

    id: str
    name: str
    question: str
    first: str
    second: str
    in_evening: bool = False
    """Done so late that the day after tells."""
    design: str = "days"
    outcome: str = "pain"
    """The measure that its question speaks of."""


THINGS: tuple[Thing, ...] = (
    Thing(
        "rest_breaks",
        N_("Rest breaks"),
        N_("Do planned rest breaks go with less pain?"),
        N_("Two planned rest breaks"),
        N_("Rest as it comes"),
    ),
    Thing(
        "small_parts",
        N_("Tasks in small parts"),
        N_("Do tasks in small parts go with less pain?"),
        N_("Larger tasks in small parts"),
        N_("Tasks as they come"),
        design="spells",
    ),
    Thing(
        "bedtime",
        N_("Fixed bedtime"),
        N_("Does a fixed bedtime go with less pain?"),
        N_("Lights out at my usual time"),
        N_("Bed whenever it suits"),
        in_evening=True,
        design="weeks",
    ),
    Thing(
        "screens",
        N_("Screens away before bed"),
        N_("Do evenings without screens go with better sleep?"),
        N_("No screens in the last hour"),
        N_("Screens as usual"),
        in_evening=True,
        outcome="sleep_quality",
    ),
    Thing(
        "breathing",
        N_("Quiet breathing"),
        N_("Does quiet breathing go with less pain?"),
        N_("Ten minutes of quiet breathing"),
        N_("No time set aside for it"),
    ),
    Thing(
        "daylight",
        N_("Morning daylight"),
        N_("Does daylight in the morning go with more energy in the evening?"),
        N_("Breakfast by the window"),
        N_("Breakfast anywhere"),
        design="spells",
        outcome="energy_evening",
    ),
)


MEDICINES = N_("Medicines and doses belong to you and your doctor; this page is for small things.")
FOOD = N_(
    "Eating less, or leaving foods out, is better talked over with a doctor first; "
    "this page is for small things."
)
LESS_SLEEP = N_("This page offers nothing that takes sleep away; sleep is dear enough.")
EXERTION = N_(
    "This page offers nothing that asks more of your body; a smaller thing suits it better."
)


class _Caution(NamedTuple):
    words: tuple[str, ...]
    sentence: str


_CAUTIONS: tuple[_Caution, ...] = (
    _Caution(
        (
            *("dose", "doses", "dosage", "pill", "pills", "tablet", "tablets", "capsule"),
            *("capsules", "mg", "medicine", "medicines", "medication", "medications", "meds"),
            *("drug", "drugs", "painkiller", "painkillers", "supplement", "supplements", "cbd"),
            *("vitamin", "vitamins", "cannabis", "opioid", "opioids", "antidepressant"),
            *("injection", "injections", "prescription", "ibuprofen", "paracetamol"),
        ),
        MEDICINES,
    ),
    _Caution(
        (
            *("fasting", "diet", "diets", "calories", "skip a meal", "skip meals"),
            *("skipping meals", "skip breakfast", "skip lunch", "skip dinner", "no breakfast"),
            *("no lunch", "no dinner", "eat less", "eating less", "gluten", "keto", "low carb"),
        ),
        FOOD,
    ),
    _Caution(
        (
            *("sleep less", "less sleep", "sleeping less", "stay up", "staying up", "all night"),
            *("no sleep", "fewer hours", "sleep restriction"),
        ),
        LESS_SLEEP,
    ),
    _Caution(
        (
            *("push through", "pushing through", "more exercise", "exercise more", "workout"),
            *("workouts", "gym", "running", "run", "jog", "jogging", "sprint", "no rest"),
            *(
                "no breaks",
                "without rest",
                "without breaks",
                "harder",
                "longer walk",
                "longer walks",
            ),
        ),
        EXERTION,
    ),
)


def caution(words: str, medicines: Iterable[str] = ()) -> str:
    """Return a kind sentence where words speak of what is not tried here; nothing where not.

    `medicines` are the names of those that the journal holds.
    """
    plain = _plain(words)
    for at, (listed, sentence) in enumerate(_CAUTIONS):
        names = [_plain(name) for name in medicines] if at == 0 else []
        if any(wanted and f" {wanted} " in f" {plain} " for wanted in (*listed, *names)):
            return _(sentence)
    return ""


def _plain(words: str) -> str:
    """Return words without signs, and a number apart from what follows it: 30mg is 30 mg."""
    return " ".join(re.findall(r"\d+|[^\W\d]+", words.casefold()))
