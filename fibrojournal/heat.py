"""Heat ramps: eleven colours for the values of a measure, from the weakest to the strongest."""

from __future__ import annotations

from fibrojournal.tokens import Tokens, contrast, luminance, mix

STEPS = 11
_DRAWN_RAMP = "pain"
"""The measure whose ramp stands in the tokens, drawn by hand."""
_HALVINGS = 12
_NUDGE = 0.01
"""A share of a mix: about one step of an 8-bit channel either way."""


def heat_ramp(tokens: Tokens, measure_id: str) -> tuple[str, ...]:
    """Return eleven colours as "#RRGGBB"; they move away from the surface at every step.

    Pain has the ramp of the tokens. Every other measure runs from the surface through its own
    colour towards the ink, each step as light as pain's: so all ramps print alike in grey, and
    the digits on them can be read alike.
    """
    if measure_id == _DRAWN_RAMP:
        return tokens.ramp
    path = (tokens.color("surface"), tokens.measure(measure_id), tokens.color("ink"))
    return tuple(_as_light_as(luminance(step), path, tokens) for step in tokens.ramp)


def heat_step(share: float) -> int:
    """Return the step of a ramp for a place on the scale; 0.0 and 1.0 are its ends."""
    return int(min(max(share, 0.0), 1.0) * (STEPS - 1) + 0.5)


def _as_light_as(wanted: float, path: tuple[str, str, str], tokens: Tokens) -> str:
    """Find the colour of a luminance on the way from the first over the second to the third."""
    surface, middle, end = path
    falls = luminance(surface) > luminance(end)

    def is_past(color: str) -> bool:
        return luminance(color) < wanted if falls else luminance(color) > wanted

    start, stop = (surface, middle) if is_past(middle) else (middle, end)
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        share = (low + high) / 2
        low, high = (low, share) if is_past(mix(start, stop, share)) else (share, high)
    # Rounding to 8 bits can cost the digit a little of its contrast; its neighbours may not.
    near = [mix(start, stop, min(max(low + by, 0), 1)) for by in (0, _NUDGE, -_NUDGE)]
    return max(near, key=lambda color: contrast(tokens.heat_ink(color), color))
