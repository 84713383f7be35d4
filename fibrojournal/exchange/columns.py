"""What the columns of a table stand for: read from their names and from `--column` options."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fibrojournal.journal.errors import BadFile
from fibrojournal.journal.measures import ZERO_TO_TEN, Measure, Scale
from fibrojournal.journal.questions import (
    OWN,
    Questions,
    is_own_id,
    own_measure,
    own_trigger,
)
from fibrojournal.journal.triggers import TRIGGER_BY_ID, Trigger
from fibrojournal.text import _

DAY = "day"
NOTE = "note"
TRIGGER_MARK = ":trigger"

_NUMBER = r"[+-]?(?:\d+\.?\d*?|\.\d+)"
_OPTION = re.compile(
    rf"(?P<target>(?:own:)?[^:=]+(?::trigger)?)"
    rf"(?::(?P<low>{_NUMBER})\.\.(?P<high>{_NUMBER}))?(?P<reverse>:reverse)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class ColumnOption:
    """What one `--column NAME=ID[:LO..HI][:reverse]` asks for."""

    name: str
    target: str
    scale: Scale | None = None
    reverse: bool = False

    @property
    def is_plain(self) -> bool:
        """Tell whether the values stand as they are."""
        return self.scale is None and not self.reverse


@dataclass(frozen=True, slots=True)
class MeasureColumn:
    """A column of ratings: the scale they have in the file, and whether it is turned round."""

    index: int
    measure: Measure
    scale: Scale
    reverse: bool = False

    @property
    def id(self) -> str:
        """What it stands for."""
        return self.measure.id

    def converted(self, value: float) -> float:
        """Carry a value from the file's scale onto the measure's own, without rounding."""
        own = self.measure.scale
        if self.scale == own and not self.reverse:
            return value
        low, high = (own.high, own.low) if self.reverse else (own.low, own.high)
        share = (value - self.scale.low) / (self.scale.high - self.scale.low)
        return min(max(low + share * (high - low), own.low), own.high)


@dataclass(frozen=True, slots=True)
class TriggerColumn:
    """A column of 0 and 1."""

    index: int
    trigger: Trigger

    @property
    def id(self) -> str:
        """What it stands for."""
        return self.trigger.id


@dataclass(frozen=True, slots=True)
class NoteColumn:
    """A column of words."""

    index: int
    id: str = NOTE


Column = MeasureColumn | TriggerColumn | NoteColumn


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the day stands, what the other columns are, and which are none of the diary's."""

    day: int
    columns: tuple[Column, ...]
    new: tuple[Measure | Trigger, ...]
    unmapped: tuple[str, ...]


def column_option(text: str) -> ColumnOption:
    """Read one `--column` option. Raises ValueError with a sentence where it makes no sense."""
    name, equals, meaning = text.rpartition("=")
    found = _OPTION.fullmatch(meaning)
    if not equals or not name.strip() or found is None:
        raise ValueError(_("It is written NAME=ID, NAME=ID:LO..HI or NAME=ID:LO..HI:reverse."))
    option = ColumnOption(
        name.strip(),
        found["target"],
        _scale(found["low"], found["high"]) if found["low"] else None,
        found["reverse"] is not None,
    )
    if option.name == DAY:
        raise ValueError(_("The column “day” holds the days and stands for nothing else."))
    _check_target(option)
    return option


def _scale(low: str, high: str) -> Scale:
    if not float(low) < float(high):
        raise ValueError(_("A scale is written from its low end to its high end: 1..7."))
    return Scale(float(low), float(high), float(high) - float(low))


def _check_target(option: ColumnOption) -> None:
    target = option.target
    is_trigger = target in TRIGGER_BY_ID or target.endswith(TRIGGER_MARK)
    own = target.removesuffix(TRIGGER_MARK)
    if target.startswith(OWN) and not is_own_id(own):
        raise ValueError(_("An id of one's own is written own:cold_hands."))
    if target.endswith(TRIGGER_MARK) and not own.startswith(OWN):
        raise ValueError(_("“:trigger” belongs to an id of one's own."))
    if (is_trigger or target == NOTE) and not option.is_plain:
        raise ValueError(_("A trigger or a note has no scale."))


