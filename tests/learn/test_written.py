"""Reading is found in the person's language, or else in English."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest

from fibrojournal import resources, text
from fibrojournal.learn.written import written


class German(NullTranslations):
    def info(self) -> dict[str, str]:
        return {"language": "de"}


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, words in (("sleep/de.md", "Schlaf"), ("sleep/en.md", "Sleep"), ("fog/en.md", "Fog")):
        place = tmp_path / "learn" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(words, encoding="utf-8")
    monkeypatch.setattr(resources, "ROOT", tmp_path)
    monkeypatch.setattr(text, "_catalogue", German())


@pytest.mark.usefixtures("german")
def test_reading_is_in_the_language_of_the_program() -> None:
    assert written("sleep", "md") == "Schlaf"


@pytest.mark.usefixtures("german")
def test_what_was_not_translated_is_read_in_english() -> None:
    assert written("fog", "md") == "Fog"


def test_without_a_catalogue_the_language_is_english() -> None:
    assert text.language() == "en"
