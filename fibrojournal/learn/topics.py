"""What a reading is made of: blocks of words, grades, findings, sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from fibrojournal.learn.glossary import Term, terms_in
from fibrojournal.learn.grades import Grade

BULLET = "• "
"""What a paragraph begins with that is one point of a list."""
_WORDS_A_MINUTE = 200
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Source:
    """A published work that was read. `doi` and `pmid` are empty where none was confirmed."""

    authors: str
    year: int
    journal: str
    about: str
    doi: str = ""
    pmid: str = ""

    @property
    def heading(self) -> str:
        """Who and when: "Minerbi and others, 2019"."""
        return f"{self.authors}, {self.year}"

    @property
    def detail(self) -> str:
        """Where, and what was looked at: "Pain. 77 women with, 79 without"."""
        return f"{self.journal}. {self.about}"

    @property
    def identifier(self) -> str:
        """What finds the work again, to be copied; empty where nothing was confirmed."""
        return self.doi or (f"PMID {self.pmid}" if self.pmid else "")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with its plain paragraphs; `in_brief` where the sidebar shows it too.

    Those of its paragraphs that are in `leads` are short headings of what follows them.
    """

    heading: str
    paragraphs: tuple[str, ...]
    in_brief: bool = True
    leads: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The paragraphs as one text."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Finding:
    """A picture from research, in words; `of_100` dots of a hundred are filled where it is set."""

    title: str
    text: str
    of_100: int | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """One reading: title, grades (none where nothing is graded), blocks, sources.

    `factor` and `measure` say whose colour it wears; where both are empty it wears the accent.
    `measures` and `triggers` are what a journal can show beside it, the most telling first, and
    `fact` is the question of the profile that belongs to it. Where a diary cannot see the matter,
    `cannot_see` and `can_see` say so, point by point. `links` are the topics to read on.
    """

    id: str
    title: str
    icon: str
    blocks: tuple[Block, ...]
    grades: tuple[Grade, ...] = ()
    sources: tuple[Source, ...] = ()
    factor: str = ""
    measure: str = ""
    measures: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    fact: str = ""
    cannot_see: tuple[str, ...] = ()
    can_see: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def in_brief(self) -> tuple[Block, ...]:
        """The short blocks, for the sidebar."""
        return tuple(block for block in self.blocks if block.in_brief)

    @property
    def minutes(self) -> int:
        """How long the whole of it takes to read, at least one minute."""
        count = sum(len(_WORD.findall(block.text)) for block in self.blocks)
        return max(ceil(count / _WORDS_A_MINUTE), 1)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words of the glossary that it uses, in the order of their first use."""
        return terms_in("\n".join(block.text for block in self.blocks))
