"""How hard a passphrase is to guess, roughly and without rules: by its length and variety."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from math import log2

_BITS = 45, 65, 85


class Strength(Enum):
    """Four steps; what stands between them is a judgement, not a measurement."""

    WEAK = 0
    FAIR = 1
    GOOD = 2
    STRONG = 3


def strength(passphrase: str) -> Strength:
    """Judge a passphrase by how many different signs it has and how many follow one another.

    A sign that repeats or continues the one before it ("aaa", "123") adds next to nothing. Whether
    the words stand in a list of common ones is not looked up.
    """
    signs = passphrase.strip()
    fresh = 1 + sum(abs(ord(after) - ord(before)) > 1 for before, after in pairwise(signs))
    bits = fresh * log2(max(len(set(signs)), 1))
    return Strength(sum(bits >= limit for limit in _BITS))
