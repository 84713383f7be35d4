"""What stands under the title of each factor's place."""

from __future__ import annotations

from fibrojournal.text import N_

LINES = {
    "central_sensitization": N_("Where it hurt, and what bothered you. It measures no nerve."),
    "neurotransmitters": N_("Your medicines and the days around them. It measures no messenger."),
    "immune": N_("The days around feeling ill. It says nothing of your immune system."),
    "genetics": N_("A diary cannot see genes, and that is fine."),
    "stress_trauma": N_(
        "Stress and the days around it. Seen together, which is not proof of cause."
    ),
    "gut_brain": N_("How your stomach felt, never bacteria. It is not proof of cause."),
    "sleep": N_("What the day after a night was like. Seen together, which is not proof of cause."),
    "small_fiber": N_("Where it burned or tingled. It cannot tell how your nerves are."),
    "hpa_axis": N_("Waking and evening energy on the same scale. It does not measure a hormone."),
    "environment_lifestyle": N_("Active days and those after. It is not proof of cause."),
    "network": N_("How the strands act together, in words."),
}
"""By the ids of factors: what is seen there, and what it is not."""

BACK = {
    "factors": N_("Back to Factors"),
    "reading": N_("Back to the reading"),
    "network": N_("Back to the network"),
}
"""Where one may have come from, and the words of the way back."""
