"""What was thought likely before any diary was read. Judgements, written down, with their reasons.

They say how hard each question is looked at, never whether something is found without data. They
were written from the evidence that the reading cites and from plausibility, before any run, and are
never tuned on anyone's data. For pain alone: every other page has weight 1 and expects nothing.
"""

from __future__ import annotations

from typing import NamedTuple

SUSPECT = 8.0
"""How much harder the questions that a person named beforehand are looked at."""
MOST_SUSPECTS = 5


class Prior(NamedTuple):
    """How likely a factor is thought to matter to pain: on its own day, and the day after."""

    same_day: float
    next_day: float
    expected: int
    """1: more of it goes with more pain; -1: with less; 0: nothing is expected."""
    reason: str

    def weight(self, lag: int) -> float:
        """Return the raw weight of the question at a lag."""
        return self.same_day if lag == 0 else self.next_day


PAIN: dict[str, Prior] = {
    "sleep_quality": Prior(4, 4, -1, "the best supported link day by day, in both directions"),
    "stress": Prior(4, 4, 1, "daily diaries link stress and pain, more weakly the day after"),
    "overdid_it": Prior(4, 4, 1, "what people themselves report most, and what pacing rests on"),
    "fatigue": Prior(2, 2, 1, "tiredness and pain move together in most diaries"),
    "stressful_event": Prior(2, 2, 1, "as stress, but rarer and remembered as an event"),
    "mood": Prior(2, 1, -1, "goes with pain on the day; the day after is less sure"),
    "stiffness_minutes": Prior(2, 1, 1, "a part of the same morning"),
    "activity": Prior(1, 2, 1, "rest follows pain on the day; pain may follow activity the next"),
    "travel": Prior(1, 1, 1, "plausible: sitting, effort, lost sleep"),
    "unwell": Prior(1, 1, 1, "plausible: infections make most people ache"),
    "sat_long": Prior(1, 1, 1, "plausible: stiffness after sitting"),
    "sleep_hours": Prior(1, 1, -1, "weaker than how rested the night left one"),
    "gut": Prior(1, 0.5, 1, "comes along with pain; little is known of the order"),
    "fog": Prior(1, 0.5, 1, "comes along with pain; little is known of the order"),
    "weather_change": Prior(1, 0.5, 1, "small and mixed in studies, though often suspected"),
    "sensory_overload": Prior(1, 0.5, 1, "plausible: senses and pain are turned up together"),
    "burning_tingling": Prior(1, 0.5, 1, "another face of pain on the same day"),
    "good_company": Prior(0.5, 0.5, 0, "may help or tire"),
    "rest_break": Prior(0.5, 0.5, 0, "may help, or be taken because of pain"),
    "gentle_movement": Prior(0.5, 0.5, 0, "may help over weeks, or hurt on the day"),
}

OWN = Prior(1, 1, 1, "chosen by the person, who knows why")
ANYTHING_ELSE = Prior(0.5, 0.5, 1, "nothing in particular is known")
NO_PRIOR = Prior(1, 1, 0, "no page but that of pain has a table")

NIGHT = frozenset(
    {"sleep_quality", "sleep_hours", "sleep_latency_minutes", "awakenings", "sleep_device_score"}
)
"""Measures of the night that came before the day on whose row they stand."""

SAME_THING = (
    frozenset({"pain", "pain_worst", "pain_least", "pain_areas"}),
    frozenset({"sleep_quality", "sleep_device_score"}),
    frozenset({"gut", "bloating"}),
)
"""What asks one thing in several ways: none of a group is asked as a factor of another."""


def prior_of(factor: str, outcome: str, bad: int = 1) -> Prior:
    """Return what was thought of a factor on the page of an outcome.

    `bad` says whether high values of the factor are bad (1), good (-1) or neither (0); it gives the
    direction of what is in no table.
    """
    if outcome != "pain":
        return NO_PRIOR
    if factor in PAIN:
        return PAIN[factor]
    return (OWN if factor.startswith("own:") else ANYTHING_ELSE)._replace(expected=bad)


def is_same_thing(one: str, other: str) -> bool:
    """Tell whether two measures ask one thing in several ways."""
    return one == other or any({one, other} <= group for group in SAME_THING)
