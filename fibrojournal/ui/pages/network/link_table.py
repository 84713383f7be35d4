"""The arrows of a network as a list: each with the markers of the picture, and how sure it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from fibrojournal.charts.network_view import NetworkView
from fibrojournal.charts.network_words import likely_ends, links_of_loop
from fibrojournal.charts.view import View
from fibrojournal.insights.links import Link, Part
from fibrojournal.journal.triggers import Trigger
from fibrojournal.text import _
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.certainty import dots_width, draw_dots
from fibrojournal.ui.widgets.paint import draw_box, draw_marker
from fibrojournal.ui.widgets.text_table import Texts, TextTable

_SOURCE, _TARGET, _SURE = 0, 1, 3
_MARK, _ARROW, _AFTER = 12, 16, 9
_LIKELY, _POSSIBLE = 2, 1
"""Of three dots; no arrow of a network is called clear."""


class LinkTable(TextTable):
    """A row an arrow; of the general picture, a row a strand."""

    def __init__(self, theme: Theme) -> None:
        self._links: tuple[Link, ...] = ()
        super().__init__(theme)

    def show_view(self, view: View) -> None:
        """List the arrows of a network, or whatever else a picture shows."""
        numbers = view.table()
        headers, rows = (
            numbers.headers,
            [tuple(text or None for text in row) for row in numbers.rows],
        )
        self._links = ()
        if isinstance(view, NetworkView):
            self._links = view.links
            headers = (
                _("Came first"),
                _("Then"),
                _("How much (likely), when"),
                _("How sure"),
                _("Days"),
            )
            rows = _arrow_rows(view)
        self.setAccessibleName(_("{chart}, as a list").format(chart=view.title))
        self.show_texts(headers, rows)

    def room_before(self, column: int) -> int:
        """Keep room for a marker, for an arrow and a marker, for the dots; none in large text."""
        theme = self._theme
        if not self._links or theme.is_large_text:
            return 0
        if column == _SURE:
            return round(dots_width(theme)) + theme.px(2)
        mark = theme.px(_MARK) + theme.px(_AFTER)
        return {_SOURCE: mark, _TARGET: mark + theme.px(_ARROW) + theme.px(_AFTER)}.get(column, 0)

    def draw_before(self, painter: QPainter, place: QRectF, row: int, column: int) -> None:
        """Draw what the words of a cell say too."""
        theme, link = self._theme, self._links[row]
        if column == _SURE:
            filled = _LIKELY if link.is_solid else _POSSIBLE
            draw_dots(painter, theme, place.left(), place.center().y(), filled)
            return
        mirrored, gap = self.isRightToLeft(), theme.px(_AFTER)
        part, side = link.source if column == _SOURCE else link.target, theme.px(_MARK)
        # The marker stands next to the words, the arrow before it.
        at = place.left() + gap + side / 2 if mirrored else place.right() - gap - side / 2
        self._draw_part(painter, part, QPointF(at, place.center().y()), side)
        if column == _TARGET:
            spot = QRectF(0, 0, theme.px(_ARROW), theme.px(_ARROW))
            spot.moveCenter(place.center())
            spot.moveRight(place.right()) if mirrored else spot.moveLeft(place.left())
            name = "arrow-left" if mirrored else "arrow-right"
            icons.draw(painter, name, theme.qcolor("ink_2"), spot)

    def _draw_part(self, painter: QPainter, part: Part, middle: QPointF, side: float) -> None:
        theme = self._theme
        if not isinstance(part, Trigger):
            color = theme.measure_qcolor(part.id)
            draw_marker(painter, theme.tokens.marker(part.id), color, middle, side)
            return
        box = QRectF(0, 0, side, side)
        box.moveCenter(middle)
        draw_box(painter, box, 2, None, theme.qcolor("ink_2"), width=1.6)


def _arrow_rows(view: NetworkView) -> list[Texts]:
    """Write the arrows in fewer columns than their table has: none is wider than a page then."""
    loops = {
        (link.source.id, link.target.id): at
        for at, loop in enumerate(view.found.rounds, 1)
        for link in links_of_loop(loop, view.links)
    }
    rows: list[Texts] = []
    for link, (first, then, size, when, _likely, sure, days) in zip(
        view.links, view.arrows().rows, strict=True
    ):
        at = loops.get((link.source.id, link.target.id))
        named = sure if at is None else _("{sure}, loop {n}").format(sure=sure, n=at)
        low, high = likely_ends(view.found.questions, link)
        much = _("{size} ({low} to {high})\n{when}")
        much = much.format(size=size, low=low, high=high, when=when)
        rows.append((first, then, much, named, days))
    return rows
