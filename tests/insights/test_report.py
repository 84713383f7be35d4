"""The report: as scripts read it, and as a person does."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest

from fibrojournal import resources
from fibrojournal.analysis.difference import Difference
from fibrojournal.analysis.families import Label
from fibrojournal.analysis.grid import Answers
from fibrojournal.analysis.loops import Loop
from fibrojournal.analysis.network import Network, Status, nothing_on
from fibrojournal.analysis.pages import Relation
from fibrojournal.analysis.phase_change import PhaseChange
from fibrojournal.analysis.screen import Arrow
from fibrojournal.insights.record import Record, read
from fibrojournal.insights.report import Report, as_json, report
from fibrojournal.insights.report_text import as_text
from fibrojournal.insights.results import OUTCOMES, WHOLE_DAY
from fibrojournal.insights.spans import FlareDays, Shift, Treatment
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Note
from fibrojournal.journal.edits import SetNote
from fibrojournal.storage.journal_file import JournalFile
from tests.insights.grid import (
    SLEEP,
    TRAVEL,
    answered,
    asked_of,
    page_on,
    record_on,
    related,
    unanswered,
)
from tests.insights.test_words import faults

CHECK = jsonschema.Draft202012Validator(json.loads(resources.text("insights.schema.json")))


NO_ANSWERS = Answers(np.empty(0, np.int64), np.empty(0), np.empty(0, bool), np.empty(0, bool))


def record_of(journal: Path, as_of: date | None = None) -> Record:
    with JournalFile.open_to_read(journal) as source:
        record = read(source, as_of)
    assert record is not None
    return record


@pytest.fixture(scope="module", name="found")
def whole_report(journal: Path) -> Report:
    return report(record_of(journal), OUTCOMES)


def printed(found: Report) -> dict[str, Any]:
    """Return a report as it comes out of a script's parser, held against the schema."""
    read_back: dict[str, Any] = json.loads(json.dumps(as_json(found), allow_nan=False))
    CHECK.validate(read_back)
    return read_back


@pytest.fixture(scope="module", name="told")
def whole_report_printed(found: Report) -> dict[str, Any]:
    return printed(found)


def test_a_whole_report_is_what_the_schema_says(told: dict[str, Any]) -> None:
    assert (told["first_day"], told["last_day"]) == ("2025-06-15", "2025-12-31")
    assert (told["as_of"], told["milestone"]) == ("2025-12-31", 180)
    assert list(told["questions_checked"]) == list(OUTCOMES)
    assert {one["outcome"] for one in told["relations"]} == set(OUTCOMES)
    assert told["network"]["status"] == "shown"
    assert told["flares"]
    assert {one["outcome"] for one in told["treatments"]} == set(OUTCOMES)


def test_numbers_fit_each_other(told: dict[str, Any]) -> None:
    known = [one for one in told["relations"] if one["effect"] is not None]
    assert len(known) > 100
    for one in known:
        assert one["effect"] == pytest.approx(one["slope"] * one["contrast"])
        assert one["low"] <= one["effect"] <= one["high"]
    assert [one["factor"] for one in known if one["suspect"]] == ["sleep_quality"]


@pytest.mark.parametrize("days", [1, 20, 75, 120])
def test_early_reports_are_what_the_schema_says(journal: Path, days: int) -> None:
    first = record_of(journal).first
    told = printed(report(record_of(journal, first + timedelta(days=days - 1)), ("pain",)))
    assert told["questions_checked"].keys() == {"pain"}
    assert (told["milestone"] is None) == (days < 30)
    assert told["network"]["status"] == ("too_early" if days < 90 else "no_loops_yet")
    if days < 30:
        assert {one["label"] for one in told["relations"]} == {"not_enough_days"}


def test_the_whole_day_can_be_asked_for(journal: Path) -> None:
    told = printed(report(record_of(journal), (WHOLE_DAY,)))
    assert {one["outcome"] for one in told["relations"]} == {WHOLE_DAY}


def test_without_days_that_count_there_is_no_page(journal: Path) -> None:
    bare = replace(record_of(journal), variables=())
    told = printed(report(bare, ("pain",)))
    assert told["questions_checked"] == {"pain": 0}
    assert told["relations"] == []
    assert told["network"] == {"status": "shown", "days_needed": None, "arrows": [], "loops": []}
    early = replace(bare, last=bare.first + timedelta(days=79))
    assert printed(report(early, ("pain",)))["network"]["days_needed"] == 10


def test_a_journal_of_words_alone_has_a_report(tmp_path: Path) -> None:
    path = tmp_path / "words.fjnl"
    stamp = Stamp(datetime(2025, 3, 2, 20, 15, tzinfo=UTC), "Europe/Berlin", 60)
    with JournalFile.create(path) as file:
        file.save([SetNote(date(2025, 3, 2), Note("Rain.", stamp))])
    told = printed(report(record_of(path), OUTCOMES))
    assert (told["last_day"], told["days_logged"]) == ("2025-03-02", 0)
    assert told["relations"] == []


def noted_record() -> Record:
    """Return a record of 200 days, on each of which pain was noted."""
    record = record_on(200)
    days = np.arange(record.first_number, record.first_number + record.day)
    none = np.zeros(days.size, dtype=np.bool_)
    return replace(record, series={"pain": Answers(days, np.ones(days.size), none, none)})


def of_relations(*relations: Relation) -> Report:
    return Report(
        noted_record(), ("pain",), (page_on(200, *relations),), nothing_on(200), (), (), ()
    )


def days_needed(*relations: Relation) -> list[int | None]:
    return [one["days_needed"] for one in printed(of_relations(*relations))["relations"]]


