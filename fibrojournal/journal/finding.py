"""Words as a person types them, and where they stand in what was written.

Anything typed is a search: parts of words count, upper case and accents do not, and quotation
marks around a word are only that.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse

Span = tuple[int, int]
"""From the first letter of a hit to the one behind its last."""

_QUOTES = "\"'“”„‘’‚«»‹›"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEAR = 0.7
"""How alike two words are that may be meant for each other; 1 is the same word."""
_LENGTHS_APART = 3


def folded(text: str) -> str:
    """Return a text without upper case and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, apart))


def wanted_words(typed: str) -> tuple[str, ...]:
    """Split what was typed into the words to find; a word twice counts once."""
    clean = typed.encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    return tuple(dict.fromkeys(word.strip(_QUOTES) or word for word in clean.split()))


def holds(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text holds every word, or a part of a word."""
    wanted, lower = [folded(word) for word in words], text.casefold()
    # Accents are taken off only where they may matter: that takes ten times as long.
    if text.isascii() or all(word in lower for word in wanted):
        return all(word in lower for word in wanted)
    whole = folded(text)
    return all(word in whole for word in wanted)


def hits(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Find where words, or parts of words, stand in a text; in order, none overlaps another."""
    letters, places = _letters(text)
    found = sorted(
        (places[at], _end(places, at + len(word)))
        for word in map(folded, words)
        for at in _places_of(word, letters)
    )
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _letters(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded letters of a text, and where each of them, and the end, stands in it."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    letters = [(part, place) for place, letter in enumerate(text) for part in folded(letter)]
    return "".join(part for part, _ in letters), [*(place for _, place in letters), len(text)]


def _end(places: Sequence[int], after: int) -> int:
    """Return where a hit ends; a letter of which only a part was hit belongs to it whole."""
    while places[after] == places[after - 1]:
        after += 1
    return places[after]


def _places_of(word: str, letters: str) -> Iterator[int]:
    at = letters.find(word) if word else -1
    while at >= 0:
        yield at
        at = letters.find(word, at + len(word))


def words_around(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """Yield the whole words that hits are parts of, without upper case."""
    starts_and_ends = [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]
    for start, end in spans:
        for first, last, word in starts_and_ends:
            if first <= start and end <= last:
                yield word.casefold()


def excerpt(text: str, spans: Sequence[Span], room: int) -> tuple[str, tuple[Span, ...]]:
    """Cut a text to about `room` letters around its first hit, on one line, spans and all."""
    flat = re.sub(r"\s", " ", text)
    start, end = 0, len(flat)
    if end > room:
        first = spans[0][0] if spans else 0
        start = max(0, min(first - room // 3, end - room))
        start = flat.rfind(" ", 0, start) + 1 if start else 0
        end = len(flat) if start + room >= end else max(flat.rfind(" ", 0, start + room), first)
        end = max([end, *(last for begin, last in spans[:1] if begin >= start)])
    lead, tail = "… " if start else "", " …" if end < len(flat) else ""
    by = len(lead) - start
    kept = tuple((one + by, other + by) for one, other in spans if one >= start and other <= end)
    return f"{lead}{flat[start:end]}{tail}", kept


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of many texts, without upper case."""
    return Counter(word for text in texts for word in _WORD.findall(text.casefold()))


def near_words(word: str, known: Mapping[str, int], most: int) -> list[str]:
    """Find the known words that are spelt most like one, of equals the more frequent first."""
    from difflib import SequenceMatcher

    wanted = folded(word)
    like = SequenceMatcher(b=wanted)
    found: list[tuple[float, int, str]] = []
    for other, count in known.items():
        if abs(len(other) - len(wanted)) > _LENGTHS_APART:
            continue
        like.set_seq1(folded(other))
        if like.real_quick_ratio() >= _NEAR and like.quick_ratio() >= _NEAR:
            ratio = like.ratio()
            if ratio >= _NEAR:
                found.append((-ratio, -count, other))
    return [other for *_rank, other in sorted(found)[:most]]
