"""How sure research is: three claims apart, each with a letter and a word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fibrojournal.text import N_, _


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