def test_days_needed_is_a_number_wherever_days_are_wanting() -> None:
    asked = asked_of(TRAVEL)
    few = related(unanswered(asked, days_needed=9), Label.NOT_ENOUGH_DAYS)
    alike = related(unanswered(asked, n=60, n_high=28, days_needed=None), Label.NOT_ENOUGH_DAYS)
    waiting = related(answered(asked), Label.NOT_ENOUGH_DAYS)
    assert days_needed(few, alike, waiting) == [9, 70, 70]
    unclear = related(answered(asked, days_needed=55), Label.NONE)
    enough = related(answered(asked, days_needed=0), Label.NONE)
    found = related(answered(asked, days_needed=55), Label.LIKELY)
    assert days_needed(unclear, enough, found) == [55, None, None]


def test_what_shows_nothing_is_counted_by_its_kind() -> None:
    none = related(answered(asked_of(TRAVEL)), Label.NONE)
    small = related(answered(asked_of(SLEEP)), Label.NEGLIGIBLE)
    lines = list(as_text(of_relations(none, small, small)))
    assert lines[5].endswith("1 shows no clear link. 2 show probably none that matters.")


def test_what_has_enough_days_waits_and_needs_no_more() -> None:
    few = related(unanswered(asked_of(TRAVEL)), Label.NOT_ENOUGH_DAYS)
    waiting = related(answered(asked_of(SLEEP)), Label.NOT_ENOUGH_DAYS)
    lines = list(as_text(of_relations(few, waiting, waiting)))
    assert "  Not enough days yet to say something fair." in lines
    assert (
        "  2 questions about pain were checked. 2 wait for the next set day. 1 needs more days."
    ) in lines


def test_the_text_is_made_of_whole_sentences(found: Report) -> None:
    lines = list(as_text(found))
    assert lines[0].endswith("days noted, from 15 June 2025 to 31 December 2025.")
    assert {"Pain", "Sleep quality", "Network", "Flares of pain", "Around treatments"} <= set(lines)
    said = [line.strip(" -") for line in lines if line.startswith("  ")]
    broken = {line: faults(line, is_whole=False) for line in said}
    assert {line: found for line, found in broken.items() if set(found) - {"long"}} == {}
    assert all(line.endswith(".") for line in said)
    assert lines[-1].endswith("That things go together is not proof of cause.")


def test_the_text_of_a_first_day_has_nothing_to_tell(journal: Path) -> None:
    record = record_of(journal)
    lines = list(as_text(report(record_of(journal, record.first), ("pain", "mood"))))
    assert lines[0].startswith("1 day noted, from")
    assert "  Not enough days yet to say something fair." in lines


def test_why_there_is_no_page_is_said(journal: Path) -> None:
    copies = replace(record_of(journal), variables=())
    lines = list(as_text(report(copies, ("pain", WHOLE_DAY))))
    assert (
        "  All its answers are copied from another day, and such answers do not count."
    ) in lines
    assert any(line.startswith("  It takes three of pain, fatigue, fog, mood") for line in lines)
    bare = replace(copies, series={**copies.series, "pain": NO_ANSWERS})
    assert "  Nothing is noted of it." in list(as_text(report(bare, ("pain",))))


def test_a_network_with_loops_is_told_in_words() -> None:
    back = Arrow("sleep_quality", "pain", 1, -0.3, -0.4, -0.2, 0.001, 0.02)
    forth = Arrow("pain", "sleep_quality", 1, -0.2, -0.3, -0.1, 0.001, 0.02)
    weak = Arrow("stress", "pain", 1, 0.2, 0.1, 0.3, 0.01, 0.15)
    loop = Loop(("pain", "sleep_quality"), feeds=True)
    network = Network(Status.SHOWN, None, (back, forth), (weak,), (), (loop,))
    found = replace(of_relations(), network=network)
    lines = list(as_text(found))
    assert any("Pain and poor sleep may feed each other." in line for line in lines)
    assert any(line.startswith("  - Less sure: Stress tends to be followed by") for line in lines)
    assert printed(found)["network"]["loops"] == [
        {"nodes": ["pain", "sleep_quality"], "kind": "feeds"}
    ]


def test_a_flare_that_lasts_has_no_end() -> None:
    found = replace(of_relations(), flares=(FlareDays(date(2025, 3, 1), None),))
    assert printed(found)["flares"] == [{"start": "2025-03-01", "end": None}]
    assert "  - From 1 March 2025, not over yet." in list(as_text(found))


def test_a_lasting_shift_says_when_and_by_how_much() -> None:
    found = replace(of_relations(), shifts=(Shift("fatigue", date(2025, 6, 14), 1.2),))
    assert (
        "  - From about 14 June 2025 on, fatigue was 1.2 points higher than in the weeks before."
    ) in list(as_text(found))


def test_a_treatment_says_what_came_before_it_and_what_is_wanting() -> None:
    eased = Difference(6.0, 5.0, -1.0, -1.6, -0.4, 0.01, 50, 48, 0.9)
    known = Treatment("Pool", date(2025, 3, 1), "pain", PhaseChange(eased, 50, 48, True))
    early = Treatment("Yoga", date(2025, 7, 1), "pain", PhaseChange(None, 50, 3, None))
    found = replace(of_relations(), treatments=(known, early))
    lines = list(as_text(found))
    assert (
        "  - Pool, 1 March 2025: pain was 1.0 points lower after, likely between 0.4 and 1.6."
        " It followed a bad spell, and symptoms often ease after one."
    ) in lines
    assert (
        "  - Yoga, 1 July 2025: 50 noted days before and 3 after; 21 a side are needed."
    ) in lines
    first, second = printed(found)["treatments"]
    assert (first["change"], first["started_after_bad_spell"]) == (-1.0, True)
    assert (second["change"], second["n_after"]) == (None, 3)
