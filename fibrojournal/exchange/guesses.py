"""What the columns of a table are likely to be, by their names and by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fibrojournal.exchange.cells import is_empty, number
from fibrojournal.exchange.dates import DateColumn, find_dates
from fibrojournal.exchange.sheet import Sheet
from fibrojournal.exchange.ways import Way, are_ticks, ways_for
from fibrojournal.journal.finding import folded
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.triggers import Trigger

LEAVE_OUT, DAY, NOTE = "", "day", "note"
OWN_QUESTION, OWN_TRIGGER = "own question", "own trigger"

# Whole words of a column's name, in the order of trying; longer ones first.
_NAMES: tuple[tuple[str, str], ...] = (
    ("worst pain", "pain_worst"),
    ("least pain", "pain_least"),
    ("pain worst", "pain_worst"),
    ("pain least", "pain_least"),
    ("hours slept", "sleep_hours"),
    ("sleep hours", "sleep_hours"),
    ("sleep duration", "sleep_hours"),
    ("hours", "sleep_hours"),
    ("qualsleep", "sleep_quality"),
    ("sleep quality", "sleep_quality"),
    ("sleep q", "sleep_quality"),
    ("sleep score", "sleep_quality"),
    ("rested", "sleep_quality"),
    ("sleep", "sleep_quality"),
    ("heart rate", "resting_heart_rate"),
    ("resting hr", "resting_heart_rate"),
    ("brain fog", "fog"),
    ("concentration", "fog"),
    ("fog", "fog"),
    ("fatigue", "fatigue"),
    ("tiredness", "fatigue"),
    ("tired", "fatigue"),
    ("stress", "stress"),
    ("pain", "pain"),
    ("mood score", "mood"),
    ("mood rating", "mood"),
    ("overall mood", "mood"),
    ("stiffness", "stiffness_minutes"),
    ("steps", "steps"),
    ("dizziness", "dizziness"),
    ("dizzy", "dizziness"),
    ("bloating", "bloating"),
    ("awakenings", "awakenings"),
    ("nrwakeup", "awakenings"),
)
_NOTES = frozenset({"note", "notes", "comment", "comments", "diary", "remarks"})
_DATES = frozenset({"day", "date", "datum", "fecha", "data", "tag", "when", "time", "timestamp"})


@dataclass(frozen=True, slots=True)
class Role:
    """What a column becomes: `target` is an id of the journal, or one of the constants above."""

    target: str = LEAVE_OUT
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """What each column becomes, and how its dates are read; no dates is None."""

    roles: tuple[Role, ...]
    dates: DateColumn | None


def is_known_name(name: str, questions: Questions) -> bool:
    """Tell whether a column's name means something."""
    words = _words(name)
    return bool(_target_by_name(name, questions) or words & (_NOTES | _DATES))


def guess_columns(sheet: Sheet, questions: Questions) -> Guess:
    """Guess what every column is; what is not sure is left out."""
    columns = [[c for c in sheet.filled(at) if not is_empty(c)] for at in range(len(sheet.header))]
    day = _find_day(sheet, columns)
    roles: list[Role] = []
    taken: set[str] = set()
    for at, (name, cells) in enumerate(zip(sheet.header, columns, strict=True)):
        role = Role(DAY) if at == day else _guess(name, cells, sheet, questions)
        if role.target in taken:
            role = Role()
        if role.target:
            taken.add(role.target)
        roles.append(role)
    return Guess(tuple(roles), find_dates(columns[day]) if day is not None else None)


def role_for(target: str, sheet: Sheet, column: int, questions: Questions) -> Role:
    """Return the role that a column gets when the person says what it becomes."""
    cells = [cell for cell in sheet.filled(column) if not is_empty(cell)]
    ways = ways_of(target, cells, sheet, questions)
    return Role(target, next(iter(ways), None))


def ways_of(
    target: str, cells: Sequence[str], sheet: Sheet, questions: Questions
) -> tuple[Way, ...]:
    """List in which ways the cells of a column can be what it becomes; none for words and ticks."""
    measure = measure_of(target, "", questions)
    if measure is None:
        return ()
    return ways_for(measure, cells, decimal_comma=sheet.decimal_comma)


def measure_of(target: str, name: str, questions: Questions) -> Measure | None:
    """Return the measure that a target stands for; an own question is made of a column's name."""
    from fibrojournal.journal.questions import own_id, own_measure

    if target != OWN_QUESTION:
        return questions.measure(target)
    return own_measure(own_id(name or "x"), name)


def trigger_of(target: str, name: str, questions: Questions) -> Trigger | None:
    """Return the trigger that a target stands for, likewise."""
    from fibrojournal.journal.questions import own_id, own_trigger

    if target != OWN_TRIGGER:
        return questions.trigger(target)
    return own_trigger(own_id(name), name)


def _find_day(sheet: Sheet, columns: Sequence[Sequence[str]]) -> int | None:
    found = [(at, dates) for at, cells in enumerate(columns) if (dates := find_dates(cells))]

    def rank(one: tuple[int, DateColumn]) -> tuple[bool, float, int]:
        at, dates = one
        full = dates.share * len(columns[at]) / len(sheet.rows)
        return bool(_words(sheet.header[at]) & _DATES), round(full, 2), -at

    return max(found, key=rank)[0] if found else None


def _guess(name: str, cells: Sequence[str], sheet: Sheet, questions: Questions) -> Role:
    if not cells:
        return Role()
    target = _target_by_name(name, questions)
    if target is not None and questions.trigger(target) is not None:
        return Role(target) if are_ticks(cells) else Role()
    if target is not None:
        ways = ways_of(target, cells, sheet, questions)
        return Role(target, ways[0]) if ways else Role()
    is_words = all(number(cell, decimal_comma=sheet.decimal_comma) is None for cell in cells[:50])
    if is_words and _words(name) & _NOTES:
        return Role(NOTE)
    return Role()


def _target_by_name(name: str, questions: Questions) -> str | None:
    plain = folded(name).strip()
    whole = " ".join(_in_order(name))
    known: tuple[Measure | Trigger, ...] = (*questions.day_measures, *questions.triggers)
    for one in known:
        names = {one.id, folded(one.label), one.id.replace("_", " ")}
        if isinstance(one, Measure):
            names.add(folded(one.short_label))
        if plain in names or whole in names:
            return one.id
    padded = f" {whole} "
    return next((id for words, id in _NAMES if f" {words} " in padded), None)


def _in_order(name: str) -> list[str]:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return re.findall(r"[^\W_]+", folded(apart))


def _words(name: str) -> set[str]:
    return set(_in_order(name))
