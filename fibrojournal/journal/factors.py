"""The ten contributing factors of fibromyalgia, and the network picture that joins them."""

from __future__ import annotations

from typing import NamedTuple

from fibrojournal.text import N_


class Factor(NamedTuple):
    """A strand of the picture; its reading lies in `resources/learn/<id>`."""

    id: str
    name: str
    icon: str


FACTORS: tuple[Factor, ...] = (
    Factor("central_sensitization", N_("Central sensitization"), "audio-waveform"),
    Factor("neurotransmitters", N_("Neurotransmitters"), "atom"),
    Factor("immune", N_("Immune system"), "shield"),
    Factor("genetics", N_("Genetics"), "dna"),
    Factor("stress_trauma", N_("Stress and trauma"), "zap"),
    Factor("gut_brain", N_("Gut and brain"), "salad"),
    Factor("sleep", N_("Sleep"), "moon"),
    Factor("small_fiber", N_("Small nerve fibres"), "git-branch"),
    Factor("hpa_axis", N_("Stress hormones and rhythm"), "sunrise"),
    Factor("environment_lifestyle", N_("Environment and lifestyle"), "leaf"),
    Factor("network", N_("A network, not one cause"), "network"),
)

FACTOR_IDS = frozenset(factor.id for factor in FACTORS)
