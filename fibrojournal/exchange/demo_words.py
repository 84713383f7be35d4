"""Short notes for made-up days: ordinary sentences, picked by how the day was."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from fibrojournal.text import N_, _

_FLARE = (
    N_("Stayed in bed until noon. Warm bath in the evening."),
    N_("Everything felt heavy today."),
    N_("Shoulders and hips were the worst. Kept the lights low."),
    N_("Cancelled the afternoon and rested."),
)
_POOR_NIGHT = (
    N_("Awake from three to five."),
    N_("Slept lightly and woke stiff."),
    N_("A short night; the morning took long to get going."),
)
_GOOD_DAY = (
    N_("A walk by the river. It felt easy."),
    N_("Cooked for friends and sat in the garden."),
    N_("A good morning. Finished the book."),
    N_("Light day, and a long talk on the phone with my sister."),
)
_HARD_DAY = (
    N_("A hard day."),
    N_("Mostly resting."),
)
_TENSE = (
    N_("Long meeting, tense neck afterwards."),
    N_("A full day; glad that it is evening."),
)
_BUSY = (
    N_("Did the whole kitchen in one go."),
    N_("Carried the shopping up the stairs twice."),
)
_ORDINARY = (
    N_("Hands stiff until ten, then better."),
    N_("Rain all day, stayed in with tea."),
    N_("Stretching before bed helped me settle."),
    N_("Desk work in the morning, a rest after lunch."),
    N_("Nothing special."),
)


def note_for(
    ratings: Mapping[str, float], triggers: frozenset[str], random: Random, *, in_flare: bool
) -> str:
    """Pick a note that fits the day."""
    kinds = (
        (in_flare, _FLARE),
        (ratings["pain"] >= 7.5, _HARD_DAY),
        ("overdid_it" in triggers, _BUSY),
        (ratings["stress"] >= 6.5, _TENSE),
        (ratings["sleep_quality"] <= 3, _POOR_NIGHT),
        (ratings["pain"] <= 3.5, _GOOD_DAY),
    )
    pool = next((pool for fits, pool in kinds if fits), _ORDINARY)
    return _(random.choice(pool))
