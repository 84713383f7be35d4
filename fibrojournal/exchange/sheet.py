"""Any table of days, read whole to be looked over: what each column means is decided later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fibrojournal.exchange.csv_reader import file_name
from fibrojournal.exchange.table import NotText, Row, open_table
from fibrojournal.journal.errors import BadFile
from fibrojournal.text import _

OLD_ENCODING = "cp1252"
"""What spreadsheets on Windows write unless they are told otherwise."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header, the rows that are as wide as it, and the lines of those that are not."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    odd_lines: tuple[int, ...] = ()
    decimal_comma: bool = False
    is_old_text: bool = False
    """Whether its letters were read as older programs of Western Europe wrote them."""

    def filled(self, column: int) -> list[str]:
        """List what stands in a column, without its empty cells."""
        return [cell for row in self.rows if (cell := row.cells[column].strip())]


def read_sheet(path: Path, is_known: Callable[[str], bool]) -> Sheet:
    """Read a table; `is_known` tells which column names make sense, to find the separator.

    Raises BadFile.
    """
    try:
        return _read(path, is_known, None)
    except NotText:
        return _read(path, is_known, OLD_ENCODING)


def _read(path: Path, is_known: Callable[[str], bool], encoding: str | None) -> Sheet:
    rows: list[Row] = []
    odd: list[int] = []
    with open_table(path, is_known, encoding) as table:
        width = len(table.header)
        for row in table.rows:
            cells = _fitted(row.cells, width)
            if cells is None:
                odd.append(row.line)
            else:
                rows.append(Row(row.line, cells))
    if not rows:
        raise BadFile(_("There are no rows in this file."))
    header = tuple(
        name or _("column {number}").format(number=number)
        for number, name in enumerate(table.header, start=1)
    )
    comma = table.separator != ","
    return Sheet(file_name(path), header, tuple(rows), tuple(odd), comma, encoding is not None)


def _fitted(cells: list[str], width: int) -> list[str] | None:
    """Return the cells of a row of the header's width; trailing empty ones may come or lack."""
    if any(cell.strip() for cell in cells[width:]):
        return None
    if len(cells) < width - 1:
        return None
    return (cells + [""] * width)[:width]
