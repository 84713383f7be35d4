"""The reading topics of `resources/learn`, each read when it is first asked for.

A topic is one Markdown file: TOML front matter between two `+++` lines (what it is about, grades,
sources), then short blocks under `##` headings.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from fibrojournal import resources
from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger
from fibrojournal.text import N_, _

TOPIC_IDS = (
    *(factor.id for factor in FACTORS),
    "fog",
    "fatigue",
    "mood",
    "energy",
    "activity",
    "weather",
    "triggers",
    "today",
    "calendar",
    "trends",
    "history",
    "body_map",
    "check_in",
    "feelings",
    "events",
    "lock",
    "backups",
    "search",
    "bring_in",
    "export",
)

# A question's reading is that of its first factor, unless it stands here.
MEASURE_TOPICS = {
    "fatigue": "fatigue",
    "fog": "fog",
    "mood": "mood",
    "energy_morning": "energy",
    "energy_evening": "energy",
    "activity": "activity",
    "exercise_minutes": "activity",
    "steps": "activity",
}
TRIGGER_TOPICS = {
    "overdid_it": "activity",
    "gentle_movement": "activity",
    "rest_break": "activity",
    "weather_change": "weather",
    "travel": "triggers",
    "good_company": "triggers",
}


class Claim(Enum):
    """The three things that research may say of a factor, graded apart."""

    LINKED = "linked"
    CAUSE = "cause"
    DIARY = "diary"

    @property
    def question(self) -> str:
        """The translated question that the grade answers."""
        return _(_QUESTIONS[self])


_QUESTIONS = {
    Claim.LINKED: N_("Is it linked?"),
    Claim.CAUSE: N_("Is it a cause?"),
    Claim.DIARY: N_("Can a diary see it?"),
}


class Level(Enum):
    """How well research supports a claim. A diary has two more: hints, or nothing to see."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    INDIRECTLY = "indirectly"
    NOT_AT_ALL = "not_at_all"


_RESEARCH_WORDS = {
    Level.A: N_("Established"),
    Level.B: N_("Probable"),
    Level.C: N_("Emerging"),
    Level.D: N_("Contested"),
}
_DIARY_WORDS = {
    Level.A: N_("Well"),
    Level.B: N_("Partly"),
    Level.C: N_("A little"),
    Level.D: N_("Hardly"),
    Level.INDIRECTLY: N_("Indirectly"),
    Level.NOT_AT_ALL: N_("Not at all"),
}


@dataclass(frozen=True, slots=True)
class Grade:
    """How sure research is of one claim, or of the part of it that `scope` names."""

    claim: Claim
    level: Level
    why: str
    scope: str = ""

    def __post_init__(self) -> None:
        if self.claim is not Claim.DIARY and self.level not in _RESEARCH_WORDS:
            raise ValueError(f"{self.level} grades a diary alone, not “{self.claim.value}”")

    @property
    def question(self) -> str:
        """What is graded: the claim's question, or the narrower scope."""
        return self.scope or self.claim.question

    @property
    def letter(self) -> str:
        """The letter on the tile, or a dash."""
        return self.level.value if self.level in _RESEARCH_WORDS else "–"

    @property
    def word(self) -> str:
        """The translated word for the level."""
        words = _DIARY_WORDS if self.claim is Claim.DIARY else _RESEARCH_WORDS
        return _(words[self.level])

    @property
    def spoken(self) -> str:
        """The whole grade as one text, for those who hear it: question, word, letter, reason."""
        if self.level in _RESEARCH_WORDS:
            return _("{question} {word}, grade {letter}. {why}").format(
                question=self._spoken_question, word=self.word, letter=self.letter, why=self.why
            )
        return _("{question} {word}. {why}").format(
            question=self._spoken_question, word=self.word, why=self.why
        )

    @property
    def _spoken_question(self) -> str:
        if not self.scope:
            return self.question
        return _("{question} {scope}:").format(question=self.claim.question, scope=self.scope)


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
    """A heading with its plain paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The paragraphs as one text."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Topic:
    """One reading: title, grades (none where nothing is graded), blocks, sources.

    `factor` and `measure` say whose colour it wears; where both are empty it wears the accent.
    """

    id: str
    title: str
    icon: str
    blocks: tuple[Block, ...]
    grades: tuple[Grade, ...] = ()
    sources: tuple[Source, ...] = ()
    factor: str = ""
    measure: str = ""


def topic_for_measure(measure: Measure) -> str:
    """Name the topic to read beside a question."""
    first_factor = measure.factors[0] if measure.factors else "network"
    return MEASURE_TOPICS.get(measure.id, first_factor)


def topic_for_trigger(trigger: Trigger) -> str:
    """Name the topic to read beside a chip."""
    return TRIGGER_TOPICS.get(trigger.id, trigger.factor or "triggers")


@cache
def topic(id: str) -> Topic:
    """Read a topic by its id. Raises KeyError for an id that is not in `TOPIC_IDS`."""
    if id not in TOPIC_IDS:
        raise KeyError(id)
    return parse(resources.text(f"learn/{id}.md"))


def parse(markdown: str) -> Topic:
    """Turn the text of a topic file into a topic.

    Raises ValueError, TypeError or KeyError where the file does not have the form of a topic.
    """
    before, front, body = markdown.split("+++\n", 2)
    if before:
        raise ValueError("a topic starts with its front matter")
    fields: dict[str, Any] = tomllib.loads(front)
    grades = tuple(_grade(**grade) for grade in fields.pop("grades", ()))
    sources = tuple(Source(**source) for source in fields.pop("sources", ()))
    factor = fields.pop("factor", "") or (fields["id"] if fields["id"] in _FACTOR_ICONS else "")
    icon = fields.pop("icon", "") or _FACTOR_ICONS[factor]
    return Topic(
        **fields, icon=icon, factor=factor, blocks=_blocks(body), grades=grades, sources=sources
    )


_FACTOR_ICONS = {factor.id: factor.icon for factor in FACTORS}


def _grade(claim: str, level: str, why: str, scope: str = "") -> Grade:
    return Grade(Claim(claim), Level(level), why, scope)


def _blocks(body: str) -> tuple[Block, ...]:
    before, *sections = ("\n" + body).split("\n## ")
    if before.strip():
        raise ValueError("every line of a topic stands under a heading")
    return tuple(_block(section) for section in sections)


def _block(section: str) -> Block:
    heading, _newline, text = section.partition("\n")
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return Block(heading.strip(), tuple(part for part in paragraphs if part))
