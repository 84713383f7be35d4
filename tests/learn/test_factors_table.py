"""The table of the factors names what is logged of each, its pictures and its grades."""

from __future__ import annotations

import re

import pytest

from fibrojournal import resources
from fibrojournal.charts import CHARTS
from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.measures import MEASURES
from fibrojournal.journal.triggers import TRIGGERS
from fibrojournal.learn.grades import Claim, Level
from fibrojournal.learn.library import topic

TABLE = (resources.ROOT.parent / "docs" / "factors.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TABLE.split("\n")
    if line.startswith("| ") and not line.startswith("| factor |")
]
WORDS = {Level.INDIRECTLY: "indirectly", Level.NOT_AT_ALL: "not at all"}


def test_every_factor_has_its_row() -> None:
    assert [row[0] for row in ROWS] == [factor.id for factor in FACTORS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_a_row_names_what_is_logged(row: list[str]) -> None:
    measures = {measure.id for measure in MEASURES if row[0] in measure.factors}
    triggers = {trigger.id for trigger in TRIGGERS if trigger.factor == row[0]}
    assert set(re.findall(r"`(\w+)`", row[1])) == measures
    assert set(re.findall(r"`(\w+)`", row[2])) == triggers


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_a_row_names_the_pictures_at_the_place_of_its_factor(row: list[str]) -> None:
    assert re.findall(r"`(\w+)`", row[4]) == [c.id for c in CHARTS if c.factor == row[0]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_a_row_says_what_a_diary_cannot_see(row: list[str]) -> None:
    assert row[6]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_a_row_gives_the_grades_of_its_reading(row: list[str]) -> None:
    grades = topic(row[0]).grades
    given = [
        ", ".join(WORDS.get(grade.level, grade.letter) for grade in grades if grade.claim is claim)
        for claim in Claim
    ]
    assert row[5].split(" · ") == given
