"""What the person suspects and would rather not see, as choices of the journal."""

from __future__ import annotations

from fibrojournal.journal.edits import SetSetting
from fibrojournal.journal.suspicions import (
    MOST,
    Finding,
    Suspicion,
    dismissed,
    is_left,
    leave,
    set_dismissed,
    set_suspicion,
    suspicions,
)


def settings_of(*edits: SetSetting) -> dict[str, str]:
    return {edit.key: edit.value for edit in edits if edit.value is not None}


def test_a_suspicion_comes_back_as_it_was() -> None:
    both = Suspicion("own:cold_hands", 1), Suspicion("sleep_quality", 0)
    assert suspicions(settings_of(*(set_suspicion(one, on=True) for one in both))) == both


def test_taking_one_away_leaves_nothing() -> None:
    assert set_suspicion(Suspicion("stress", 1), on=False).value is None


def test_more_than_five_are_five() -> None:
    many = [Suspicion(f"own:n{n}", 0) for n in range(MOST + 2)]
    assert suspicions(settings_of(*(set_suspicion(one, on=True) for one in many))) == tuple(
        many[:MOST]
    )


def test_a_dismissed_finding_comes_back_as_it_was() -> None:
    finding = Finding("fatigue", "own:cold_hands", 1)
    settings = settings_of(set_dismissed(finding, on=True))
    assert dismissed(settings) == {finding}
    assert suspicions(settings) == ()


def test_what_makes_no_sense_is_passed_over() -> None:
    settings = {"suspect.": "on", "suspect.stress": "on", "dismissed.pain/x": "on", "other": "on"}
    assert suspicions(settings) == ()
    assert dismissed(settings) == frozenset()


def test_to_be_asked_for_suspicions_no_more_is_no_suspicion() -> None:
    left = {leave().key: leave().value or ""}
    assert is_left(left)
    assert not is_left({})
    assert suspicions(left) == ()
