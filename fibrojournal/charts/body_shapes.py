"""The shapes of the body figure: 19 areas on a front and a back view, drawn by us.

A figure stands in a box of `WIDTH` x `HEIGHT` units; x is counted from its middle line, y from the
top of the head down. Left and right are the person's own: in the front view the left side lies at
the right of the picture, as in a photo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import atan2, cos, pi, sin

from fibrojournal.journal.areas import AREAS

WIDTH, HEIGHT = 172.0, 392.0
_CORNER = 9
"""So many straight pieces stand for the round end of a limb."""
_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, of its radius."""
_JAW_FROM = 33.0
_HALVINGS = 40

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed line; each piece is the end of a straight one, or the handles and end of a curve."""

    start: Point
    pieces: tuple[tuple[Point, ...], ...]

    @property
    def mirrored(self) -> Outline:
        """The same on the other side of the middle line."""
        pieces = tuple(tuple(_across(point) for point in piece) for piece in self.pieces)
        return Outline(_across(self.start), pieces)


@dataclass(frozen=True, slots=True)
class Figure:
    """One side of the body: the outline of every area seen there, and what only completes it."""

    areas: Mapping[str, Outline]
    rest: tuple[Outline, ...]
    """Head, hands and feet, which are no areas."""


@cache
def front() -> Figure:
    """Return the front view."""
    return _figure(is_front=True)


@cache
def back() -> Figure:
    """Return the back view."""
    return _figure(is_front=False)


def _figure(*, is_front: bool) -> Figure:
    # The shapes are those at the right of the picture: the person's left in the front view.
    near, far = ("left", "right") if is_front else ("right", "left")
    sides = _SIDES | ({"jaw": _jaw()} if is_front else {})
    middle = ("chest", "abdomen") if is_front else ("upper_back", "lower_back")
    areas = {"neck": _NECK, middle[0]: _UPPER_TRUNK, middle[1]: _LOWER_TRUNK}
    for name, shape in sides.items():
        areas[f"{name}_{near}"] = shape
        areas[f"{name}_{far}"] = shape.mirrored
    ends = (_ellipse(73.5, 213, 6.5, 11.5), _ellipse(25, 373, 9.5, 8))
    head = _head_over_jaws() if is_front else _HEAD
    rest = (head, *ends, *(end.mirrored for end in ends))
    return Figure({area.id: areas[area.id] for area in AREAS if area.id in areas}, rest)


def _across(point: Point) -> Point:
    return -point[0], point[1]


def _jaw() -> Outline:
    """Return the right half of the head from a height down."""
    _upper, lower = _cheek()
    middle = (0.0, _JAW_FROM)
    return Outline(middle, ((lower[0],), lower[1:], (middle,)))


def _head_over_jaws() -> Outline:
    upper, _lower = _cheek()
    ear = (_HEAD.pieces[0], upper[1:])
    left = (tuple(_across(point) for point in (upper[2], upper[1], upper[0])), _HEAD.pieces[3])
    return Outline(_HEAD.start, (*ear, (_across(upper[3]),), *left))


def _cheek() -> tuple[Curve, Curve]:
    """Cut the right cheek of the head, a curve that falls all the way, where the jaw begins."""
    start, (near, far, end) = _HEAD.pieces[0][-1], _HEAD.pieces[1]
    curve = (start, near, far, end)
    low, high = 0.0, 1.0
    for _step in range(_HALVINGS):
        share = (low + high) / 2
        low, high = (share, high) if _cut(curve, share)[1][0][1] < _JAW_FROM else (low, share)
    return _cut(curve, high)


def _cut(curve: Curve, share: float) -> tuple[Curve, Curve]:
    """Cut a curve in two, as de Casteljau does."""
    start, near, far, end = curve
    one, two, three = (_between(*pair, share) for pair in ((start, near), (near, far), (far, end)))
    left, right = _between(one, two, share), _between(two, three, share)
    middle = _between(left, right, share)
    return (start, one, left, middle), (middle, right, three, end)


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _ellipse(x: float, y: float, across: float, down: float) -> Outline:
    a, b = across * _ROUND, down * _ROUND
    left, right, top, foot = x - across, x + across, y - down, y + down
    return Outline(
        (right, y),
        (
            ((right, y + b), (x + a, foot), (x, foot)),
            ((x - a, foot), (left, y + b), (left, y)),
            ((left, y - b), (x - a, top), (x, top)),
            ((x + a, top), (right, y - b), (right, y)),
        ),
    )


def _limb(  # noqa: PLR0917  two ends, each a place and how thick it is there
    x: float, y: float, radius: float, to_x: float, to_y: float, to_radius: float
) -> Outline:
    """Return the outline around two round ends of which one may be thinner."""
    along = atan2(to_y - y, to_x - x)
    corners = [
        (x + radius * cos(turn), y + radius * sin(turn))
        for turn in (along + pi / 2 + pi * step / _CORNER for step in range(_CORNER + 1))
    ]
    corners += [
        (to_x + to_radius * cos(turn), to_y + to_radius * sin(turn))
        for turn in (along - pi / 2 + pi * step / _CORNER for step in range(_CORNER + 1))
    ]
    return Outline(corners[0], tuple((corner,) for corner in corners[1:]))


_HEAD = Outline(
    (0, 1),
    (
        ((15, 1), (22, 12), (21, 26)),
        ((20, 40), (11, 53), (0, 53)),
        ((-11, 53), (-20, 40), (-21, 26)),
        ((-22, 12), (-15, 1), (0, 1)),
    ),
)
_NECK = Outline(
    (-9, 53),
    (
        ((0, 57), (9, 53)),
        ((9, 60), (11, 63), (15, 66)),
        ((0, 70), (-15, 66)),
        ((-11, 63), (-9, 60), (-9, 53)),
    ),
)
_SHOULDER = Outline(
    (18, 67.5),
    (
        ((30, 70), (45, 70), (53, 77)),
        ((60, 84), (61, 93), (59.5, 99)),
        ((49, 94), (39, 96)),
        ((36, 86), (28, 77), (18, 67.5)),
    ),
)
_UPPER_TRUNK = Outline(
    (-15, 69),
    (
        ((0, 73), (15, 69)),
        ((26, 79), (34, 90), (36, 102)),
        ((36, 110), (34, 116), (33, 121)),
        ((0, 126), (-33, 121)),
        ((-34, 116), (-36, 110), (-36, 102)),
        ((-34, 90), (-26, 79), (-15, 69)),
    ),
)
_LOWER_TRUNK = Outline(
    (-32.5, 124),
    (
        ((0, 129), (32.5, 124)),
        ((30, 134), (29.5, 144), (32, 158)),
        ((0, 163), (-32, 158)),
        ((-29.5, 144), (-30, 134), (-32.5, 124)),
    ),
)
_HIP = Outline(
    (1.2, 163.3),
    (
        ((17, 163.3), (32.5, 161)),
        ((36, 172), (39, 181), (39.5, 192)),
        ((31, 203), (16, 205), (4, 213)),
        ((1.2, 211), (1.2, 206)),
    ),
)
_UPPER_LEG = Outline(
    (4.5, 217),
    (
        ((16, 208), (30, 205), (39.5, 196.5)),
        ((41, 220), (36, 252), (33, 272)),
        ((31, 285), (13, 285), (10.5, 272)),
        ((8, 252), (5, 232), (4.5, 217)),
    ),
)
_LOWER_LEG = Outline(
    (11, 289),
    (
        ((14, 283), (30, 283), (33, 289)),
        ((38, 308), (33, 332), (30.5, 355)),
        ((29.5, 363), (19, 363), (18, 355)),
        ((14, 332), (8, 308), (11, 289)),
    ),
)
_SIDES = {
    "shoulder": _SHOULDER,
    "upper_arm": _limb(50.5, 108, 9.6, 59.5, 146, 7.8),
    "lower_arm": _limb(62, 162.5, 7.8, 70.5, 194, 5.2),
    "hip": _HIP,
    "upper_leg": _UPPER_LEG,
    "lower_leg": _LOWER_LEG,
}
