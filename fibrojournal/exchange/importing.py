"""Brings a file into a journal, whichever kind it is, and tells what came of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fibrojournal.exchange.begin import begun
from fibrojournal.exchange.columns import ColumnOption
from fibrojournal.exchange.csv_reader import CsvFile, file_name, read_csv
from fibrojournal.exchange.json_reader import looks_like_json, read_archive
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Origin
from fibrojournal.journal.errors import BadFile, JournalMissing
from fibrojournal.journal.imported import ImportBatch, ImportedDay
from fibrojournal.journal.questions import Questions
from fibrojournal.storage.batch import ImportResult
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.snapshot import Snapshot
from fibrojournal.text import _


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, or would do, and what of the file it left out."""

    result: ImportResult
    unmapped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be brought in, with what is needed to understand it."""

    path: Path
    options: Sequence[ColumnOption]
    today: date
    entered: Stamp


def import_file(
    source: Source, journal_path: Path, key: DataKey | None = None, *, dry_run: bool = False
) -> Outcome:
    """Read a file into a journal, which is begun where there is none; a dry run writes nothing.

    A JSON archive fills an empty journal as it was; in one that holds days it is an import like
    any other, whose answers give way to those entered by hand. Raises a JournalError, and then
    the journal is as before.
    """
    try:
        journal = JournalFile.open(journal_path, key)
    except JournalMissing:
        return _into_new(source, journal_path, dry_run=dry_run)
    with journal:
        return _into(source, journal, dry_run=dry_run)


def _into_new(source: Source, journal_path: Path, *, dry_run: bool) -> Outcome:
    if looks_like_json(source.path):
        snapshot = read_archive(source.path)
        if not dry_run:
            with begun(journal_path) as journal:
                journal.restore_snapshot(snapshot)
        return Outcome(_restored(snapshot))
    found = _read_table(source, Questions())
    if dry_run:
        return Outcome(_all_of(found.batch), found.unmapped)
    with begun(journal_path) as journal:
        return Outcome(journal.bring_in(found.batch), found.unmapped)


def _into(source: Source, journal: JournalFile, *, dry_run: bool) -> Outcome:
    if not looks_like_json(source.path):
        found = _read_table(source, journal.questions())
        return Outcome(journal.bring_in(found.batch, dry_run=dry_run), found.unmapped)
    snapshot, before = read_archive(source.path), journal.snapshot()
    if before == Snapshot(is_sample=before.is_sample):
        if not dry_run:
            journal.restore_snapshot(snapshot)
        return Outcome(_restored(snapshot))
    batch, left_out = archive_batch(
        source.path, snapshot, source.entered, before, journal.questions()
    )
    return Outcome(journal.bring_in(batch, dry_run=dry_run), left_out)


def archive_batch(
    path: Path, snapshot: Snapshot, entered: Stamp, before: Snapshot, questions: Questions
) -> tuple[ImportBatch, tuple[str, ...]]:
    """Return what an import can bring of an archive, and the names of the parts left out.

    Raises BadFile.
    """
    _check_own(snapshot, questions)
    batch = ImportBatch(
        file_name(path),
        entered,
        {day.date: content for day in snapshot.days if (content := _content(day)) != _NOTHING},
        (*snapshot.own_measures, *snapshot.own_triggers),
    )
    return batch, _left_out(snapshot, before)


def _read_table(source: Source, questions: Questions) -> CsvFile:
    return read_csv(
        source.path,
        options=source.options,
        questions=questions,
        today=source.today,
        entered=source.entered,
    )


_NOTHING = ImportedDay()


def _content(day: Day) -> ImportedDay:
    """Return what an import can bring of a day: an answer copied from the day before is none."""
    return ImportedDay(
        {
            id: reading.value
            for id, reading in day.readings.items()
            if reading.origin is not Origin.COPIED
        },
        {id: answer.ticked for id, answer in day.triggers.items()},
        None if day.note is None else day.note.text,
    )


def _check_own(snapshot: Snapshot, questions: Questions) -> None:
    """Refuse ids of one's own that the archive and the journal use for different things."""
    measures = {own.id: own.scale for own in snapshot.own_measures}
    triggers = {own.id for own in snapshot.own_triggers}
    for number, (id, scale) in enumerate(measures.items(), start=1):
        there = questions.measure(id)
        if questions.trigger(id) is not None or (there is not None and there.scale != scale):
            raise _other_meaning(f"own_measures/{number}")
    for number, id in enumerate(triggers, start=1):
        if questions.measure(id) is not None:
            raise _other_meaning(f"own_triggers/{number}")


def _other_meaning(place: str) -> BadFile:
    return BadFile(
        _("This journal has something else under the same id as the archive at {place}.").format(
            place=place
        )
    )


def _copied(snapshot: Snapshot) -> set[Hashable]:
    return {
        (day.date, id)
        for day in snapshot.days
        for id, reading in day.readings.items()
        if reading.origin is Origin.COPIED
    }


def _strengths(snapshot: Snapshot) -> set[Hashable]:
    return {
        (day.date, id, answer.strength)
        for day in snapshot.days
        for id, answer in day.triggers.items()
        if answer.strength is not None
    }


def _body_maps(snapshot: Snapshot) -> set[Hashable]:
    return {
        (day.date, frozenset(day.body_map.areas.items()))
        for day in snapshot.days
        if day.body_map is not None
    }


def _of_medicines(snapshot: Snapshot) -> set[Hashable]:
    return {
        (day.date, *entry)
        for day in snapshot.days
        for entry in (*day.intakes.items(), *day.effects.items())
    }


# What an archive holds beyond the answers that an import can bring and undo.
_OTHER_PARTS: dict[str, Callable[[Snapshot], set[Hashable]]] = {
    "body_map": _body_maps,
    "copied": _copied,
    "events": lambda snapshot: set(snapshot.events),
    "medicines": lambda snapshot: {*snapshot.medicines, *_of_medicines(snapshot)},
    "moments": lambda snapshot: {moment for day in snapshot.days for moment in day.moments},
    "settings": lambda snapshot: set(snapshot.settings.items()),
    "strength": _strengths,
}


def _left_out(snapshot: Snapshot, before: Snapshot) -> tuple[str, ...]:
    return tuple(name for name, part in _OTHER_PARTS.items() if part(snapshot) - part(before))


def _restored(snapshot: Snapshot) -> ImportResult:
    answers = sum(
        len(day.readings)
        + len(day.triggers)
        + len(day.moments)
        + len(day.intakes)
        + (day.note is not None)
        for day in snapshot.days
    )
    noted = sum(day.is_noted for day in snapshot.days)
    return ImportResult(None, days_added=noted, answers_added=answers, kept=0)


def _all_of(batch: ImportBatch) -> ImportResult:
    """Count what a batch would add to an empty journal."""
    answers = sum(
        len(day.readings) + len(day.triggers) + (day.note is not None)
        for day in batch.days.values()
    )
    noted = sum(
        bool(day.readings or day.note is not None or any(day.triggers.values()))
        for day in batch.days.values()
    )
    return ImportResult(None, days_added=noted, answers_added=answers, kept=0)
