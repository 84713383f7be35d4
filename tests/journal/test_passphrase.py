from __future__ import annotations

import pytest

from fibrojournal.journal.passphrase import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "judged"),
    [
        ("", Strength.WEAK),
        ("   ", Strength.WEAK),
        ("password", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("1234567890123456789012345", Strength.WEAK),
        ("rain tomato lamp", Strength.FAIR),
        ("rain tomato lamp brick", Strength.GOOD),
        ("correct horse battery staple", Strength.STRONG),
    ],
)
def test_length_and_variety_make_a_passphrase_strong(passphrase: str, judged: Strength) -> None:
    assert strength(passphrase) is judged


def test_a_longer_passphrase_is_never_weaker() -> None:
    whole = "correct horse battery staple"
    judged = [strength(whole[:length]).value for length in range(len(whole) + 1)]
    assert judged == sorted(judged)
