"""A CSV file as rows with their line numbers, read as a stream within bounds.

Encoding and separator are found out, never guessed past a doubt: text that is not UTF-8, or
UTF-16 with its mark, is refused with the line that shows it.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fibrojournal.journal.errors import BadFile
from fibrojournal.text import _

MAX_BYTES = 64 * 1024 * 1024
"""Ten years with sixty columns and long notes stay below 10 MB."""
MAX_ROW = 1_000_000
"""The longest line or cell, in characters."""
MAX_COLUMNS = 1_000
MAX_LINES = 250_000
"""A century of days with half a dozen lines of note each."""

SEPARATORS = (",", ";", "\t")

_SEPARATOR_LINE = re.compile(r'"?sep=."?', re.IGNORECASE)
"""What some spreadsheets write first; the header tells as well."""
_CHUNK = 64 * 1024
# A lone carriage return ends a line too; one at the very end waits for what follows it.
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r(?=[^\n]))")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, and the line of the file on which it starts."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it, which are read as they are asked for."""

    separator: str
    header: list[str]
    rows: Iterator[Row]


class NotText(BadFile):
    """The file is no text in the encoding that it was read in."""


@contextmanager
def open_table(
    path: Path, is_known: Callable[[str], bool], encoding: str | None = None
) -> Iterator[Table]:
    """Open a CSV file; `is_known` tells which column names make sense, to find the separator.

    `encoding` is what to read it in where it is known not to be UTF-8. Raises BadFile, also while
    the rows are being read.
    """
    before = csv.field_size_limit(MAX_ROW)
    try:
        with _opened(path) as file:
            yield _table(_lines(file, encoding), is_known)
    finally:
        csv.field_size_limit(before)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large()
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise BadFile(_("There is no file {path}.").format(path=path)) from error
    except IsADirectoryError as error:
        raise BadFile(_("{path} is a folder, not a file.").format(path=path)) from error
    except OSError as error:
        raise BadFile(_("The file {path} cannot be read.").format(path=path)) from error


def _too_large() -> BadFile:
    size = MAX_BYTES // (1024 * 1024)
    return BadFile(
        _("The file is larger than {size} MB, more than a diary needs.").format(size=size)
    )


def _too_many_lines() -> BadFile:
    return BadFile(
        _("The file has more than {count} lines, more than a diary needs.").format(count=MAX_LINES)
    )


def _lines(file: BinaryIO, known: str | None) -> Iterator[str]:
    """Yield the lines of a file with their ends, as `csv.reader` wants them."""
    held, count = "", 0
    for text in _texts(file, known):
        if text is None:
            raise _not_text(count + 1 + len(_LINE_END.findall(held)))
        held += text
        position = 0
        while match := _LINE.match(held, position):
            position = match.end()
            count += 1
            if count > MAX_LINES:
                raise _too_many_lines()
            yield match.group()
        held = held[position:]
        if len(held) > MAX_ROW:
            raise _too_long(count + 1)
    if held:
        yield held


def _texts(file: BinaryIO, known: str | None) -> Iterator[str | None]:
    """Yield a file's text piece by piece, and None where it stops being text."""
    head = file.read(_CHUNK)
    encoding, mark = (known, b"") if known else _encoding_of(head)
    decoder = codecs.getincrementaldecoder(encoding)()
    chunk, size = head[len(mark) :] or file.read(_CHUNK), len(head)
    while True:
        good, is_text = _decoded(decoder, chunk, encoding)
        yield good
        if not is_text:
            yield None
        if not chunk:
            return
        chunk = file.read(_CHUNK)
        size += len(chunk)
        if size > MAX_BYTES:
            raise _too_large()


def _decoded(decoder: codecs.IncrementalDecoder, chunk: bytes, encoding: str) -> tuple[str, bool]:
    """Decode a piece (an empty one ends the file) up to where it stops being text."""
    try:
        text = decoder.decode(chunk, final=not chunk)
    except UnicodeDecodeError as error:
        return error.object[: error.start].decode(encoding, "ignore"), False
    good, nought, _rest = text.partition("\0")
    return good, not nought


def _encoding_of(head: bytes) -> tuple[str, bytes]:
    if not head:
        raise BadFile(_("The file is empty."))
    marks = (
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    )
    return next(((name, mark) for name, mark in marks if head.startswith(mark)), ("utf-8", b""))


def _not_text(line: int) -> NotText:
    return NotText(
        _(
            "Line {line} is not text in UTF-8 or UTF-16. "
            "Please save the file as “CSV UTF-8” and import it again."
        ).format(line=line),
        line=line,
    )


def _too_long(line: int) -> BadFile:
    return BadFile(
        _("Line {line} is longer than a day of a diary can be.").format(line=line), line=line
    )


def _table(lines: Iterator[str], is_known: Callable[[str], bool]) -> Table:
    blank, head = _header_text(lines)
    separator, names = _header(head, blank + 1, is_known)
    if len(names) > MAX_COLUMNS:
        raise BadFile(
            _("The file has more than {count} columns.").format(count=MAX_COLUMNS), line=blank + 1
        )
    return Table(separator, names, _rows(lines, separator, blank + len(head)))


def _header(record: list[str], line: int, is_known: Callable[[str], bool]) -> tuple[str, list[str]]:
    """Find the separator under which the header makes most sense."""
    readings = [(separator, _header_names(record, separator)) for separator in SEPARATORS]
    whole = [(separator, names) for separator, names in readings if names is not None]
    separator, names = max(
        whole,
        key=lambda found: (sum(map(is_known, found[1])), len(found[1])),
        default=("", []),
    )
    if len(names) < 2 and len(whole) < len(readings):
        raise _broken_quotes(line)
    return separator, names


def _header_text(lines: Iterator[str]) -> tuple[int, list[str]]:
    """Return how many lines that say nothing come first, and the lines of the header."""
    for blank, line in enumerate(lines):
        if line.strip() and not _SEPARATOR_LINE.fullmatch(line.strip()):
            return blank, _whole_record(line, lines)
    raise BadFile(_("The file has no rows."))


def _whole_record(first: str, lines: Iterator[str]) -> list[str]:
    record = [first]
    quotes, size = first.count('"'), len(first)
    while quotes % 2 and size < MAX_ROW and (line := next(lines, None)) is not None:
        record.append(line)
        quotes += line.count('"')
        size += len(line)
    return record


def _header_names(record: list[str], separator: str) -> list[str] | None:
    reader = csv.reader(record, delimiter=separator, strict=True)
    try:
        names = next(reader)
    except csv.Error:
        return None
    # An unquoted name may hold a quotation mark, but then the header ends before the record.
    return [name.strip() for name in names] if reader.line_num == len(record) else None


def _rows(lines: Iterator[str], separator: str, lines_before: int) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        line = lines_before + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _broken_quotes(line) from error
        if any(cell.strip() for cell in cells):
            yield Row(line, cells)


def _broken_quotes(line: int) -> BadFile:
    return BadFile(
        _("Line {line} is broken: a quotation mark is not closed, or stands inside a cell.").format(
            line=line
        ),
        line=line,
    )
