from __future__ import annotations

from itertools import pairwise

import pytest

from fibrojournal.heat import STEPS, heat_ramp, heat_step
from fibrojournal.tokens import THEMES, Tokens, contrast, luminance, tokens

MEASURES = ("pain", "sleep_quality", "stress", "fatigue", "fog", "mood", "own:cold_hands")


@pytest.fixture(params=THEMES)
def look(request: pytest.FixtureRequest) -> Tokens:
    return tokens(request.param)


def test_pain_has_the_ramp_that_was_drawn_for_it(look: Tokens) -> None:
    assert heat_ramp(look, "pain") == look.ramp


@pytest.mark.parametrize("measure", MEASURES)
def test_every_step_moves_further_from_the_surface(look: Tokens, measure: str) -> None:
    ramp = heat_ramp(look, measure)
    lightness = [luminance(color) for color in (look.color("surface"), *ramp)]
    away = {later < earlier for earlier, later in pairwise(lightness)}

    assert len(ramp) == STEPS
    assert away == {luminance(look.color("surface")) > 0.3}


@pytest.mark.parametrize("measure", MEASURES)
def test_the_digit_can_be_read_on_every_step(look: Tokens, measure: str) -> None:
    for step in heat_ramp(look, measure):
        assert contrast(look.heat_ink(step), step) >= 4.5


@pytest.mark.parametrize("measure", MEASURES[1:])
def test_every_measure_prints_in_the_greys_of_pain(look: Tokens, measure: str) -> None:
    for step, of_pain in zip(heat_ramp(look, measure), look.ramp, strict=True):
        assert luminance(step) == pytest.approx(luminance(of_pain), abs=0.03)


def test_two_measures_never_share_a_ramp(look: Tokens) -> None:
    assert len({heat_ramp(look, measure) for measure in MEASURES}) == len(MEASURES)


@pytest.mark.parametrize(
    ("share", "step"), [(0, 0), (0.04, 0), (0.05, 1), (0.33, 3), (0.949, 9), (0.95, 10), (1, 10)]
)
def test_a_value_between_two_steps_takes_the_nearer(share: float, step: int) -> None:
    assert heat_step(share) == step


def test_a_value_beyond_the_scale_takes_its_end() -> None:
    assert heat_step(-0.2) == 0
    assert heat_step(1.7) == STEPS - 1
