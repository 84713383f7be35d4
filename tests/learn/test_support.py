"""Numbers of help: dated, of one form, and never older than a year."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from fibrojournal import resources
from fibrojournal.learn.support import Line, Numbers, Support, read_country

CHECKED = date(2026, 10, 1)
LAND = """\
code = "XX"
name = "Nowhere"
emergency = "000"
checked = 2026-10-01
seen = ["a made-up page"]

[[lines]]
name = "A line to talk"
call = "000 111"
hours = "day and night"

[[lines]]
name = "A line to text"
text = "000 222"
"""
FILES = sorted(resources.path("support").glob("*.toml"))
NUMBER = re.compile(r"\d[\d ]*\d")


@pytest.fixture
def support(tmp_path: Path) -> Support:
    (tmp_path / "XX.toml").write_text(LAND, encoding="utf-8")
    earlier = LAND.replace("XX", "AA").replace("Nowhere", "Anywhere").replace("2026", "2025")
    (tmp_path / "AA.toml").write_text(earlier, encoding="utf-8")
    return Support(tmp_path)


def test_a_country_names_its_numbers_and_when_they_were_checked(support: Support) -> None:
    found = support.for_country("XX", date(2026, 11, 28))
    assert (found.emergency, found.checked, found.is_general) == ("000", CHECKED, False)
    assert found.lines == (
        Line("A line to talk", call="000 111", hours="day and night"),
        Line("A line to text", text="000 222"),
    )


@pytest.mark.parametrize("code", ["", "ZZ"])
def test_without_a_known_country_the_local_number_stands_alone(support: Support, code: str) -> None:
    found = support.for_country(code, CHECKED)
    assert found == Numbers("Your local emergency number")
    assert found.is_general


def test_numbers_older_than_a_year_count_no_more(support: Support) -> None:
    assert not support.for_country("XX", date(2027, 10, 1)).is_general
    assert support.for_country("XX", date(2027, 10, 2)).is_general


def test_the_choice_offers_what_is_good_by_name(support: Support) -> None:
    def offered(day: date) -> list[str]:
        return [country.name for country in support.countries(day)]

    assert offered(date(2026, 10, 1)) == ["Anywhere", "Nowhere"]
    assert offered(date(2026, 12, 1)) == ["Nowhere"]
    assert offered(date(2028, 1, 1)) == []


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('emergency = "000"\n', ""),
        ('call = "000 111"\n', ""),
        ('hours = "day and night"', 'open = "day and night"'),
        ("checked = 2026-10-01\n", ""),
    ],
)
def test_a_file_of_another_form_is_refused(written: str, instead: str) -> None:
    assert LAND.count(written) == 1
    with pytest.raises((TypeError, ValueError)):
        read_country(LAND.replace(written, instead))


def test_every_file_of_the_program_has_the_form() -> None:
    for file in FILES:
        country = read_country(file.read_text("utf-8"))
        assert country.code == file.stem
        assert re.fullmatch("[A-Z]{2}", country.code)
        assert country.name
        assert country.seen, "say where the numbers were seen"
        assert NUMBER.fullmatch(country.emergency)
        for line in country.lines:
            assert line.name
            for number in filter(None, (line.call, line.text)):
                assert NUMBER.fullmatch(number), line


def test_the_folder_of_the_program_is_there() -> None:
    assert resources.path("support").is_dir()
    Support()