def is_known_name(name: str, options: Sequence[ColumnOption], questions: Questions) -> bool:
    """Tell whether a column name means something, which shows where the separators are."""
    return (
        name in (DAY, NOTE)
        or any(option.name == name for option in options)
        or _target_is_known(name, questions)
    )


def layout(header: Sequence[str], options: Sequence[ColumnOption], questions: Questions) -> Layout:
    """Find out what each column is. Raises BadFile where that cannot be done without a guess."""
    day = header.index(DAY) if DAY in header else 0
    _check_days(header, day, options, questions)
    _check_options(header, options)
    by_name = {option.name: option for option in options}
    columns: list[Column] = []
    new: dict[str, Measure | Trigger] = {}
    unmapped: list[str] = []
    for index, name in enumerate(header):
        if index == day:
            continue
        option = by_name.get(name)
        if option is None and not _target_is_known(name, questions):
            unmapped.append(name or _("column {number}").format(number=index + 1))
            continue
        column, made = _column(index, option or ColumnOption(name, name), questions)
        columns.append(column)
        if made is not None:
            new[made.id] = made
    _check_columns(columns)
    return Layout(day, tuple(columns), tuple(new.values()), tuple(unmapped))


def _target_is_known(target: str, questions: Questions) -> bool:
    return (
        target == NOTE
        or questions.day_measure(target) is not None
        or questions.trigger(target) is not None
        or is_own_id(target.removesuffix(TRIGGER_MARK))
    )


def _check_days(
    header: Sequence[str], day: int, options: Sequence[ColumnOption], questions: Questions
) -> None:
    if header.count(DAY) > 1:
        raise BadFile(_("Two columns are called “day”."), line=1)
    if header[day] != DAY and is_known_name(header[day], options, questions):
        raise BadFile(
            _("No column holds the days: one called “day”, or else the first, has to."), line=1
        )


def _check_options(header: Sequence[str], options: Sequence[ColumnOption]) -> None:
    for option in options:
        if option.name not in header:
            raise BadFile(_("The file has no column “{name}”.").format(name=option.name))
        if list(header).count(option.name) > 1:
            raise BadFile(_("Several columns are called “{name}”.").format(name=option.name))


def _column(
    index: int, option: ColumnOption, questions: Questions
) -> tuple[Column, Measure | Trigger | None]:
    if option.target == NOTE:
        return NoteColumn(index), None
    found, is_new = _target(option.target, questions)
    new = found if is_new else None
    if isinstance(found, Measure):
        scale = option.scale or found.scale
        return MeasureColumn(index, found, scale, option.reverse), new
    if not option.is_plain:
        raise BadFile(_("“{id}” is a trigger, and has no scale.").format(id=option.target))
    return TriggerColumn(index, found), new


def _target(target: str, questions: Questions) -> tuple[Measure | Trigger, bool]:
    """Find what a target names, or make it where it is one's own; tells whether it is new."""
    id = target.removesuffix(TRIGGER_MARK)
    measure, trigger = questions.day_measure(id), questions.trigger(id)
    if target.endswith(TRIGGER_MARK):
        if measure is not None:
            raise BadFile(_("“{id}” is a measure in this journal, not a trigger.").format(id=id))
        return trigger or own_trigger(id, _name_of(id)), trigger is None
    if measure is not None:
        return measure, False
    if trigger is not None:
        return trigger, False
    if is_own_id(id):
        return own_measure(id, _name_of(id), scale=ZERO_TO_TEN), True
    raise BadFile(_("There is no measure or trigger “{id}”.").format(id=id))


def _name_of(id: str) -> str:
    return id.removeprefix(OWN).replace("_", " ").capitalize()


def _check_columns(columns: Sequence[Column]) -> None:
    if not columns:
        raise BadFile(
            _(
                "No column is known to the diary. "
                "Say what they are with --column, such as --column NAME=pain:0..10."
            )
        )
    first: dict[str, int] = {}
    for column in columns:
        id = column.id
        if id in first:
            raise BadFile(
                _("Columns {one} and {other} both stand for “{id}”.").format(
                    one=first[id] + 1, other=column.index + 1, id=id
                )
            )
        first[id] = column.index
