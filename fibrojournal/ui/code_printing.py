"""Prints a recovery code on paper; never into a file, which would be a key that lies about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from fibrojournal.text import _
from fibrojournal.ui.printing import Refusals, print_on_paper, write

_COLUMNS = 2
_LINE = 1 / 24
"""Height of a line, as a part of the page's height."""


def print_code(parent: QWidget, groups: Sequence[str], refused: Callable[[str], None]) -> None:
    """Ask which printer, and print. `refused` is told a sentence where there is none."""
    refusals = Refusals(
        _("There is no printer here. Written down by hand the code is as good."),
        _("The printer did not take the page. Written down by hand is as good."),
    )
    print_on_paper(
        parent,
        _("A recovery code"),
        lambda painter, page: draw_code(painter, page, groups),
        refusals,
        refused,
    )


def draw_code(painter: QPainter, page: QRectF, groups: Sequence[str]) -> None:
    """Draw the numbered groups on a page, with what they are for; the origin is its corner."""
    line = page.height() * _LINE
    area = QRectF(0, 0, page.width(), page.height())
    write(painter, _("Recovery code of a fibrojournal"), area, line * 0.62, bold=True)
    area.setTop(line * 1.6)
    words = _(
        "It opens the journal and its backups without the passphrase, for anyone who holds it. "
        "Keep it where you keep papers that matter. It has no letter O, I, L or U: a round sign "
        "is a zero. Capitals, spaces and hyphens do not matter."
    )
    write(painter, words, area, line * 0.36)
    rows = -(-len(groups) // _COLUMNS)
    for at, group in enumerate(groups):
        column, row = divmod(at, rows)
        left, top = column * page.width() / _COLUMNS, line * (5 + 1.6 * row)
        number = QRectF(left, top, line * 1.4, line)
        write(painter, str(at + 1), number, line * 0.36)
        place = QRectF(
            left + line * 1.4, top - line * 0.25, page.width() / _COLUMNS - line * 1.4, line * 1.2
        )
        write(painter, group, place, line * 0.7, bold=True)
