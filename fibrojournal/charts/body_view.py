"""Where it hurt: how often each area did over a period, on a figure and in a list beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.charts import body_shapes
from fibrojournal.charts.body_shapes import HEIGHT, WIDTH, Figure, Outline
from fibrojournal.charts.body_words import (
    by_frequency,
    details,
    finding,
    often,
    spoken,
    usual_strength,
)
from fibrojournal.charts.layout import Box, Boxes, Frame
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.over_days import size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.trend_words import joined
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.heat import STEPS, heat_ramp, heat_step
from fibrojournal.journal.areas import AREA_BY_ID, AREAS
from fibrojournal.journal.body_maps import Composite, composite
from fibrojournal.text import _

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Sheet

NEEDS = Needs(days=True)
MOST_LISTED = 10
_PAIN = "pain"
_MOVES = {1: "L", 2: "Q", 3: "C"}

_LEGS, _SIDES_AT = 41.0, 252.0
"""How far the legs reach to each side, and how far down there is room beside them, in units."""

# Lengths in pixels; those that belong to text at 100 %.
_UNIT = 0.86  # a unit of the figure
_EDGE, _BETWEEN = 2.0, 14.0
_CAPTION = 24.0
_LEGEND = 26.0
_ROW = 24.0
_BAR, _LEAST_BAR = 90.0, 30.0
_GAP = 10.0
_APART = 28.0  # from the figures to the list
_REACH = 24.0


@dataclass(frozen=True, slots=True, eq=False)
class BodyView(View):
    """All that the figure shows, says and lists."""

    over: Composite
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return _("Where it hurt")

    @property
    def is_empty(self) -> bool:
        """Tell whether too few days have a body map."""
        return not self.over.is_fair

    @property
    def listed(self) -> list[str]:
        """The areas that are listed beside the figure, the most frequent first."""
        return by_frequency(self.over)[:MOST_LISTED]

    def height(self, width: float, scale: float) -> int:
        """Return how high it should be: with the list beside the figure, or below it."""
        figure = HEIGHT * _UNIT + _EDGE + (_CAPTION + _LEGEND) * scale
        listed = (len(self.listed) * _ROW + _GAP) * scale
        if _stands_beside(width, scale):
            return round(max(figure, listed))
        return round(figure + listed)

    def draw(self, figure: Sheet, look: Look) -> Drawn:
        """Draw over a whole figure: a mark is an area, from head to foot."""
        width, height = size_of(figure)
        box = Box(0.0, 0.0, max(width, 1.0), max(height, 1.0))
        pen = Pen(clean_axes(figure, [box])[0], Frame(box, 0.0, box.width, 0.0, box.height), look)
        both = _both()
        is_beside = _stands_beside(width, look.scale)
        used = both + look.px(_APART) + _list_width(look) if is_beside else both
        left = max((width - used) / 2, 0.0)
        foot = height - HEIGHT * _UNIT - _EDGE
        centres: dict[str, tuple[float, float]] = {}
        views = (body_shapes.front(), _("Front")), (body_shapes.back(), _("Back"))
        for at, (view, name) in enumerate(views):
            middle = left + (at + 0.5) * WIDTH * _UNIT + at * _BETWEEN
            for id, place in self._draw_figure(pen, view, middle, foot).items():
                centres.setdefault(id, place)
            caption = foot - look.px(_CAPTION) / 2
            pen.text(pen.centred_box(name, middle, caption, box), name, gid="view", weight=STRONG)
            _name_sides(pen, middle, foot, is_front=at == 0)
        _draw_legend(pen, left + both / 2, foot - look.px(_CAPTION + _LEGEND / 2))
        if is_beside:
            top = height - (HEIGHT * _UNIT - len(self.listed) * look.px(_ROW)) / 2
            self._draw_list(pen, left + both + look.px(_APART), min(top, height))
        else:
            start = max((width - _list_width(look)) / 2, 0.0)
            self._draw_list(pen, start, foot - look.px(_CAPTION + _LEGEND + _GAP))
        places = np.array([centres[area.id] for area in AREAS])
        lefts, bottoms = (places - _REACH / 2).T
        return Drawn(Boxes(lefts, bottoms, _REACH, _REACH), leap=5)

    def _draw_figure(
        self, pen: Pen, view: Figure, middle: float, foot: float
    ) -> dict[str, tuple[float, float]]:
        """Draw one side; return the middle of each of its areas."""
        look = pen.look
        ramp, line = heat_ramp(look.tokens, _PAIN), look.color("border_strong")
        for outline in view.rest:
            pen.shape(*_placed(outline, middle, foot), look.color("surface"), line, "rest")
        centres = {}
        for id, outline in view.areas.items():
            fill = ramp[heat_step(self.over.share(id))]
            points, moves = _placed(outline, middle, foot)
            pen.shape(points, moves, fill, line, id)
            across, up = np.array(points).T
            centres[id] = float(across.min() + across.max()) / 2, float(up.min() + up.max()) / 2
        return centres

    def _draw_list(self, pen: Pen, left: float, top: float) -> None:
        """List the areas that hurt most often, each with its count, and a bar if there is room."""
        look = pen.look
        start = left + _names_width(look) + look.px(_GAP)
        counts = [often(self.over, id) for id in self.listed]
        wide = max((text_width(count, look.text_size) for count in counts), default=0.0)
        most = min(_BAR, pen.frame.box.right - start - wide - look.px(_GAP))
        ramp = heat_ramp(look.tokens, _PAIN)
        for at, (id, count) in enumerate(zip(self.listed, counts, strict=True)):
            middle = top - (at + 0.5) * look.px(_ROW)
            name, share = AREA_BY_ID[id].label, self.over.share(id)
            box = pen.box_of(name, left, middle)
            pen.text(box, name, gid="area", color=look.color("ink"))
            if most < _LEAST_BAR:
                pen.text(pen.box_of(count, box.right + look.px(6), middle), count, gid="count")
                continue
            half = look.px(_ROW) * 0.28
            bar = Box(start, middle - half, start + share * most, middle + half)
            pen.bars([bar], ramp[heat_step(share)], "share", look.color("border_strong"))
            pen.text(pen.box_of(count, start + most + look.px(_GAP), middle), count, gid="count")

    def read_out(self, at: int) -> str:
        """Say how often an area hurt, and how strongly where that was noted."""
        area = AREAS[at]
        if area.id not in self.over.hurt:
            return _("{area}: never marked.").format(area=area.label)
        words = _("{area}: {often} days.").format(area=area.label, often=often(self.over, area.id))
        strength = usual_strength(self.over, area.id)
        if strength is None:
            return words
        return joined([words, _("Mean strength {strength}.").format(strength=strength)])

    def table(self) -> Table:
        """List every area, the most frequent first."""
        ids = by_frequency(self.over)
        ids += [area.id for area in AREAS if area.id not in ids]
        rows = tuple(
            (AREA_BY_ID[id].label, often(self.over, id), usual_strength(self.over, id) or "")
            for id in ids
        )
        return Table((_("Area"), _("Days it hurt"), _("Mean strength")), rows)


def of_material(material: Material, scope: Scope) -> BodyView:
    """Count over the body maps of the days in view."""
    over = composite(material.days)
    sentence = finding(over)
    detail = details(over, material.days_looked_at(scope.start, scope.end))
    listed = _("{areas}.").format(areas=spoken(over)) if over.is_fair and over.hurt else ""
    description = joined([part for part in (sentence, detail, listed) if part])
    return BodyView(over, sentence, detail, description)


def _placed(outline: Outline, middle: float, foot: float) -> tuple[list[tuple[float, float]], str]:
    """Return the points of an outline in pixels, and the letters of its moves."""

    def place(point: tuple[float, float]) -> tuple[float, float]:
        return middle + point[0] * _UNIT, foot + (HEIGHT - point[1]) * _UNIT

    points, moves = [place(outline.start)], "M"
    for piece in outline.pieces:
        points += map(place, piece)
        moves += _MOVES[len(piece)] * len(piece)
    return points, moves


def _name_sides(pen: Pen, middle: float, foot: float, *, is_front: bool) -> None:
    """Say which side is the person's left, beside the legs, where there is room for it."""
    look = pen.look
    words = (_("right"), _("left")) if is_front else (_("left"), _("right"))
    widths = [text_width(word, look.text_size) for word in words]
    if max(widths) > (WIDTH / 2 - _LEGS) * _UNIT - 2:
        return
    height = foot + (HEIGHT - _SIDES_AT) * _UNIT
    lefts = middle - WIDTH / 2 * _UNIT + 2, middle + WIDTH / 2 * _UNIT - widths[1] - 2
    for word, left in zip(words, lefts, strict=True):
        pen.text(pen.box_of(word, left, height), word, gid="side")


