"""Facts about a person that seldom change: each asked once, each to be left out.

They are choices that travel with the journal. No number of the program changes with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from fibrojournal.journal.edits import SetSetting
from fibrojournal.text import N_, _

LONGEST_TEXT = 200
PRIVATE = "private"
"""The answer of somebody who would rather not say."""
_KEY = "profile.{id}"


class Answer(NamedTuple):
    """One of the answers that a fact can have."""

    id: str
    name: str

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.name)


class Fact(NamedTuple):
    """Something about the person; without answers to choose from it takes a line of text."""

    id: str
    name: str
    answers: tuple[Answer, ...]
    factor: str | None = None

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.name)

    def answer(self, settings: Mapping[str, str]) -> str:
        """Return the id of the answer, or the text; nothing where there is none that fits."""
        told = settings.get(_KEY.format(id=self.id), "")
        known = {PRIVATE, *(answer.id for answer in self.answers)}
        return told if not self.answers or told in known else ""


def set_fact(fact: Fact, answer: str) -> SetSetting:
    """Answer a fact by the id of an answer or by text; nothing takes the answer away."""
    return SetSetting(_KEY.format(id=fact.id), answer.strip()[:LONGEST_TEXT] or None)


def count_answered(settings: Mapping[str, str]) -> int:
    """Return how many facts have an answer."""
    return sum(bool(fact.answer(settings)) for fact in FACTS)


_YES_NO = (
    Answer("yes", N_("Yes")),
    Answer("no", N_("No")),
    Answer("not_sure", N_("Not sure")),
)

GROUPS: tuple[tuple[str, tuple[Fact, ...]], ...] = (
    (
        N_("You"),
        (
            Fact(
                "age",
                N_("Age"),
                (
                    Answer("under_30", N_("Under 30")),
                    Answer("30_39", N_("30 to 39")),
                    Answer("40_49", N_("40 to 49")),
                    Answer("50_59", N_("50 to 59")),
                    Answer("60_69", N_("60 to 69")),
                    Answer("over_69", N_("70 or more")),
                ),
            ),
            Fact(
                "sex",
                N_("Sex"),
                (
                    Answer("female", N_("Female")),
                    Answer("male", N_("Male")),
                    Answer("another", N_("Another")),
                ),
            ),
            Fact(
                "hormones",
                N_("Hormones"),
                (
                    Answer("cycle", N_("Monthly cycle")),
                    Answer("pregnant", N_("Pregnant or breastfeeding")),
                    Answer("around_menopause", N_("Around menopause")),
                    Answer("after_menopause", N_("After menopause")),
                    Answer("treatment", N_("Hormone treatment")),
                    Answer("none", N_("None of these")),
                ),
                "hpa_axis",
            ),
            Fact(
                "work",
                N_("Work"),
                (
                    Answer("full_time", N_("Full time")),
                    Answer("part_time", N_("Part time")),
                    Answer("at_home", N_("At home")),
                    Answer("studying", N_("Studying")),
                    Answer("not_now", N_("Not working now")),
                    Answer("retired", N_("Retired")),
                ),
                "environment_lifestyle",
            ),
            Fact(
                "movement",
                N_("A usual day is"),
                (
                    Answer("sitting", N_("Mostly sitting or lying")),
                    Answer("mixed", N_("Some of each")),
                    Answer("moving", N_("Mostly on my feet")),
                ),
                "environment_lifestyle",
            ),
        ),
    ),
    (
        N_("How it began"),
        (
            Fact(
                "years",
                N_("Years since it began"),
                (
                    Answer("under_1", N_("Under 1")),
                    Answer("1_2", N_("1 or 2")),
                    Answer("3_5", N_("3 to 5")),
                    Answer("6_10", N_("6 to 10")),
                    Answer("over_10", N_("More than 10")),
                    Answer("not_sure", N_("Not sure")),
                ),
            ),
            Fact("diagnosed", N_("A clinician named it fibromyalgia"), _YES_NO),
            Fact(
                "onset",
                N_("It began"),
                (
                    Answer("slowly", N_("Slowly")),
                    Answer("infection", N_("After an infection")),
                    Answer("injury", N_("After an injury or operation")),
                    Answer("hard_time", N_("After a hard time")),
                    Answer("other", N_("In another way")),
                    Answer("not_sure", N_("Not sure")),
                ),
                "stress_trauma",
            ),
            Fact(
                "infection", N_("An infection before it began, COVID included"), _YES_NO, "immune"
            ),
            Fact(
                "family",
                N_("Close relatives with fibromyalgia or lasting pain"),
                _YES_NO,
                "genetics",
            ),
        ),
    ),
    (
        N_("Other conditions"),
        (
            Fact("bowel", N_("Irritable bowel or coeliac disease"), _YES_NO, "gut_brain"),
            Fact("sleep_apnea", N_("Sleep apnoea"), _YES_NO, "sleep"),
            Fact("restless_legs", N_("Restless legs"), _YES_NO, "sleep"),
            Fact("shift_work", N_("Shift work"), _YES_NO, "sleep"),
            Fact("diabetes", N_("Diabetes"), _YES_NO, "small_fiber"),
            Fact("b12", N_("Low vitamin B12"), _YES_NO, "small_fiber"),
            Fact(
                "nerve_test",
                N_("A test for small-fibre neuropathy"),
                (
                    Answer("found", N_("It was found")),
                    Answer("not_found", N_("It was not found")),
                    Answer("not_tested", N_("Not tested")),
                    Answer("not_sure", N_("Not sure")),
                ),
                "small_fiber",
            ),
            Fact("thyroid", N_("A disease of the thyroid"), _YES_NO, "hpa_axis"),
            Fact("adrenal", N_("A disease of the adrenal glands"), _YES_NO, "hpa_axis"),
            Fact("steroids", N_("Steroid medicine for a long time"), _YES_NO, "hpa_axis"),
            Fact("other", N_("Other diagnoses, in your words"), ()),
        ),
    ),
)
"""Every fact, in the order and the groups in which they are asked."""

FACTS: tuple[Fact, ...] = tuple(fact for _title, group in GROUPS for fact in group)
