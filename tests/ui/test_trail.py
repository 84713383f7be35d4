"""Back and forward through what was read."""

from __future__ import annotations

from fibrojournal.ui.trail import Trail


def trail(*ids: str) -> Trail:
    made = Trail()
    for id in ids:
        made.visit(id)
    return made


def test_nothing_was_before_the_first() -> None:
    made = trail()
    assert not made.can_step(-1)
    assert made.step(-1) == ""
    made.visit("a")
    assert made.step(-1) == made.step(1) == ""


def test_it_goes_back_and_forward_again() -> None:
    made = trail("a", "b", "c")
    assert [made.step(-1), made.step(-1), made.step(1)] == ["b", "a", "b"]


def test_the_same_again_is_no_step() -> None:
    made = trail("a", "b", "b")
    assert made.step(-1) == "a"


def test_going_on_from_the_middle_lets_go_of_what_lay_ahead() -> None:
    made = trail("a", "b", "c")
    made.step(-1)
    made.visit("d")
    assert not made.can_step(1)
    assert made.step(-1) == "b"
