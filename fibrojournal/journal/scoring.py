"""Scores of the periodic check-ins: how widespread, how severe, mood and worry, overall change.

The rules come from these papers; the questions that go with them are asked in our own words.

- WPI and SSS, 2010: Wolfe F et al., Arthritis Care Res 62:600-610, doi 10.1002/acr.20140.
- The self-reported form, 2011: Wolfe F et al., J Rheumatol 38:1113.
- The revision of 2016: Wolfe F et al., Semin Arthritis Rheum 46:319,
  doi 10.1016/j.semarthrit.2016.08.012.
- PSD and its categories: Wolfe F et al. 2015, J Rheumatol 42:1494, doi 10.3899/jrheum.141519.
- PHQ-2: Kroenke K, Spitzer RL, Williams JB 2003, Med Care 41:1284,
  doi 10.1097/01.MLR.0000093487.78664.3C; GAD-2 is scored alike.

These are research rules. Only a clinician can diagnose; a self-report can do no more than match
a rule or not. One blank answer leaves no sum: None, never a guess from the other answers.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import astuple, dataclass, field
from enum import Enum

from fibrojournal.journal.areas import AREA_BY_ID, Region
from fibrojournal.text import N_, _

SCREEN_POSITIVE = 3
"""PHQ-2 and GAD-2, 0-6 each: this much or more is worth talking over with a clinician."""


@dataclass(frozen=True, slots=True)
class SymptomAnswers:
    """The six answers of the self-reported Symptom Severity Scale; None is a blank one.

    Fatigue, waking unrefreshed and trouble with thinking over the last seven days run from
    0 (none) to 3 (severe); headaches, pain or cramps in the belly, and depression over the last
    six months are 0 (no) or 1 (yes). Raises ValueError for anything else.
    """

    fatigue: int | None = None
    unrefreshed: int | None = None
    thinking: int | None = None
    headache: int | None = None
    abdomen: int | None = None
    depression: int | None = None

    def __post_init__(self) -> None:
        _check((self.fatigue, self.unrefreshed, self.thinking), highest=3)
        _check((self.headache, self.abdomen, self.depression), highest=1)


class Distress(Enum):
    """The five categories of the polysymptomatic distress score, with the lowest score of each."""

    NONE = 0
    MILD = 4
    MODERATE = 8
    SEVERE = 12
    VERY_SEVERE = 20

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.word)

    @property
    def word(self) -> str:
        """Its name, for translation where it is shown."""
        return _DISTRESS_NAMES[self]


_DISTRESS_NAMES = {
    Distress.NONE: N_("none"),
    Distress.MILD: N_("mild"),
    Distress.MODERATE: N_("moderate"),
    Distress.SEVERE: N_("severe"),
    Distress.VERY_SEVERE: N_("very severe"),
}


class OverallChange(Enum):
    """How the person has been since starting the journal, asked now and then."""

    VERY_MUCH_BETTER = 1
    MUCH_BETTER = 2
    A_LITTLE_BETTER = 3
    NO_CHANGE = 4
    A_LITTLE_WORSE = 5
    MUCH_WORSE = 6
    VERY_MUCH_WORSE = 7

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.word)

    @property
    def word(self) -> str:
        """Its name, for translation where it is shown."""
        return _CHANGE_NAMES[self]


_CHANGE_NAMES = {
    OverallChange.VERY_MUCH_BETTER: N_("very much better"),
    OverallChange.MUCH_BETTER: N_("much better"),
    OverallChange.A_LITTLE_BETTER: N_("a little better"),
    OverallChange.NO_CHANGE: N_("no change"),
    OverallChange.A_LITTLE_WORSE: N_("a little worse"),
    OverallChange.MUCH_WORSE: N_("much worse"),
    OverallChange.VERY_MUCH_WORSE: N_("very much worse"),
}


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One filled-in check-in, from which the scores and the research rules are worked out.

    `areas` are the ids of the areas that hurt in the last seven days; None: not asked. `lasting`
    tells whether it has been much the same for three months, `explained` whether another disorder
    would explain the pain; both None where not answered. Raises ValueError for an unknown area.
    """

    areas: frozenset[str] | None = None
    symptoms: SymptomAnswers = field(default_factory=SymptomAnswers)
    lasting: bool | None = None
    explained: bool | None = None

    def __post_init__(self) -> None:
        if unknown := (self.areas or frozenset()) - AREA_BY_ID.keys():
            raise ValueError(f"no such body area: {', '.join(sorted(unknown))}")

    @property
    def wpi(self) -> int | None:
        """Widespread Pain Index, 0-19: how many areas hurt."""
        return None if self.areas is None else len(self.areas)

    @property
    def sss(self) -> int | None:
        """Symptom Severity Scale, 0-12: the sum of the six answers."""
        return total(astuple(self.symptoms))

    @property
    def psd(self) -> int | None:
        """Polysymptomatic distress, 0-31: WPI + SSS."""
        return total((self.wpi, self.sss))

    @property
    def generalized_pain(self) -> bool | None:
        """Whether at least four of the five regions hurt (2016)."""
        return None if self.areas is None else len(painful_regions(self.areas)) >= 4


