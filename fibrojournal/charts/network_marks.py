"""What a network is drawn with: parts as pills, arrows with heads, tags, and a line of samples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from fibrojournal.charts.layout import Box, Pixels
from fibrojournal.charts.pen import Pen
from fibrojournal.charts.style import REGULAR, STRONG, Look, text_lines, text_width
from fibrojournal.tokens import mix

# Lengths in pixels at 100 % text.
_SIDE, _ABOVE, _MARKER, _UNDER = 12.0, 8.0, 12.0, 4.0
_LINE_HEIGHT = 1.3
_BROAD, _NAME = 72.0, 92.0
"""A pill is at least so broad; a name is broken into lines of about that width."""
_TINT, _CORNER = 0.13, 18.0
_HEAD_LONG, _HEAD_WIDE = 11.0, 4.6
_SAMPLE, _BETWEEN, _SAMPLE_GAP = 28.0, 18.0, 7.0
_ROUND = 0.55
"""Of a corner's radius: how far the handles of a quarter circle reach."""
_ELLIPSIS = "…"


class Pill(NamedTuple):
    """A part as it is drawn."""

    lines: tuple[str, ...]
    color: str
    marker: str
    """matplotlib's code for the measure's marker; empty: none."""
    marker_size: float = 1.0
    is_square: bool = False
    dashes: tuple[float, float] | None = None
    note: str = ""
    """Stands under the name in plain letters."""


class Sample(NamedTuple):
    """A kind of line, and what it means."""

    words: str
    color: str
    width: float = 2.2
    dashes: tuple[float, float] | None = None
    head: str = ""
    """The fill of its head; empty: it has none."""


def named(name: str, look: Look, widest: float) -> tuple[str, ...]:
    """Break a name into lines; a word that no figure has room for is cut short."""
    size = look.text_size
    room = min(look.px(_NAME), widest - _around(look))
    lines = text_lines(name, size, room, STRONG)
    return tuple(_cut(line, size, max(widest - _around(look), size)) for line in lines)


def box_of(names: Sequence[Sequence[str]], look: Look) -> tuple[float, float]:
    """Return how wide and high a pill must be to hold a marker or a note, and any of the names."""
    size = look.text_size
    widest = max((text_width(line, size, STRONG) for name in names for line in name), default=0)
    high = max(high_of(name, look) for name in names) if names else 0.0
    return max(widest + _around(look), min(high, look.px(_BROAD))), high


def high_of(name: Sequence[str], look: Look, *, has_more: bool = True) -> float:
    """Return how high a pill must be to hold a name, and with it a marker or a note."""
    more = look.px(_MARKER + _UNDER) if has_more else 0.0
    return len(name) * look.text_size * _LINE_HEIGHT + look.px(2 * _ABOVE) + more


def draw_pill(pen: Pen, box: Box, pill: Pill, *, width: float = 1.6) -> None:
    """Draw a part: a round-ended box in its colour, its marker, its name; a trigger is plain."""
    look, size = pen.look, pen.look.text_size
    surface = look.color("surface")
    radius = look.px(4 if pill.is_square else _CORNER)
    is_plain = pill.is_square or pill.dashes
    fill = surface if is_plain else mix(surface, pill.color, _TINT)
    points, moves = rounded(box, radius)
    pen.shape(points, moves, fill, pill.color, "part", width=width, dashes=pill.dashes)
    centre, step = (box.left + box.right) / 2, size * _LINE_HEIGHT
    marked = look.px(_MARKER + _UNDER) if pill.marker else 0.0
    rows = len(pill.lines) + bool(pill.note)
    top = (box.top + box.bottom + rows * step + marked) / 2
    if pill.marker:
        pen.markers(
            [centre],
            [top - look.px(_MARKER) / 2],
            marker=pill.marker,
            markersize=look.px(_MARKER) * pill.marker_size,
            color=pill.color,
            markeredgewidth=0.0,
            gid="marker",
        )
    for at, line in enumerate(pill.lines):
        left = centre - text_width(line, size, STRONG) / 2
        place = pen.box_of(line, left, top - marked - (at + 0.5) * step, STRONG)
        pen.text(place, line, gid="name", color=look.color("ink"), weight=STRONG)
    if pill.note:
        left = centre - text_width(pill.note, size) / 2
        middle = top - (len(pill.lines) + 0.5) * step
        pen.text(pen.box_of(pill.note, left, middle), pill.note, gid="note")


def draw_arrow(
    pen: Pen,
    curve: Pixels,
    color: str,
    gid: str,
    *,
    width: float = 2.2,
    dashes: tuple[float, float] | None = None,
    head: str | None = None,
) -> None:
    """Draw an arrow along a curve, with a head of its colour or of another fill."""
    end = curve[-1]
    away = np.hypot(*(curve - end).T)
    back = curve[away >= _HEAD_LONG]
    along = end - (back[-1] if back.size else curve[0])
    along = along / max(float(np.hypot(*along)), 1e-9)
    across, root = np.array((-along[1], along[0])) * (_HEAD_WIDE + width / 2), end
    root = end - _HEAD_LONG * along
    line = np.vstack((back, root)) if back.size else curve[:1]
    _draw_line(pen, line, color, gid, width=width, dashes=dashes)
    corners = [tuple(map(float, point)) for point in (end, root + across, root - across)]
    triangle = [(x, y) for x, y in corners]
    pen.shape(triangle, "MLL", head or color, color, f"{gid} head", over=True)


