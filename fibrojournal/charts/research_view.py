"""The general picture: which strands research links with fibromyalgia, and how surely.

It is of no one person. A dashed line means linked, no more: it has no head, since no study that
the grades rest on says what leads to what in a single life.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.charts.layout import Box, Boxes, Frame, Pixels
from fibrojournal.charts.network_layout import Ring, ring
from fibrojournal.charts.network_marks import (
    Pill,
    Sample,
    box_of,
    draw_dashed,
    draw_pill,
    draw_samples,
    named,
    samples_height,
)
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import Look
from fibrojournal.charts.trend_words import joined
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.text import _
from fibrojournal.tokens import tokens

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_GAP = 22.0
_DASHES = (5.0, 4.0)


@dataclass(frozen=True, slots=True)
class Strand:
    """One of the ten factors, with the grade that research gives its link with fibromyalgia."""

    id: str
    name: str
    letter: str
    word: str
    why: str

    @property
    def is_linked(self) -> bool:
        """Tell whether the link is well enough shown to be drawn: grade A or B."""
        return self.letter in {"A", "B"}


@dataclass(frozen=True, slots=True)
class ResearchView(View):
    """The strands around fibromyalgia. Its marks are the strands."""

    strands: tuple[Strand, ...]
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return _("The general picture, from research")

    @property
    def is_empty(self) -> bool:
        """There is always something to draw."""
        return False

    def height(self, width: float, scale: float) -> int:
        """Return how high the picture is at a width: lower where more stand side by side."""
        look = Look(tokens("light"), scale)
        around, _names = _ring(self, width, look)
        return round(around.height + samples_height(_samples(look), width, look))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure, the ring above the samples."""
        width, height = size_of(figure)
        samples, whole = _samples(look), Box(0, 0, width, height)
        around, names = _ring(self, width, look)
        foot = samples_height(samples, width, look)
        around = around.raised(foot + max(height - foot - around.height, 0) / 2)
        (axes,) = clean_axes(figure, [whole])
        pen = Pen(axes, Frame(whole, 0, width, 0, height), look)
        ink = look.color("ink_3")
        hub = _hub(around)
        for at, strand in enumerate(self.strands):
            if strand.is_linked:
                draw_dashed(pen, _line(around.at(at), hub), ink, "dashed")
            note = f"{strand.letter} · {strand.word}"
            draw_pill(pen, around.at(at), Pill(names[at], ink, "", dashes=_DASHES, note=note))
        draw_pill(pen, hub, Pill(names[-1], look.color("ink_2"), "", note=""))
        draw_samples(pen, samples, look)
        across, up = around.box
        return Drawn(Boxes(around.xs - across / 2, around.ys - up / 2, across, up))

    def read_out(self, at: int) -> str:
        """Say how sure research is that a strand is linked."""
        strand = self.strands[at]
        return _("{name}. Is it linked? {word} ({letter}). {why}").format(
            name=strand.name, word=strand.word, letter=strand.letter, why=strand.why
        )

    def table(self) -> Table:
        """List the strands with their grades."""
        headers = _("Strand"), _("Is it linked?"), _("Grade"), _("Why")
        rows = ((one.name, one.word, one.letter, one.why) for one in self.strands)
        return Table(headers, tuple(rows))


def research_view(strands: Sequence[Strand], sentence: str, detail: str) -> ResearchView:
    """Make the general picture under words that say why it is shown."""
    linked = ", ".join(strand.name for strand in strands if strand.is_linked)
    said = _("Research links these with fibromyalgia: {names}.").format(names=linked)
    return ResearchView(tuple(strands), sentence, detail, joined([sentence, detail, said]))


def _ring(view: ResearchView, width: float, look: Look) -> tuple[Ring, list[tuple[str, ...]]]:
    texts = [*(strand.name for strand in view.strands), _("Fibromyalgia")]
    names = [named(text, look, width / 2 - _GAP) for text in texts]
    notes = [(f"{strand.letter} · {strand.word}",) for strand in view.strands]
    across, high = box_of([*names, *notes], look)
    return ring([high] * len(view.strands), width, across, _GAP), names


def _hub(around: Ring) -> Box:
    across, up = around.box
    x, y = float(around.xs.mean()), float((around.ys.max() + around.ys.min()) / 2)
    return Box(x - across / 2, y - up / 2, x + across / 2, y + up / 2)


def _line(one: Box, other: Box) -> Pixels:
    """Return the straight way between two boxes, from edge to edge."""
    ends = [((box.left + box.right) / 2, (box.bottom + box.top) / 2) for box in (one, other)]
    start, end = (np.array(point) for point in ends)
    points: Pixels = start + np.linspace(0, 1, 200)[:, np.newaxis] * (end - start)
    x, y = points.T
    free = np.ones(len(points), dtype=np.bool_)
    for box in (one, other):
        free &= (x < box.left - 3) | (x > box.right + 3) | (y < box.bottom - 3) | (y > box.top + 3)
    return points[free]


def _samples(look: Look) -> list[Sample]:
    words = _("linked, by research (A or B)")
    return [Sample(words, look.color("ink_3"), 1.6, _DASHES)]
