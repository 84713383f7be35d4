"""The registry of triggers: yes-or-no chips, several a day, with an optional strength 1-3."""

from __future__ import annotations

from typing import NamedTuple

from fibrojournal.text import N_, _, inside_a_sentence


class Trigger(NamedTuple):
    """A thing that a day may hold. `protects`: thought to help rather than to trigger."""

    id: str
    name: str
    factor: str | None
    protects: bool = False
    is_own_name: bool = False
    """Whether the person named it, in words that stay as they were written."""

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.name)

    @property
    def inner_label(self) -> str:
        """Its label inside a sentence."""
        return self.label if self.is_own_name else inside_a_sentence(self.label)


# In the order in which a new journal shows them.
TRIGGERS: tuple[Trigger, ...] = (
    Trigger("overdid_it", N_("Overdid it"), "environment_lifestyle"),
    Trigger("stressful_event", N_("Stressful event"), "stress_trauma"),
    Trigger("weather_change", N_("Weather change"), "environment_lifestyle"),
    Trigger("sat_long", N_("Sat for long"), "environment_lifestyle"),
    Trigger("travel", N_("Travel"), "environment_lifestyle"),
    Trigger("skipped_meal", N_("Skipped meal"), "gut_brain"),
    Trigger("unwell", N_("Unwell"), "immune"),
    Trigger("period", N_("Period"), "hpa_axis"),
    Trigger("good_company", N_("Good company"), "stress_trauma", protects=True),
    Trigger("gentle_movement", N_("Gentle movement"), "environment_lifestyle", protects=True),
    Trigger("rest_break", N_("Rest break"), "environment_lifestyle", protects=True),
    Trigger("sensory_overload", N_("Too much light or noise"), "central_sensitization"),
    Trigger("burning_tingling", N_("Burning or tingling"), "small_fiber"),
    Trigger("medicine_change", N_("Medicine change"), "neurotransmitters"),
    Trigger("poor_food", N_("Ate poorly"), "gut_brain"),
)

TRIGGER_BY_ID = {trigger.id: trigger for trigger in TRIGGERS}
STRENGTHS = (1, 2, 3)
