"""The first second of the program: today's answers on the bare driver, without SQLAlchemy.

Everything else goes through JournalFile; a test pins the two to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from fibrojournal.journal.day import Day, Note, Reading, TriggerAnswer
from fibrojournal.journal.edits import Edit, SetNote, SetReading, SetTrigger
from fibrojournal.journal.errors import JournalMissing
from fibrojournal.journal.questions import Questions
from fibrojournal.storage import rows, schema
from fibrojournal.storage.connection import (
    check_path,
    connect,
    keep_one_file,
    one_state,
    transaction,
)
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.key import DataKey, fitting
from fibrojournal.storage.place import Place

if TYPE_CHECKING:
    from sqlite3 import Connection


def _select(table: str, columns: Iterable[str], where: str) -> str:
    return f"SELECT {', '.join(columns)} FROM {table} WHERE {where} AND deleted = 0"


def _upsert(table: str, keys: Sequence[str], columns: Sequence[str]) -> str:
    content = [name for name in columns if name not in keys]
    return (
        f"INSERT INTO {table} ({', '.join(columns)})"
        f" VALUES ({', '.join(f':{name}' for name in columns)})"
        f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET deleted = 0,"
        f" {', '.join(f'{name} = excluded.{name}' for name in content)}"
    )


def _clear(table: str, keys: Sequence[str]) -> str:
    here = " AND ".join(f"{key} = :{key}" for key in keys)
    return f"UPDATE {table} SET deleted = 1 WHERE {here} AND deleted = 0"


_READINGS = _select("reading", rows.READING_COLUMNS, "day = ?")
_TRIGGERS = _select("offered_trigger", rows.TRIGGER_COLUMNS, "day = ?")
_NOTES = _select("note", rows.NOTE_COLUMNS, "day = ?")
_BODY_MAPS = _select("body_map", rows.BODY_MAP_COLUMNS, "day = ?")
_BODY_AREAS = _select("body_area", rows.BODY_AREA_COLUMNS, "day = ?")
_MOMENTS = _select("moment", rows.MOMENT_COLUMNS, "day = ?")
_INTAKES = _select("intake", rows.INTAKE_COLUMNS, "day = ?")
_EFFECTS = _select("medicine_effect", rows.EFFECT_COLUMNS, "day = ?")
_OWN_MEASURES = _select("own_measure", rows.OWN_MEASURE_COLUMNS, "true") + " ORDER BY id"
_OWN_TRIGGERS = _select("own_trigger", rows.OWN_TRIGGER_COLUMNS, "true") + " ORDER BY id"
_SETTINGS = _select("setting", ("key", "value"), "true")
_TICKED = (
    "SELECT trigger_id, count(*) FROM offered_trigger"
    " WHERE ticked = 1 AND deleted = 0 GROUP BY trigger_id"
)

_SET_READING = _upsert("reading", ("measure", "day"), rows.READING_COLUMNS)
_SET_TRIGGER = _upsert("offered_trigger", ("trigger_id", "day"), rows.TRIGGER_COLUMNS)
_SET_NOTE = _upsert("note", ("day",), rows.NOTE_COLUMNS)
_CLEAR_READING = _clear("reading", ("measure", "day"))
_CLEAR_TRIGGER = _clear("offered_trigger", ("trigger_id", "day"))
_CLEAR_NOTE = _clear("note", ("day",))


class QuickJournal:
    """A journal of the present schema, read and written without SQLAlchemy or numpy."""

    def __init__(self, connection: Connection, path: Path, key: DataKey | None = None) -> None:
        """Take over an open connection to a journal of the present schema."""
        self.path = path
        self.key = key
        self.place = Place.of(path)
        self._connection = connection
        marks = connection.execute("SELECT value FROM meta WHERE key = 'sample'").fetchall()
        self.is_sample = bool(marks)

    @classmethod
    def open(
        cls, path: Path, key: DataKey | None = None, *, read_only: bool = False
    ) -> QuickJournal | None:
        """Open a journal; None where there is none yet or where it is to be migrated first.

        With `read_only` nothing is changed or made; every save is refused. Raises NotAJournal,
        JournalTooNew, JournalDamaged, JournalNotWritable, JournalBusy, JournalLocked or WrongKey.
        """
        try:
            check_path(path, read_only=read_only)
        except JournalMissing:
            return None
        key = fitting(path, key)
        with plain_errors(path):
            connection = connect(path, key, read_only=read_only)
            try:
                if schema.check_version(connection, path) == schema.VERSION:
                    if not read_only:
                        keep_one_file(connection)
                    return cls(connection, path, key)
            except BaseException:
                connection.close()
                raise
            connection.close()
            return None

    @classmethod
    def create(
        cls, path: Path, *, sample: bool = False, key: DataKey | None = None
    ) -> QuickJournal:
        """Begin a journal. Raises JournalExists or JournalNotWritable."""
        return cls(schema.create(path, sample=sample, key=key), path, key)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; does nothing the second time."""
        self._connection.close()

    def day(self, day: date) -> Day:
        """Read one day."""
        key = (rows.day_number(day),)
        read = self._connection.execute
        with plain_errors(self.path), one_state(self._connection):
            found = rows.days_from(
                rows.DayRows(
                    readings=read(_READINGS, key),
                    triggers=read(_TRIGGERS, key),
                    notes=read(_NOTES, key),
                    body_maps=read(_BODY_MAPS, key),
                    body_areas=read(_BODY_AREAS, key),
                    moments=read(_MOMENTS, key),
                    intakes=read(_INTAKES, key),
                    effects=read(_EFFECTS, key),
                )
            )
        return found[0] if found else Day(day)

    def questions(self) -> Questions:
        """Read the registries with what the person has added and chosen."""
        with plain_errors(self.path):
            return rows.questions_from(
                self._connection.execute(_OWN_MEASURES),
                self._connection.execute(_OWN_TRIGGERS),
                self.settings(),
            )

    def settings(self) -> dict[str, str]:
        """Read the question settings, which travel with the journal."""
        with plain_errors(self.path):
            return dict(self._connection.execute(_SETTINGS).fetchall())

    def trigger_counts(self) -> dict[str, int]:
        """Count how often each trigger was ticked; absent where it never was."""
        with plain_errors(self.path):
            return dict(self._connection.execute(_TICKED).fetchall())

    def save(self, edits: Sequence[Edit]) -> None:
        """Write readings, triggers and notes in one transaction; other edits are an error."""
        changes = rows.together(_change(edit) for edit in rows.final_edits(edits))
        with self.place.writing(), plain_errors(self.path), transaction(self._connection):
            for statement, many in changes.items():
                self._connection.executemany(statement, many)

    def copy_to(self, target: Path, edits: Sequence[Edit] = ()) -> None:
        """Write all that is open, and edits that wait to be saved, to a whole new journal.

        Raises JournalNotWritable or JournalDamaged; what stood at `target` then stays as it was.
        """
        from fibrojournal.storage.copying import copy_with
        from fibrojournal.storage.journal_file import JournalFile

        copy_with(self, self._connection, target, edits, JournalFile.open)


def _change(edit: Edit) -> tuple[str, rows.Values]:
    match edit:
        case SetReading(day, measure, Reading() as reading):
            return _SET_READING, rows.reading_values(day, measure, reading)
        case SetReading(day, measure):
            return _CLEAR_READING, {"measure": measure, "day": rows.day_number(day)}
        case SetTrigger(day, trigger, TriggerAnswer() as answer):
            return _SET_TRIGGER, rows.trigger_values(day, trigger, answer)
        case SetTrigger(day, trigger):
            return _CLEAR_TRIGGER, {"trigger_id": trigger, "day": rows.day_number(day)}
        case SetNote(day, Note() as note):
            return _SET_NOTE, rows.note_values(day, note)
        case SetNote(day):
            return _CLEAR_NOTE, {"day": rows.day_number(day)}
    raise TypeError(f"a quick journal does not write {type(edit).__name__}")