def _draw_legend(pen: Pen, middle: float, height: float) -> None:
    """Draw the ramp between the words for its two ends."""
    look = pen.look
    never, always = _("never"), _("every day")
    sides = [text_width(words, look.text_size) + look.px(8) for words in (never, always)]
    room = _both() - sum(sides)
    step, half = max(min(look.px(9.0), room / STEPS), 3.0), look.px(6.0)
    left = max(middle - (sum(sides) + step * STEPS) / 2, 0.0)
    pen.text(pen.box_of(never, left, height), never, gid="legend")
    left += sides[0]
    for at, color in enumerate(heat_ramp(look.tokens, _PAIN)):
        start = left + at * step
        pen.bars([Box(start, height - half, start + step, height + half)], color, "ramp")
    right = left + step * STEPS + look.px(8)
    pen.text(pen.box_of(always, right, height), always, gid="legend")


def _both() -> float:
    """Return how broad both figures are together."""
    return 2 * WIDTH * _UNIT + _BETWEEN


def _names_width(look: Look) -> float:
    return max(text_width(area.label, look.text_size) for area in AREAS)


def _list_width(look: Look) -> float:
    count = text_width("999 of 999", look.text_size)
    return _names_width(look) + _BAR + count + look.px(2 * _GAP)


def _stands_beside(width: float, scale: float) -> bool:
    words = 110.0 + 75.0  # about as long as a name and a count
    return width >= _both() + _BAR + (_APART + words + 2 * _GAP) * scale
