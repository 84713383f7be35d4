"""Charts as files: the picture with its words above it, as PNG or SVG."""

from __future__ import annotations

import textwrap
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from fibrojournal.charts import style
from fibrojournal.charts.layout import Box
from fibrojournal.charts.view import View
from fibrojournal.tokens import Tokens

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMS = ("png", "svg")
WIDTH = 900
"""How broad a saved picture is, in px."""
_RATIO = 2.0  # a saved picture may be printed, or enlarged
_MARGIN = 20.0
_LINE = 1.45  # of a text's size, from one line to the next


def picture_bytes(view: View, theme: Tokens, form: str, *, scale: float = 1.0) -> bytes:
    """Draw a chart under its title and its sentences. Raises ValueError for an unknown form.

    The same view gives the same bytes: no date, no name, nothing of the computer is written.
    """
    if form not in FORMS:
        raise ValueError(f"no such form of a picture: {form}")
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    look = style.Look(theme, scale)
    out = BytesIO()
    settings = style.parameters(look) | {"svg.hashsalt": "fibrojournal"}
    with rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph ")
        inner, height = WIDTH - 2 * _MARGIN, 0.0
        if not view.is_empty:
            height = view.height(inner, scale)
        figure = Figure(_inches(inner, max(height, 1)), dpi=style.PIXELS_AN_INCH)
        figure.set_facecolor(look.color("surface"))
        if not view.is_empty:
            view.draw(figure, look)
        _frame(figure, view, look, max(height, 1))
        figure.savefig(
            out,
            format=form,
            dpi=style.PIXELS_AN_INCH * _RATIO,
            metadata=_about(view, form),
            facecolor=look.color("surface"),
        )
    return out.getvalue()


def _about(view: View, form: str) -> dict[str, str | None]:
    if form == "svg":
        return {"Title": view.title, "Description": view.description, "Date": None}
    return {"Title": view.title, "Description": view.description, "Software": None}


def _inches(width: float, height: float) -> tuple[float, float]:
    return width / style.PIXELS_AN_INCH, height / style.PIXELS_AN_INCH


def _frame(figure: Figure, view: View, look: style.Look, height: float) -> None:
    """Give the drawn chart a margin, and room above it for its words."""
    parts = (
        (view.title, look.px(18), style.STRONG, "ink"),
        (view.sentence, look.px(15), style.STRONG, "ink"),
        (view.detail, look.px(14), style.REGULAR, "ink_2"),
    )
    lines = [
        (line, size, weight, color)
        for words, size, weight, color in parts
        for line in _wrapped(words, size)
    ]
    head = sum(size * _LINE for _text, size, _weight, _color in lines) + _MARGIN
    inner = WIDTH - 2 * _MARGIN
    whole = (WIDTH, height + head + 2 * _MARGIN)
    figure.set_size_inches(*_inches(*whole))
    moved = Box(_MARGIN, _MARGIN, _MARGIN + inner, _MARGIN + height)
    for axes in figure.axes:
        x, y, across, up = axes.get_position().bounds
        axes.set_position(
            (
                (moved.left + x * inner) / whole[0],
                (moved.bottom + y * height) / whole[1],
                across * inner / whole[0],
                up * height / whole[1],
            )
        )
        for text in axes.texts:  # placed in pixels of the figure's corner
            left, bottom = text.get_position()
            shift = _MARGIN / style.PIXELS_AN_INCH
            text.set_position((left + shift, bottom + shift))
    top = whole[1] - _MARGIN
    for words, size, weight, color in lines:
        top -= size * _LINE
        figure.text(
            _MARGIN / whole[0],
            (top + 0.35 * size) / whole[1],
            words,
            fontsize=size,
            fontweight=weight,
            color=look.color(color),
            verticalalignment="baseline",
        )


def _wrapped(words: str, size: float) -> list[str]:
    # Some nine letters of mixed text are as broad as five times the text's size.
    return textwrap.wrap(words, int((WIDTH - 2 * _MARGIN) / (size * 0.54)))