def draw_ties(pen: Pen, curves: Sequence[Pixels], color: str) -> None:
    """Draw thin lines without heads."""
    gap = np.full((1, 2), np.nan)
    points = [part for curve in curves for part in (curve, gap)]
    if points:
        pen.line(*np.vstack(points).T, color=color, linewidth=1.1, gid="tie")


def draw_loop_step(pen: Pen, curve: Pixels, color: str, width: float) -> None:
    """Draw the step of a loop that no arrow makes."""
    _draw_line(pen, curve, color, "loop step", width=width)


def draw_dashed(pen: Pen, curve: Pixels, color: str, gid: str) -> None:
    """Draw the line of what research says."""
    _draw_line(pen, curve, color, gid, width=1.6, dashes=(5.0, 4.0))


def draw_tag(pen: Pen, box: Box, words: str, *, fill: str, ink: str, gid: str) -> None:
    """Write a few words on a small filled box that lies over all lines."""
    points, moves = rounded(box, box.height / 3)
    pen.shape(points, moves, fill, fill, f"{gid} box", over=True)
    left = (box.left + box.right - text_width(words, pen.look.text_size, STRONG)) / 2
    place = pen.box_of(words, left, (box.top + box.bottom) / 2, STRONG)
    pen.text(place, words, gid=gid, color=ink, weight=STRONG)


def tag_size(words: str, look: Look) -> tuple[float, float]:
    """Return how wide and high a tag of some words is."""
    width = text_width(words, look.text_size, STRONG)
    return width + 2 * look.px(6), look.text_size * 1.55


def samples_height(samples: Sequence[Sample], width: float, look: Look) -> float:
    """Return how high the lines of samples are in a figure of a width."""
    rows = _rows(samples, width, look)
    return len(rows) * _row_height(look) + (look.px(10) if rows else 0.0)


def draw_samples(pen: Pen, samples: Sequence[Sample], look: Look) -> None:
    """Draw at the foot of a figure what each kind of line means."""
    rows = _rows(samples, pen.width, look)
    for at, row in enumerate(rows):
        middle = (len(rows) - at - 0.5) * _row_height(look)
        left = 2.0
        for sample in row:
            right = left + look.px(_SAMPLE)
            points = np.column_stack((np.linspace(left, right, 24), np.full(24, middle)))
            if sample.head:
                draw_arrow(
                    pen,
                    points,
                    sample.color,
                    "sample",
                    width=sample.width,
                    dashes=sample.dashes,
                    head=sample.head,
                )
            else:
                _draw_line(
                    pen,
                    points,
                    sample.color,
                    "sample",
                    width=sample.width,
                    dashes=sample.dashes,
                )
            place = pen.box_of(sample.words, right + look.px(_SAMPLE_GAP), middle)
            pen.text(place, sample.words, gid="meaning")
            left = place.right + look.px(_BETWEEN)


def rounded(box: Box, radius: float) -> tuple[list[tuple[float, float]], str]:
    """Return the outline of a box with round corners, for `Pen.shape`."""
    handle = radius * (1 - _ROUND)
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    points = [
        (left + radius, bottom),
        (right - radius, bottom),
        (right - handle, bottom),
        (right, bottom + handle),
        (right, bottom + radius),
        (right, top - radius),
        (right, top - handle),
        (right - handle, top),
        (right - radius, top),
        (left + radius, top),
        (left + handle, top),
        (left, top - handle),
        (left, top - radius),
        (left, bottom + radius),
        (left, bottom + handle),
        (left + handle, bottom),
        (left + radius, bottom),
    ]
    return points, "MLCCCLCCCLCCCLCCC"


def _draw_line(
    pen: Pen,
    points: Pixels,
    color: str,
    gid: str,
    *,
    width: float,
    dashes: tuple[float, float] | None = None,
) -> None:
    if dashes:
        pen.line(*points.T, color=color, linewidth=width, dashes=dashes, gid=gid)
    else:
        pen.line(*points.T, color=color, linewidth=width, gid=gid)


def _rows(samples: Sequence[Sample], width: float, look: Look) -> list[list[Sample]]:
    rows: list[list[Sample]] = []
    left = 0.0
    for sample in samples:
        words = text_width(sample.words, look.text_size, REGULAR)
        needed = look.px(_SAMPLE + _SAMPLE_GAP) + words
        if not rows or left + needed > width:
            rows.append([])
            left = 2.0
        rows[-1].append(sample)
        left += needed + look.px(_BETWEEN)
    return rows


def _row_height(look: Look) -> float:
    return look.text_size * 1.7


def _around(look: Look) -> float:
    return look.px(2 * _SIDE)


def _cut(line: str, size: float, room: float) -> str:
    if text_width(line, size, STRONG) <= room:
        return line
    while len(line) > 1 and text_width(line + _ELLIPSIS, size, STRONG) > room:
        line = line[:-1]
    return line + _ELLIPSIS
