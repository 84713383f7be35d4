"""The tables as SQLAlchemy sees them. The schema itself is made by frozen SQL; a test compares.

Nothing outside this package ever sees a row.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import (
    REAL,
    FetchedValue,
    ForeignKeyConstraint,
    Index,
    Integer,
    Text,
    literal_column,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.elements import ColumnElement

_IS_LIVE: ColumnElement[bool] = literal_column("deleted = 0")  # a literal: partial indexes need one


class Base(DeclarativeBase):
    """The tables of a journal."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {int: Integer, float: REAL, str: Text}


def _from_import() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["import_id"], ["import_batch.id"])


class Standing(Base):
    """A table whose rows are never removed: when one was last written, whether it stands (0)."""

    __abstract__ = True
    stamp: Mapped[int] = mapped_column(server_default=FetchedValue())
    deleted: Mapped[int] = mapped_column(server_default="0")


class Entered:
    """When and where a row's content was entered."""

    entered: Mapped[int]
    zone: Mapped[str]
    offset: Mapped[int]


class Originated(Entered):
    """How a row's content came into the journal."""

    origin: Mapped[str]
    import_id: Mapped[str | None]


class MetaRow(Base):
    """What the file says of itself."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class HistoryRow(Base):
    """What a row held before it changed; written by triggers, never changed itself."""

    __tablename__ = "history"
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[int] = mapped_column(server_default=FetchedValue())
    device: Mapped[str]
    kind: Mapped[str]
    day: Mapped[int | None]
    before: Mapped[str]
    __table_args__ = (Index("history_day", "day"),)


class ImportRow(Entered, Standing):
    """An import that brought answers; deleted once it was undone."""

    __tablename__ = "import_batch"
    id: Mapped[str] = mapped_column(primary_key=True)
    file_name: Mapped[str]


class ReadingRow(Originated, Standing):
    """The answer to one question on one day."""

    __tablename__ = "reading"
    measure: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[float]
    __table_args__ = (_from_import(), Index("reading_day", "day", sqlite_where=_IS_LIVE))


class TriggerRow(Originated, Standing):
    """A trigger that one day was offered."""

    __tablename__ = "offered_trigger"
    trigger_id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True)
    ticked: Mapped[int]
    strength: Mapped[int | None]
    __table_args__ = (
        _from_import(),
        Index("offered_trigger_day", "day", sqlite_where=_IS_LIVE),
        Index(
            "offered_trigger_ticked",
            "trigger_id",
            sqlite_where=literal_column("ticked = 1 AND deleted = 0"),
        ),
    )


class NoteRow(Originated, Standing):
    """The day in the person's own words."""

    __tablename__ = "note"
    day: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str]
    __table_args__ = (_from_import(),)


class BodyMapRow(Entered, Standing):
    """That a body map was filled in."""

    __tablename__ = "body_map"
    day: Mapped[int] = mapped_column(primary_key=True)
    origin: Mapped[str]


class BodyAreaRow(Standing):
    """One area of a body map."""

    __tablename__ = "body_area"
    day: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(primary_key=True)
    intensity: Mapped[float | None]
    __table_args__ = (ForeignKeyConstraint(["day"], ["body_map.day"]),)


class MomentRow(Entered, Standing):
    """One timed reading."""

    __tablename__ = "moment"
    id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[int]
    measure: Mapped[str]
    value: Mapped[float]
    __table_args__ = (Index("moment_day", "day", sqlite_where=_IS_LIVE),)


class EventRow(Entered, Standing):
    """One event; the last day is null where there is only one."""

    __tablename__ = "event"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    start_day: Mapped[int]
    end_day: Mapped[int | None]


class OwnMeasureRow(Standing):
    """A measure of the person's own."""

    __tablename__ = "own_measure"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    low: Mapped[float]
    high: Mapped[float]
    step: Mapped[float]
    direction: Mapped[str]
    factor: Mapped[str | None]
    import_id: Mapped[str | None]
    __table_args__ = (_from_import(),)


class OwnTriggerRow(Standing):
    """A trigger of the person's own."""

    __tablename__ = "own_trigger"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    factor: Mapped[str | None]
    import_id: Mapped[str | None]
    __table_args__ = (_from_import(),)


class SettingRow(Standing):
    """One question setting."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class MedicineRow(Entered, Standing):
    """A medicine."""

    __tablename__ = "medicine"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class CourseRow(Entered, Standing):
    """How a medicine is taken from one day on."""

    __tablename__ = "course"
    medicine_id: Mapped[str] = mapped_column(primary_key=True)
    start_day: Mapped[int] = mapped_column(primary_key=True)
    stopped: Mapped[int]
    dose: Mapped[float | None]
    unit: Mapped[str]
    form: Mapped[str]
    times: Mapped[str]


class IntakeRow(Entered, Standing):
    """That a medicine was taken or left out."""

    __tablename__ = "intake"
    day: Mapped[int] = mapped_column(primary_key=True)
    medicine_id: Mapped[str] = mapped_column(primary_key=True)
    slot: Mapped[str] = mapped_column(primary_key=True)
    taken: Mapped[int]
    minute: Mapped[int | None]
    amount: Mapped[float | None]
    origin: Mapped[str]


class EffectRow(Entered, Standing):
    """What a medicine did on a day."""

    __tablename__ = "medicine_effect"
    day: Mapped[int] = mapped_column(primary_key=True)
    medicine_id: Mapped[str] = mapped_column(primary_key=True)
    helped: Mapped[float | None]
    side_effects: Mapped[str]


def is_live(row: type[Standing]) -> ColumnElement[bool]:
    """Say that a row stands; a literal, so that partial indexes serve."""
    return row.deleted == literal_column("0")
