"""Draws a person's own network; what is chosen stands out with all that is joined to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.charts import network_words as words
from fibrojournal.charts.layout import Box, Boxes, Crowd, Frame, Pixels
from fibrojournal.charts.network_layout import Ring, mark_places, ring
from fibrojournal.charts.network_marks import (
    Pill,
    Sample,
    box_of,
    draw_arrow,
    draw_loop_step,
    draw_pill,
    draw_samples,
    draw_tag,
    draw_ties,
    high_of,
    named,
    samples_height,
    tag_size,
)
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import Look
from fibrojournal.charts.view import Drawn
from fibrojournal.insights.links import Link
from fibrojournal.journal.triggers import Trigger
from fibrojournal.text import _
from fibrojournal.tokens import tokens

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.network_view import NetworkView

_GAP = 26.0
_ASIDE = 12.0
"""Arrows between the same two parts keep that far from the line between them."""
_TARGET = 28.0
"""How large a spot an arrow can be pointed at, in px."""
_ARROW, _LOOP, _NIGHT, _CHOSEN = 2.0, 3.4, 2.0, 3.0
DOTS = (2.0, 2.6)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where all of a network lies."""

    ring: Ring
    names: tuple[tuple[str, ...], ...]
    curves: tuple[Pixels, ...]
    """Of the arrows."""
    nights: tuple[Pixels, ...]
    """Of the steps of loops that are a night and its own day."""


def height_of(view: NetworkView, width: float, scale: float) -> float:
    """Return how high the picture is at a width."""
    look = Look(tokens("light"), scale)
    around, _names = _ring(view, width, look)
    return around.height + samples_height(_samples(view, look), width, look)


def draw_network(figure: Figure, view: NetworkView, look: Look) -> Drawn:
    """Draw over a whole figure, the ring above the samples."""
    width, height = size_of(figure)
    samples = _samples(view, look)
    foot = samples_height(samples, width, look)
    around, names = _ring(view, width, look)
    around = around.raised(foot + max(height - foot - around.height, 0) / 2)
    curves = tuple(around.curve(pair, aside) for pair, aside in _ways(view))
    nights = tuple(around.curve(pair, _ASIDE) for pair in _nights(view))
    layout = _Layout(around, names, curves, nights)
    whole = Box(0, 0, width, height)
    (axes,) = clean_axes(figure, [whole])
    pen = Pen(axes, Frame(whole, 0, width, 0, height), look)
    _draw_ties(pen, view, layout)
    for at, link in enumerate(view.links):
        _draw_link(pen, view, layout, at, link)
    _draw_parts(pen, view, layout)
    said = _draw_words(pen, view, layout)
    draw_samples(pen, samples, look)
    return Drawn(_marks(view, layout, said))


def _ring(view: NetworkView, width: float, look: Look) -> tuple[Ring, tuple[tuple[str, ...], ...]]:
    names = tuple(named(words.name_of(part), look, width / 2 - _GAP) for part in view.parts)
    across, _high = box_of(names, look)
    highs = [
        high_of(name, look, has_more=not isinstance(part, Trigger))
        for name, part in zip(names, view.parts, strict=True)
    ]
    return ring(highs, width, across, _GAP, has_middle=view.has_middle), names


def _ways(view: NetworkView) -> Iterator[tuple[tuple[int, int], float]]:
    """Give the ends of each arrow, and how far it bends aside to leave room for others."""
    place = _places(view)
    pairs = [(place[link.source.id], place[link.target.id]) for link in view.links]
    seen: Counter[tuple[int, int]] = Counter()
    backwards = {*pairs, *_nights(view)}
    for pair in pairs:
        is_alone = pairs.count(pair) == 1 and pair[::-1] not in backwards
        yield pair, 0.0 if is_alone else _ASIDE * (1 + 2 * seen[pair])
        seen[pair] += 1


def _places(view: NetworkView) -> dict[str, int]:
    return {part.id: at for at, part in enumerate(view.parts)}


def _nights(view: NetworkView) -> list[tuple[int, int]]:
    """Give the ends of each step of a loop that is a night and its own day."""
    place = _places(view)
    nights = (loop.night for loop in view.found.rounds if loop.night is not None)
    return [(place[night.one.id], place[night.other.id]) for night in nights]


def _draw_ties(pen: Pen, view: NetworkView, layout: _Layout) -> None:
    """Those of the chosen part; all where there is no arrow that they could hide."""
    place = _places(view)
    chosen = _chosen_part(view)
    ends = _ties(view)
    if view.chosen is not None or view.links:
        ends = [pair for pair in ends if chosen in pair]
    curves = [layout.ring.curve((place[one], place[other]), 0.0) for one, other in ends]
    draw_ties(pen, curves, pen.look.color("border_strong"))
    for curve in layout.nights:
        color = pen.look.color("accent" if view.chosen is None else "border")
        draw_loop_step(pen, curve, color, _NIGHT)


def _ties(view: NetworkView) -> list[tuple[str, str]]:
    """Return the ends of each line without a head: of what is in the picture."""
    drawn = {part.id for part in view.parts}
    ends = ((tie.one.id, tie.other.id) for tie in view.found.ties)
    return [pair for pair in ends if drawn.issuperset(pair)]


