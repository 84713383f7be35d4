"""`fibrojournal insights`: what goes with what, on a terminal and for scripts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from fibrojournal import cli
from fibrojournal.exchange.demo import create_demo
from fibrojournal.storage.journal_file import JournalFile


@pytest.fixture(scope="module", name="journal")
def made_up_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made-up") / "journal.fjnl"
    create_demo(path, 60, end=date(2025, 12, 31))
    return path


def test_it_prints_json_and_writes_nothing(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = journal.read_bytes()
    assert cli.main(["insights", "--journal", str(journal), "--json", "--outcome", "pain"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["as_of"]) == (1, "2025-12-31")
    assert told["questions_checked"].keys() == {"pain"}
    assert journal.read_bytes() == before


def test_without_json_it_prints_plain_lines(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["insights", "--journal", str(journal), "--as-of", "2025-12-01", "--outcome", "fog"]
    assert cli.main(asked) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "to 1 December 2025" in lines[0] or "to 30 November 2025" in lines[0]
    assert "Fog" in lines


def complaint(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = cli.main(["insights", *arguments])
    return code, capsys.readouterr().err.splitlines()


def test_an_unknown_outcome_is_wrong_usage(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--journal", str(journal), "--outcome", "weather")
    code, said = complaint(*asked, capsys=capsys)
    assert code == 2
    assert said[-1].startswith("fibrojournal: no page is about “weather”; these have one: pain,")


def test_a_day_before_the_first_is_one_sentence(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--journal", str(journal), "--as-of", "2024-01-01")
    assert complaint(*asked, capsys=capsys) == (
        1,
        ["fibrojournal: The first noted day of this journal comes after that date."],
    )


def test_an_empty_journal_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.fjnl"
    JournalFile.create(path).close()
    assert complaint("--journal", str(path), "--json", capsys=capsys) == (
        1,
        ["fibrojournal: Nothing is noted in this journal yet."],
    )
