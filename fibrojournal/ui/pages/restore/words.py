"""What the Restore page says of a copy and of the days that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from fibrojournal.journal.differences import DayDifference
from fibrojournal.journal.edits import PAIN_AREAS
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, day_and_month, long_date, plain_number, plural, with_year

if TYPE_CHECKING:
    from fibrojournal.journal.day import Day
    from fibrojournal.storage.backups import Backup
    from fibrojournal.storage.restoring import Comparison, Contents

MOST_PARTS = 4
"""So many answers of a day are named; the others are counted."""
_KILOBYTE, _MEGABYTE = 1_000, 1_000_000


def when(backup: Backup, now: datetime) -> str:
    """Name a copy by when it was made: "Wednesday 11 March, 21:04"."""
    taken = backup.taken.astimezone(now.tzinfo)
    day = long_date(taken.date())
    if taken.year != now.year:
        day = with_year(day, taken)
    return _("{day}, {time}").format(day=day, time=f"{taken:%H:%M}")


def names_of(backups: Sequence[Backup], now: datetime) -> list[str]:
    """Name copies, newest first; those of one minute by their number within it as well."""
    names = [when(backup, now) for backup in backups]
    return [
        f"{name} ({names[place:].count(name)})" if names.count(name) > 1 else name
        for place, name in enumerate(names)
    ]


def moment(backup: Backup, now: datetime) -> str:
    """Name it within a sentence: "11 March at 21:04"."""
    taken = backup.taken.astimezone(now.tzinfo)
    return _("{day} at {time}").format(day=day_and_month(taken.date()), time=f"{taken:%H:%M}")


def size(backup: Backup) -> str:
    """Write how large it is: "1.4 MB · one file"."""
    if backup.size < _MEGABYTE:
        amount = _("{n} kB").format(n=max(1, round(backup.size / _KILOBYTE)))
    else:
        amount = _("{n} MB").format(n=f"{backup.size / _MEGABYTE:.1f}")
    return _("{amount} · one file").format(amount=amount)


def count_rows(found: Comparison) -> list[tuple[str, str, str, str]]:
    """Return the rows of the table: what, in the copy, in the journal now, the difference.

    Besides the days only what one of the two holds has a row.
    """
    rows: list[tuple[str, Callable[[Contents], int]]] = [
        (_("Notes"), lambda held: held.notes),
        (_("Body maps"), lambda held: held.body_maps),
        (_("Events"), lambda held: held.events),
        (_("Medicines"), lambda held: held.medicines),
        (_("Own questions"), lambda held: held.own_questions),
    ]
    days = _count_row(_("Days noted"), found, lambda held: held.days)
    span = (_("From, to"), _span(found.backup), _span(found.journal), "")
    held = [row for row in rows if row[1](found.backup) or row[1](found.journal)]
    return [days, span, *(_count_row(name, found, count) for name, count in held)]


def _count_row(
    name: str, found: Comparison, count: Callable[[Contents], int]
) -> tuple[str, str, str, str]:
    then, now = count(found.backup), count(found.journal)
    return name, str(then), str(now), _more(now - then)


def _more(by: int) -> str:
    if by > 0:
        return plural("one more", "{n} more", by)
    return plural("one fewer", "{n} fewer", -by) if by else _("same")


def _span(held: Contents) -> str:
    if held.first is None or held.last is None:
        return _("nothing noted")
    years = held.first.year != held.last.year
    start, end = (_day(day, years=years) for day in (held.first, held.last))
    return _("{start} to {end}").format(start=start, end=end)


def _day(day: date, *, years: bool) -> str:
    words = day_and_month(day)
    return with_year(words, day) if years else words


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day that differs: what each copy holds, and what bringing it back would do."""

    day: str
    icon: str
    what: str
    outcome: str


def day_words(difference: DayDifference, questions: Questions) -> DayWords:
    """Say how a day differs."""
    name = long_date(difference.date)
    if not difference.journal.is_noted:
        held = _list(_held(difference, difference.backup, questions))
        what = _("in the backup only: {held}").format(held=held)
        return DayWords(name, "plus", what, _("would come back"))
    if not difference.backup.is_noted:
        held = _list(_held(difference, difference.journal, questions))
        what = _("in the journal only: {held}").format(held=held)
        return DayWords(name, "minus", what, _("would be set aside"))
    parts = list(_changes(difference, questions))
    return DayWords(name, "arrow-left-right", _list(parts), _outcome(difference, len(parts)))


def _outcome(difference: DayDifference, parts: int) -> str:
    if parts == 1 and len(difference.readings) == 1:
        value = difference.backup.value(difference.readings[0])
        if value is None:
            return _("would be set aside")
        return _("would become {value}").format(value=plain_number(value))
    return _("as in the backup")


def _held(difference: DayDifference, day: Day, questions: Questions) -> Iterator[str]:
    for id in _in_order(difference.readings, questions):
        if id in day.readings and not (day.body_map and id == PAIN_AREAS):
            yield f"{_measure(id, questions)} {plain_number(day.readings[id].value)}"
    for id in day.ticked:
        yield _trigger(id, questions)
    if day.note is not None:
        yield _("a note")
    if day.body_map is not None:
        yield plural("one area", "{n} areas", len(day.body_map.areas))
    if day.moments:
        yield plural("one moment", "{n} moments", len(day.moments))
    if difference.medicines:
        yield plural("one medicine", "{n} medicines", len(difference.medicines))


def _changes(difference: DayDifference, questions: Questions) -> Iterator[str]:
    for id in _in_order(difference.readings, questions):
        if difference.body_map and id == PAIN_AREAS:
            continue
        then, now = difference.backup.value(id), difference.journal.value(id)
        yield _("{what} {then} in the backup, {now} in the journal").format(
            what=_measure(id, questions), then=_value(then), now=_value(now)
        )
    for id in difference.triggers:
        where = _("{what} in the backup only")
        if id in difference.journal.ticked:
            where = _("{what} in the journal only")
            if id in difference.backup.ticked:
                where = _("{what} with another strength")
        yield where.format(what=_trigger(id, questions))
    yield from _other_changes(difference)


def _other_changes(difference: DayDifference) -> Iterator[str]:
    if difference.note:
        yield _("the note reads otherwise")
    if difference.body_map:
        yield _("the body map differs")
    if difference.moments:
        yield plural("one moment differs", "{n} moments differ", len(difference.moments))
    if difference.medicines:
        yield plural(
            "what was noted of one medicine differs",
            "what was noted of {n} medicines differs",
            len(difference.medicines),
        )


def _in_order(ids: Iterable[str], questions: Questions) -> list[str]:
    """Bring measures into the order in which they are asked for."""
    places = {measure.id: place for place, measure in enumerate(questions.measures)}
    return sorted(ids, key=lambda id: places.get(id, len(places)))


def _list(parts: Iterator[str] | list[str]) -> str:
    """Name some parts, and count what is left."""
    named = list(parts)
    if len(named) > MOST_PARTS:
        rest = len(named) - MOST_PARTS + 1
        named = [*named[: MOST_PARTS - 1], plural("one more", "{n} more", rest)]
    return ", ".join(named)


def _value(value: float | None) -> str:
    return _("not answered") if value is None else plain_number(value)


def _measure(id: str, questions: Questions) -> str:
    measure = questions.measure(id)
    return measure.inner_label if measure else _("a question of your own")


def _trigger(id: str, questions: Questions) -> str:
    trigger = questions.trigger(id)
    return trigger.inner_label if trigger else _("a trigger of your own")
