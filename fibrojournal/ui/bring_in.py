"""Looks into a file that is to be brought in; runs on the journal's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.exchange.dates import DateColumn, Order
from fibrojournal.exchange.guesses import guess_columns, is_known_name
from fibrojournal.exchange.json_reader import looks_like_json, read_archive
from fibrojournal.exchange.plan import Drawn, Kind, Plan, Remedy, draw
from fibrojournal.exchange.sheet import read_sheet
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.imported import ImportBatch
from fibrojournal.journal.questions import Questions

if TYPE_CHECKING:
    from fibrojournal.storage.batch import ImportLook
    from fibrojournal.storage.snapshot import Snapshot
    from fibrojournal.ui.stores import Store

_OFTEN = 0.2
"""From this share of rows on, a file has several rows a day by its nature."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table, and how it is understood before the person chose anything."""

    plan: Plan
    dates: DateColumn | None


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """An archive of a journal; `left_out` names the parts that an import does not bring.

    An empty journal takes the `whole` of it.
    """

    batch: ImportBatch
    left_out: tuple[str, ...]
    whole: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What bringing a file in would do; `drawn` belongs to a table."""

    batch: ImportBatch
    look: ImportLook
    drawn: Drawn | None = None


def open_file(
    store: Store, path: Path, questions: Questions, today: date, entered: Stamp
) -> TableFile | ArchiveFile:
    """Read a file. Raises BadFile."""
    if looks_like_json(path):
        from fibrojournal.exchange.importing import archive_batch
        from fibrojournal.storage.snapshot import Snapshot

        snapshot, before = read_archive(path), store.snapshot()
        batch, left_out = archive_batch(path, snapshot, entered, before, questions)
        if before == Snapshot(is_sample=before.is_sample):
            return ArchiveFile(batch, (), replace(snapshot, is_sample=before.is_sample))
        return ArchiveFile(batch, left_out)
    sheet = read_sheet(path, lambda name: is_known_name(name, questions))
    guess = guess_columns(sheet, questions)
    dates = guess.dates
    plan = Plan(sheet, guess.roles, dates.order if dates else Order.DAY_FIRST)
    again = [
        one for one in draw(plan, questions, today, entered).troubles if one.kind is Kind.AGAIN
    ]
    if len(again) > _OFTEN * len(sheet.rows):
        plan = Plan(sheet, guess.roles, plan.order, several=Remedy.MEAN)
    return TableFile(plan, dates)


def look_over(
    store: Store, file: Plan | ImportBatch, questions: Questions, today: date, entered: Stamp
) -> Preview:
    """Tell what bringing a file in would do, with all that was chosen."""
    if isinstance(file, ImportBatch):
        return Preview(file, store.look_into(file))
    drawn = draw(file, questions, today, entered)
    return Preview(drawn.batch, store.look_into(drawn.batch), drawn)