def _draw_link(pen: Pen, view: NetworkView, layout: _Layout, at: int, link: Link) -> None:
    look = pen.look
    in_loop = link in _in_loops(view)
    color = look.color("accent" if in_loop else "ink_2")
    width = _LOOP if in_loop else _ARROW
    if view.chosen is not None:
        is_chosen = len(view.parts) + at in _chosen_links(view)
        color = color if is_chosen else look.color("border")
        width = max(width, _CHOSEN) if is_chosen else _ARROW
    draw_arrow(
        pen,
        layout.curves[at],
        color,
        "arrow" if link.is_solid else "possible arrow",
        width=width,
        dashes=None if link.is_solid else DOTS,
        head=color if link.is_solid else look.color("surface"),
    )


def _draw_parts(pen: Pen, view: NetworkView, layout: _Layout) -> None:
    look, chosen = pen.look, _chosen_part(view)
    for at, part in enumerate(view.parts):
        is_trigger = isinstance(part, Trigger)
        color = look.color("ink_3") if is_trigger else look.tokens.measure(part.id)
        marker = "" if is_trigger else look.marker(part.id)
        size = look.marker_size(part.id)
        pill = Pill(layout.names[at], color, marker, size, is_square=is_trigger)
        width = 3.0 if part.id == chosen else 1.2 if is_trigger else 1.8
        draw_pill(pen, layout.ring.at(at), pill, width=width)


def _draw_words(pen: Pen, view: NetworkView, layout: _Layout) -> dict[int, Box]:
    """Name the loops, and write the differences of what is chosen, where there is room.

    Return where the words of an arrow stand, by its number among the arrows.
    """
    look, area = pen.look, pen.frame.box
    crowd = Crowd(area)
    for at in range(len(view.parts)):
        crowd.add_box(layout.ring.at(at))
    chosen = _chosen_links(view)
    tags = [
        (
            at - len(view.parts),
            words.on_arrow(view.found.questions, view.link_at(at)),
            "surface",
            "ink",
            "difference",
        )
        for at in sorted(chosen)
    ]
    if view.chosen is None:
        tags += [
            (view.links.index(words.links_of_loop(loop, view.links)[0]), name, *_LOOP_TAG)
            for loop, name in zip(view.found.rounds, words.loop_names(view.found), strict=True)
        ]
    said: dict[int, Box] = {}
    for at, text, fill, ink, gid in tags:
        across, up = tag_size(text, look)
        places = _from_the_middle(layout.curves[at])
        boxes = Boxes(places[:, 0] - across / 2, places[:, 1] - up / 2, across, up)
        found = crowd.freest(boxes, margin=2.0)
        if found is not None:
            crowd.add_box(found[0].wider(3, 3))
            draw_tag(pen, found[0], text, fill=look.color(fill), ink=look.color(ink), gid=gid)
            said[at] = found[0]
    return said


_LOOP_TAG = ("accent", "on_accent", "loop")


def _from_the_middle(curve: Pixels) -> Pixels:
    order = np.abs(np.arange(len(curve)) - (len(curve) - 1) / 2).argsort(kind="stable")
    points: Pixels = curve[order]
    return points


def _marks(view: NetworkView, layout: _Layout, said: Mapping[int, Box]) -> Boxes:
    """Give where each part and each arrow is pointed at: an arrow at its words, if it has any."""
    boxes = [layout.ring.at(at) for at in range(len(view.parts))]
    spots = mark_places(layout.curves, boxes)
    for at, (x, y) in enumerate(spots):
        around = said.get(at, Box(x, y, x, y))
        across, up = (max(_TARGET - side, 0) / 2 for side in (around.width, around.height))
        boxes.append(around.wider(across, up))
    sides = ((box.left, box.bottom, box.width, box.height) for box in boxes)
    left, bottom, width, height = np.array(list(sides)).T
    return Boxes(left, bottom, width, height)


def _chosen_part(view: NetworkView) -> str:
    if view.chosen is None or view.is_link(view.chosen):
        return ""
    return view.parts[view.chosen].id


def _chosen_links(view: NetworkView) -> set[int]:
    if view.chosen is None:
        return set()
    if view.is_link(view.chosen):
        return {view.chosen}
    return set(view.touching(view.parts[view.chosen]))


def _in_loops(view: NetworkView) -> Sequence[Link]:
    return [link for loop in view.found.rounds for link in words.links_of_loop(loop, view.links)]


def _went_together(view: NetworkView) -> str:
    return _("went together: choose a part") if view.links else _("went together, no arrow")


def _samples(view: NetworkView, look: Look) -> list[Sample]:
    ink, surface = look.color("ink_2"), look.color("surface")
    kinds = (
        (
            bool(view.found.rounds),
            Sample(_("may be a loop"), look.color("accent"), _LOOP, head=look.color("accent")),
        ),
        (
            any(loop.night for loop in view.found.rounds),
            Sample(_("a night and its day, no arrow"), look.color("accent"), _NIGHT),
        ),
        (any(link.is_solid for link in view.links), Sample(_("came first, likely"), ink, head=ink)),
        (
            any(not link.is_solid for link in view.links),
            Sample(_("came first, possible"), ink, dashes=DOTS, head=surface),
        ),
        (
            bool(_ties(view)),
            Sample(_went_together(view), look.color("border_strong"), 1.2),
        ),
    )
    return [sample for is_there, sample in kinds if is_there]
