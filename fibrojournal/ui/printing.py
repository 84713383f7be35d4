"""A page drawn on paper: asks which printer, and says in a sentence where there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget


class Refusals(NamedTuple):
    """What to say where nothing can be printed."""

    no_printer: str
    not_taken: str


def print_on_paper(
    parent: QWidget,
    name: str,
    draw: Callable[[QPainter, QRectF], None],
    refusals: Refusals,
    refused: Callable[[str], None],
) -> None:
    """Ask which printer, and print one page under a name; never into a file."""
    # Here: this part of Qt looks for printers, which takes its time.
    from PySide6.QtPrintSupport import (
        QAbstractPrintDialog,
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not QPrinterInfo.availablePrinterNames():
        refused(refusals.no_printer)
        return
    printer = QPrinter()
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def accepted() -> None:
        painter = QPainter()
        is_paper = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
        if not (is_paper and painter.begin(printer)):
            refused(refusals.not_taken)
            return
        try:
            draw(painter, QRectF(printer.pageRect(QPrinter.Unit.DevicePixel)))
        finally:
            painter.end()

    dialog.accepted.connect(accepted)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def write(
    painter: QPainter, words: str, place: QRectF, size: float, *, bold: bool = False
) -> QRectF:
    """Write words in lines from the top of a place; return the room that they took."""
    font = QFont("Inter")
    font.setPixelSize(max(round(size), 1))
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(place, Qt.TextFlag.TextWordWrap, words)
    return painter.boundingRect(place, Qt.TextFlag.TextWordWrap, words)
