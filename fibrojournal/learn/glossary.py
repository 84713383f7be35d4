"""Words that need explaining, each with one sentence, and where a text uses them first."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from fibrojournal.learn.written import written


@dataclass(frozen=True, slots=True)
class Term:
    """A word, the sentence that explains it, and the other forms in which texts use it."""

    word: str
    meaning: str
    forms: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the word in a text, in any of its forms, as a whole word."""
        forms = "|".join(map(re.escape, (self.word, *self.forms)))
        return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)


@cache
def glossary() -> tuple[Term, ...]:
    """Return every term, in the order of the alphabet."""
    records = tomllib.loads(written("words", "toml"))["terms"]
    return tuple(
        Term(record["word"], record["meaning"], tuple(record.get("forms", ())))
        for record in records
    )


def terms_in(text: str) -> tuple[Term, ...]:
    """Return the terms that a text uses, in the order of their first use."""
    found = ((term.pattern.search(text), term) for term in glossary())
    used = [(match.start(), term) for match, term in found if match is not None]
    return tuple(term for _start, term in sorted(used, key=itemgetter(0)))