def painful_regions(areas: AbstractSet[str]) -> frozenset[Region]:
    """Return the regions that hurt; jaw, chest and abdomen alone do not make a region hurt."""
    hurting = (AREA_BY_ID[id] for id in areas)
    return frozenset(area.region for area in hurting if area.generalized)


def distress(psd: int) -> Distress:
    """Return the category of a PSD score. Raises ValueError off 0-31."""
    if not 0 <= psd <= 31:
        raise ValueError(f"a PSD score lies between 0 and 31, not at {psd}")
    return max((one for one in Distress if psd >= one.value), key=lambda one: one.value)


def matches_2010(answers: CheckIn) -> bool | None:
    """Tell whether the answers match the rule of 2010, or None where blanks leave it open.

    WPI 7 or more with SSS 5 or more, or WPI 3-6 with SSS 9 or more; for three months; not
    explained by another disorder. The self-report form of 2011 keeps these limits; its last three
    symptoms stand for what a clinician judged in 2010.
    """
    if answers.wpi is None or answers.sss is None:
        return None
    return _all(
        _reaches(answers.wpi, answers.sss, fewest_areas=3),
        answers.lasting,
        None if answers.explained is None else not answers.explained,
    )


def matches_2016(answers: CheckIn) -> bool | None:
    """Tell whether the answers match the rule of 2016, or None where blanks leave it open.

    WPI 7 or more with SSS 5 or more, or WPI 4-6 with SSS 9 or more; generalized pain; for three
    months; whatever other diagnoses there are.
    """
    if answers.wpi is None or answers.sss is None:
        return None
    return _all(
        _reaches(answers.wpi, answers.sss, fewest_areas=4),
        answers.generalized_pain,
        answers.lasting,
    )


def two_item_score(first: int | None, second: int | None) -> int | None:
    """Return the total, 0-6, of PHQ-2 or GAD-2, whose two answers are 0-3 each."""
    _check((first, second), highest=3)
    return total((first, second))


def total(answers: tuple[int | None, ...]) -> int | None:
    """Add answers up; one blank answer leaves no sum."""
    known = [answer for answer in answers if answer is not None]
    return sum(known) if len(known) == len(answers) else None


def _reaches(wpi: int, sss: int, *, fewest_areas: int) -> bool:
    return (wpi >= 7 and sss >= 5) or (fewest_areas <= wpi <= 6 and sss >= 9)


def _all(*conditions: bool | None) -> bool | None:
    """Three-valued "and": one no decides, whatever is blank beside it."""
    if False in conditions:
        return False
    return None if None in conditions else True


def _check(answers: tuple[int | None, ...], *, highest: int) -> None:
    for answer in answers:
        if answer is not None and answer not in range(highest + 1):
            raise ValueError(f"an answer lies between 0 and {highest}, not at {answer}")
