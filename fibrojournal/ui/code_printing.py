"""Prints a recovery code on paper; never into a file, which would be a key that lies about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from fibrojournal.text import _

_COLUMNS = 2
_LINE = 1 / 24
"""Height of a line, as a part of the page's height."""


def print_code(parent: QWidget, groups: Sequence[str], refused: Callable[[str], None]) -> None:
    """Ask which printer, and print. `refused` is told a sentence where there is none."""
    # Here: this part of Qt looks for printers, which takes its time.
    from PySide6.QtPrintSupport import (
        QAbstractPrintDialog,
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not QPrinterInfo.availablePrinterNames():
        refused(_("There is no printer here. Written down by hand the code is as good."))
        return
    printer = QPrinter()
    printer.setDocName(_("A recovery code"))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def accepted() -> None:
        painter = QPainter()
        is_paper = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
        if not (is_paper and painter.begin(printer)):
            refused(_("The printer did not take the page. Written down by hand is as good."))
            return
        try:
            draw_code(painter, QRectF(printer.pageRect(QPrinter.Unit.DevicePixel)), groups)
        finally:
            painter.end()

    dialog.accepted.connect(accepted)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def draw_code(painter: QPainter, page: QRectF, groups: Sequence[str]) -> None:
    """Draw the numbered groups on a page, with what they are for; the origin is its corner."""
    line = page.height() * _LINE
    area = QRectF(0, 0, page.width(), page.height())
    _write(painter, _("Recovery code of a fibrojournal"), area, line * 0.62, bold=True)
    area.setTop(line * 1.6)
    words = _(
        "It opens the journal and its backups without the passphrase, for anyone who holds it. "
        "Keep it where you keep papers that matter. It has no letter O, I, L or U: a round sign "
        "is a zero. Capitals, spaces and hyphens do not matter."
    )
    _write(painter, words, area, line * 0.36)
    rows = -(-len(groups) // _COLUMNS)
    for at, group in enumerate(groups):
        column, row = divmod(at, rows)
        left, top = column * page.width() / _COLUMNS, line * (5 + 1.6 * row)
        number = QRectF(left, top, line * 1.4, line)
        _write(painter, str(at + 1), number, line * 0.36)
        place = QRectF(
            left + line * 1.4, top - line * 0.25, page.width() / _COLUMNS - line * 1.4, line * 1.2
        )
        _write(painter, group, place, line * 0.7, bold=True)


def _write(
    painter: QPainter, words: str, place: QRectF, size: float, *, bold: bool = False
) -> None:
    font = QFont("Inter")
    font.setPixelSize(max(round(size), 1))
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(place, Qt.TextFlag.TextWordWrap, words)
