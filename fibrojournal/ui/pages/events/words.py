"""Events in words: their days, how far they are on a day, and what is still missing of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fibrojournal.journal.day import EVENT_KINDS, Event
from fibrojournal.text import _, day_and_month, long_date, plural, span, with_year


def days_words(start: date, last: date, today: date) -> str:
    """Write one day, or from when to when: "4 to 9 March, 6 days"; other years are named."""
    if start == last:
        return _with_year(long_date(start), start, today)
    if start.year == last.year:
        both = _with_year(span(start, last), last, today)
    else:
        first, end = (_with_year(day_and_month(day), day, today) for day in (start, last))
        both = _("{start} to {end}").format(start=first, end=end)
    return _("{span}, {days}").format(
        span=both, days=plural("{n} day", "{n} days", (last - start).days + 1)
    )


def detail_words(event: Event, today: date) -> str:
    """Write what stands below an event's name: its kind where that is not the name, its days."""
    kind = _(EVENT_KINDS[event.kind])
    parts = [] if event.label == kind else [kind]
    parts.append(days_words(event.start, event.last, today))
    if event.start > today:
        parts.append(_("still to come"))
    return _SEPARATOR.join(parts)


def on_day_words(events: Sequence[Event], day: date) -> str:
    """Say in a few words which events touch a day: "Flu, day 3 · Visit to the clinic"."""
    return _SEPARATOR.join(_on_day(event, day) for event in events)


def _on_day(event: Event, day: date) -> str:
    if event.start == event.last:
        return event.label
    return _("{event}, day {n}").format(event=event.label, n=(day - event.start).days + 1)


def lacking(kind: str, name: str, start: date, last: date) -> str:
    """Say what is still missing before an event can be noted; nothing where it is whole."""
    if not kind:
        return _("Choose what it is first.")
    if kind == "other" and not name.strip():
        return _("Give it a name, so that you know it again.")
    if last < start:
        return _("The last day lies before the first.")
    return ""


_SEPARATOR = " · "


def _with_year(words: str, day: date, today: date) -> str:
    return words if day.year == today.year else with_year(words, day)
