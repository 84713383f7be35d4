"""A whole new journal of all that can still be read of a damaged one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from fibrojournal.journal.areas import AREA_BY_ID
from fibrojournal.journal.day import EVENT_KINDS
from fibrojournal.journal.errors import (
    JournalDamaged,
    JournalExists,
    JournalLocked,
    JournalNotWritable,
)
from fibrojournal.storage import schema
from fibrojournal.storage.backup import counts
from fibrojournal.storage.carving import LISTED, Row, carve
from fibrojournal.storage.connection import check_path, transaction
from fibrojournal.storage.durable import clear_way, make_private, put_in_place
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import PLAIN_HEADER, DataKey, is_encrypted
from fibrojournal.storage.key_slots import copy_slots
from fibrojournal.storage.medicine_rows import are_times
from fibrojournal.storage.rows import day_number, day_of
from fibrojournal.text import N_, _

if TYPE_CHECKING:
    from sqlite3 import Connection

_PAGE = 4096
_ALL_DAYS = (day_number(date.min), day_number(date.max))
_ALL_TIMES = tuple(day * 86_400_000 for day in _ALL_DAYS)  # milliseconds

_KEPT = """SELECT day, measure FROM reading UNION SELECT day, trigger_id FROM offered_trigger
UNION SELECT day, id FROM moment UNION SELECT day, medicine_id FROM intake
UNION SELECT day, medicine_id FROM medicine_effect"""

# Areas whose map was not read: that it hurt there is known, and about when it was typed.
_MAPS_OF_AREAS = """INSERT OR IGNORE INTO body_map (day, origin, entered, zone, offset, deleted)
SELECT day, 'typed', max(stamp), 'UTC', 0, min(deleted) FROM body_area GROUP BY day"""

# Medicines whose name was not read: what was taken is known, and when.
_MEDICINES_OF_INTAKES = """INSERT OR IGNORE INTO medicine (id, name, entered, zone, offset, deleted)
SELECT medicine_id, ?, min(entered), 'UTC', 0, min(deleted) FROM (
    SELECT medicine_id, entered, deleted FROM course
    UNION ALL SELECT medicine_id, entered, deleted FROM intake
    UNION ALL SELECT medicine_id, entered, deleted FROM medicine_effect
) GROUP BY medicine_id"""

_BEYOND = N_(
    "Nothing in {path} can be read: the first page, which opens all others, is damaged, or this"
    " is not its passphrase. Please go on with a backup."
)
_NEW_ONLY = N_("There is already a file at {path}; it was left as it is.")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that were read of one table."""

    columns: tuple[str, ...]
    rows: list[Row]

    def column(self, name: str) -> Iterator[Any]:
        """Go through one column."""
        place = self.columns.index(name)
        return (row[place] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was read of a damaged journal."""

    days: int
    """Noted days in the new journal."""
    rows: Mapping[str, int]
    """How many rows each table of the new journal has."""
    missing: int
    """How many answers, triggers and timed readings are known to have stood there as well."""
    gaps: tuple[tuple[date, date], ...]
    """The spans of days, both ends included, that they are of."""


def rescue(damaged: Path, out: Path, key: DataKey | None = None) -> Rescued:
    """Write what can be read of a damaged journal to a new one at `out`, encrypted alike.

    The damaged file is read once and never written. Raises JournalExists where `out` is taken,
    JournalLocked where it needs a key, JournalDamaged where nothing can be read, JournalMissing,
    NotAJournal or JournalNotWritable; then there is no file at `out`.
    """
    check_path(damaged, read_only=True)
    if out.exists() or out.is_symlink():
        raise JournalExists(_(_NEW_ONLY).format(path=out))
    try:
        with _workplace(out) as folder:
            copy, fresh = folder / "damaged", folder / "fresh"
            _copy_bytes(damaged, copy)
            key, found = _carved(copy, damaged, key)
            with closing(schema.create(fresh, sample=False, key=key)) as new:
                _write(new, found)
            rescued = _rescued(fresh, key, found)
            if key is not None:
                copy_slots(damaged, out)
            clear_way(out)
            put_in_place(fresh, out)
    except OSError as error:
        sentence = _("The new journal {path} cannot be written.")
        raise JournalNotWritable(sentence.format(path=out)) from error
    return rescued


@contextmanager
def _workplace(out: Path) -> Iterator[Path]:
    """Make a private folder beside the new journal, gone at the end."""
    with TemporaryDirectory(dir=out.parent, prefix=out.name, suffix=".tmp") as folder:
        yield Path(folder)


def _copy_bytes(damaged: Path, copy: Path) -> None:
    """Copy a file page by page; what the disk does not give is left empty."""
    make_private(copy)
    size = damaged.stat().st_size
    with damaged.open("rb", buffering=0) as source, copy.open("r+b") as target:
        target.truncate(-(-size // _PAGE) * _PAGE)
        for start in range(0, size, _PAGE):
            try:
                os.lseek(source.fileno(), start, os.SEEK_SET)
                page = os.read(source.fileno(), _PAGE)
            except OSError:
                continue
            target.seek(start)
            target.write(page)


def _carved(
    copy: Path, damaged: Path, key: DataKey | None
) -> tuple[DataKey | None, dict[str, Rows]]:
    """Read what can be read; with the key or, where that finds nothing, without.

    A plain file whose first bytes were overwritten looks like an encrypted one.
    """
    content = copy.read_bytes()
    is_plain = content.startswith(PLAIN_HEADER)
    for each in [None] if key is None or is_plain else [key, None]:
        copy.write_bytes(content)
        found = {table.name: Rows(table.columns, rows) for table, rows in carve(copy, each).items()}
        if any(each.rows for each in found.values()):
            return each, found
    if key is None and is_encrypted(damaged):
        sentence = _("The journal {path} is encrypted; its passphrase or recovery code opens it.")
        raise JournalLocked(sentence.format(path=damaged))
    raise JournalDamaged(_(_BEYOND).format(path=damaged))


def _write(new: Connection, found: Mapping[str, Rows]) -> None:
    """Write what was read to a new journal, so that its references and its search index hold."""
    imports = set(found["import_batch"].column("id"))
    new.execute("PRAGMA foreign_keys = OFF")  # rows come table by table
    with transaction(new):
        for name, each in found.items():
            if name == LISTED:
                continue
            verb = "INSERT OR REPLACE" if name == "meta" else "INSERT OR IGNORE"
            marks = ", ".join("?" * len(each.columns))
            statement = f"{verb} INTO {name} ({', '.join(each.columns)}) VALUES ({marks})"
            for row in each.rows:
                values = dict(zip(each.columns, row, strict=True))
                if "import_id" in values and values["import_id"] not in imports:
                    values["import_id"] = None
                if _is_plausible(name, values):
                    with suppress(dbapi2.IntegrityError):  # it was not that row any more
                        new.execute(statement, tuple(values.values()))
        new.execute(_MAPS_OF_AREAS)
        new.execute(_MEDICINES_OF_INTAKES, (_("A medicine"),))


def _is_plausible(table: str, values: Mapping[str, Any]) -> bool:
    """Tell whether the program could have written a row, as far as the schema does not say."""
    days = (values.get(name) for name in ("day", "start_day", "end_day"))
    times = (values.get(name) for name in ("entered", "stamp", "at"))
    return (
        all(day is None or _ALL_DAYS[0] <= day <= _ALL_DAYS[1] for day in days)
        and all(time is None or _ALL_TIMES[0] <= time <= _ALL_TIMES[1] for time in times)
        and (table != "event" or values["kind"] in EVENT_KINDS)
        and (table != "course" or are_times(values["times"]))
    )


def _rescued(new: Path, key: DataKey | None, found: Mapping[str, Rows]) -> Rescued:
    """Check the new journal and tell what is in it."""
    with JournalFile.open(new, key) as journal:
        assert not journal.problems()  # it was written just now
        noted = sum(day.is_noted for day in journal.snapshot().days)
        with journal.below() as connection:
            rows = counts(connection)
            kept = set(connection.execute(_KEPT).fetchall())
    listed = {(day, id) for day, id, _ in found[LISTED].rows if id not in AREA_BY_ID}
    missing = {(day, id) for day, id in listed - kept if _ALL_DAYS[0] <= day <= _ALL_DAYS[1]}
    return Rescued(
        days=noted,
        rows={name: number for name, number in rows.items() if name in found},
        missing=len(missing),
        gaps=_spans(sorted({day for day, _ in missing})),
    )


def _spans(days: Sequence[int]) -> tuple[tuple[date, date], ...]:
    """Join days that follow each other."""
    spans: list[tuple[int, int]] = []
    for day in days:
        if spans and day == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return tuple((day_of(first), day_of(last)) for first, last in spans)
