"""A JSON file as values that know their place, so that what is wrong can be pointed at.

What stands in the file is never quoted, for it is private; only its place is told.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Never, TypeVar

from fibrojournal.exchange.stamps import stamp_from
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.errors import BadFile
from fibrojournal.text import _

T = TypeVar("T")

MAX_BYTES = 128 * 1024 * 1024
"""Thirty years with sixty answers a day stay below 100 MB."""

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def json_file(path: Path) -> Node:
    """Read a JSON file in UTF-8. Raises BadFile."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadFile(_("The file {path} cannot be read.").format(path=path)) from error
    if len(content) > MAX_BYTES:
        raise BadFile(
            _("The file is larger than {size} MB, more than a diary needs.").format(
                size=MAX_BYTES // (1024 * 1024)
            )
        )
    return Node(_parsed(content), "")


def _parsed(content: bytes) -> object:
    try:
        text = content.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise BadFile(
            _("Line {line} is not JSON; the archive may have been cut off or changed.").format(
                line=error.lineno
            ),
            line=error.lineno,
        ) from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadFile(
            _("Line {line} is not text in UTF-8.").format(line=line), line=line
        ) from error
    except (ValueError, RecursionError) as error:
        raise BadFile(_("The archive holds something that no journal holds.")) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise ValueError("a key twice")
    return entries


def _no_constant(name: str) -> Never:
    raise ValueError(f"{name} is not JSON")


class Node:
    """One value of the file. Reading it as a kind that it is not raises BadFile."""

    def __init__(self, value: object, place: str) -> None:
        """Stand for a value at a place, written `days/12/note` and counted from 1."""
        self._value = value
        self._place = place

    def refusal(self) -> BadFile:
        """Return the error which says that this place makes no sense."""
        return BadFile(
            _("The archive makes no sense at this place: {place}.").format(
                place=self._place or _("the beginning")
            )
        )

    def entries(self, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Node]:
        """Return the values of an object that has these keys alone; absent ones are null."""
        held = self._of(dict)
        needed = set(required)
        known = needed.union(optional)
        if not needed <= held.keys() <= known:
            raise self.refusal()
        return {key: Node(held.get(key), self._below(key)) for key in known}

    def by_id(self) -> Iterator[tuple[str, Node]]:
        """Yield the values of an object whose keys are ids, which are private as well."""
        for number, (id, value) in enumerate(self._of(dict).items(), start=1):
            Node(id, self._below(str(number))).text()
            yield id, Node(value, self._below(str(number)))

    def items(self) -> list[Node]:
        """Return the values of a list."""
        return [
            Node(value, self._below(str(number)))
            for number, value in enumerate(self._of(list), start=1)
        ]

    def maybe(self, read: Callable[[Node], T]) -> T | None:
        """Read the value, unless it is null or absent."""
        return None if self._value is None else read(self)

    def text(self) -> str:
        """Return a text that a file can hold."""
        text = self._of(str)
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise self.refusal() from error
        return text

    def number(self) -> float:
        """Return a finite number."""
        if type(self._value) not in (int, float):
            raise self.refusal()
        try:
            value = float(self._value)  # type: ignore[arg-type]  # one of the two, as just seen
        except OverflowError as error:
            raise self.refusal() from error
        if not math.isfinite(value):
            raise self.refusal()
        return value

    def flag(self) -> bool:
        """Return true or false."""
        return self._of(bool)

    def choice(self, choices: Mapping[Any, T]) -> T:
        """Return what one of several words or whole numbers stands for."""
        if type(self._value) not in (str, int) or self._value not in choices:
            raise self.refusal()
        return choices[self._value]

    def day(self) -> date:
        """Return a day, written 2025-03-01."""
        return self._read(date.fromisoformat, _ISO_DAY)

    def stamp(self) -> Stamp:
        """Return when something was entered."""
        return self._read(stamp_from)

    def _read(self, read: Callable[[str], T], form: re.Pattern[str] | None = None) -> T:
        text = self.text()
        if form is not None and form.fullmatch(text) is None:
            raise self.refusal()
        try:
            return read(text)
        except ValueError as error:
            raise self.refusal() from error

    def _of(self, kind: type[T]) -> T:
        if type(self._value) is not kind:
            raise self.refusal()
        return self._value

    def _below(self, name: str) -> str:
        return f"{self._place}/{name}" if self._place else name
