"""What a search finds in the journal: notes and events, as rows to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fibrojournal.charts.axis import day_of
from fibrojournal.journal.day import EVENT_KINDS, Event
from fibrojournal.journal.finding import (
    Span,
    excerpt,
    folded,
    hits,
    holds,
    near_words,
    wanted_words,
    words_around,
)
from fibrojournal.text import _
from fibrojournal.ui.stores import Store

NOTES, EVENTS, ALL = "notes", "events", "all"
BESIDE = ("pain", "sleep_quality")
"""The measures whose values stand beside each day that was found."""
ROOM = 220
"""So many letters of a long note are shown, around the first hit."""
MOST_NEAR = 3
_MOST_ALSO = 4
_LEAST_ALSO = 3
"""Fewer letters stand in all too many words."""
_MOST_READ = 200


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, where, and how many finds are to be shown."""

    typed: str
    kind: str = ALL
    most: int = 40

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was typed."""
        return not wanted_words(self.typed)


@dataclass(frozen=True, slots=True)
class Find:
    """One note or event that holds the words, and its day's values by measure."""

    day: date
    is_event: bool
    text: str
    whole: str
    spans: tuple[Span, ...]
    values: dict[str, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a query finds: the newest as rows, the others as days."""

    query: Query
    finds: tuple[Find, ...] = ()
    days: frozenset[date] = frozenset()
    also: tuple[str, ...] = ()
    """Longer words that the one word was found in."""
    count: int = 0
    """How many notes and events there are, shown or not."""


def look_up(store: Store, events: Collection[Event], query: Query) -> Answer:
    """Search notes and events; runs on the journal's thread."""
    words = wanted_words(query.typed)
    found = sorted(_all(store, events, query, words), key=lambda one: (-one[0].toordinal(), one[1]))
    shown = found[: query.most]
    values = _values(store, [day for day, *_rest in shown])
    finds = tuple(
        _find(day, text, words, values.get(day, {}), is_event=is_event)
        for day, is_event, text in shown
    )
    days = frozenset(day for day, *_rest in found)
    texts = [text for *_rest, text in found[:_MOST_READ]]
    return Answer(query, finds, days, _also(texts, words), len(found))


def look_near(store: Store, events: Collection[Event], query: Query) -> list[str]:
    """Find words of the notes and events that are spelt much like those that were typed."""
    known: Counter[str] = Counter()
    if query.kind != EVENTS:
        known += store.note_words()
    if query.kind != NOTES:
        known += Counter(word for event in events for word in event.name.casefold().split())
    near = [near_words(word, known, MOST_NEAR) for word in wanted_words(query.typed)]
    return near[0] if len(near) == 1 else []


def _all(
    store: Store, events: Collection[Event], query: Query, words: Sequence[str]
) -> Iterator[tuple[date, bool, str]]:
    if not words:
        return
    if query.kind != EVENTS:
        yield from ((day, False, text) for day, text in store.search_notes(query.typed))
    if query.kind != NOTES:
        for event in events:
            text = event_words(event)
            if holds(text, words):
                yield event.start, True, text


def event_words(event: Event) -> str:
    """Say what an event is: its kind, and the name that it was given."""
    kind = _(EVENT_KINDS[event.kind])
    return _("{kind}: {name}").format(kind=kind, name=event.name) if event.name else kind


def _values(store: Store, days: Sequence[date]) -> dict[date, dict[str, float]]:
    values: dict[date, dict[str, float]] = {}
    if days:
        read = store.series(BESIDE, min(days), max(days))
        for measure, series in read.items():
            for day, value in zip(series.days.tolist(), series.values.tolist(), strict=True):
                values.setdefault(day_of(day), {})[measure] = value
    return values


def _find(
    day: date, text: str, words: Sequence[str], values: dict[str, float], *, is_event: bool
) -> Find:
    cut, spans = excerpt(text, hits(text, words), ROOM)
    return Find(day, is_event, cut, text, spans, values)


def _also(texts: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    typed = folded(words[0]) if len(words) == 1 else ""
    if len(typed) < _LEAST_ALSO:
        return ()
    counted = Counter(
        word
        for text in texts
        for word in set(words_around(text, hits(text, words)))
        if folded(word) != typed
    )
    return tuple(word for word, _count in counted.most_common(_MOST_ALSO))
