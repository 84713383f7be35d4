"""In a language whose strings are marked and twice as long, all is translated and all fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTableWidget,
    QWidget,
)

from fibrojournal import text
from fibrojournal.exchange.demo import made_up_days
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Event, Note, Reading
from fibrojournal.journal.edits import SetEvent, SetMedicine, SetNote, SetReading
from fibrojournal.learn.glossary import glossary
from fibrojournal.learn.library import TOPIC_IDS, topic
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.reading_sidebar import ReadingSidebar
from tests.ui.checks import rooms_of_experiments, rooms_of_settings, rooms_of_spans
from tests.ui.checks.conftest import DAYS, TODAY
from tests.ui.checks.rooms import dealt, visits
from tests.ui.checks.test_fits import Eye, Painted, eye, misfits, misfits_beside
from tests.ui.checks.visit import Visit
from tests.ui.conftest import Person
from tests.ui.pseudo import Pseudo

__all__ = ["eye"]

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
PLAIN = re.compile(r"[A-Za-z]{2,}")
NAMES = frozenset(
    (
        *("fibrojournal", "Inter", "Noto", "Serif", "Lucide", "csv"),
        *(f"F{number}" for number in range(1, 13)),
        *("Ctrl", "Shift", "Alt", "Tab", "Esc", "Home", "End", "Delete", "Del", "Space"),
        *("Left", "Right", "Up", "Down", "PgUp", "PgDown", "Enter", "Return"),
    )
)
"""What is the same in every language: the program, its parts, and what stands on keys."""
NOTE, NAME = "Дождь весь день, потом солнце. ", "Врач"
PART_OF_A_WORD, NEARLY_A_WORD = "ож", "солнцн"

_OWN_WORDS = SetNote | SetEvent | SetMedicine


@pytest.fixture
def abroad(person: Person, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Someone whose language is no one's, and who writes in yet another alphabet."""
    monkeypatch.setattr(text, "_catalogue", Pseudo())
    monkeypatch.setattr(rooms_of_spans, "PART_OF_A_WORD", PART_OF_A_WORD)
    monkeypatch.setattr(rooms_of_spans, "NEARLY_A_WORD", NEARLY_A_WORD)
    monkeypatch.setattr(rooms_of_experiments, "QUESTION", NOTE)
    monkeypatch.setattr(rooms_of_experiments, "FIRST", "Отдых в полдень и вечером")
    monkeypatch.setattr(rooms_of_experiments, "SECOND", NAME)
    monkeypatch.setattr(rooms_of_settings, "OWN_QUESTIONS", ("лёд", "холод"))
    monkeypatch.setattr(rooms_of_settings, "OLD_DIARY", ("День", "боль", "погода", "слова"))
    stamp = stamp_of(person.moment)
    visit = Event("3f1f1d1e-0000-4000-8000-000000000001", "other", NAME, TODAY, None, stamp)
    days = [edit for edit in made_up_days(DAYS, end=TODAY) if not isinstance(edit, _OWN_WORDS)]
    with JournalFile.create(person.journal) as journal:
        journal.save(days)
        journal.back_up(person.home / "backups", datetime(2026, 3, 11, 20, 4, tzinfo=UTC))
        journal.save([SetReading(TODAY - timedelta(days=8), "stress", None)])
        journal.save([SetNote(TODAY, Note(NOTE * 8, stamp)), SetEvent(visit.id, visit)])
        journal.save([SetReading(TODAY, "pain", Reading(10, stamp))])
    return person


def texts(visit: Visit, painted: list[Painted]) -> Iterator[str]:
    """Yield every text that is painted, shown by a control, or read to someone."""
    for one in painted:
        yield one.text
    for widget in visit.widgets:
        if not isinstance(widget, ReadingSidebar) and not within_reading(widget):
            yield from spoken(widget)


def spoken(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield re.sub("<[^>]*>|&[a-z]+;", " ", widget.text())
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTableWidget):
        cells = [
            widget.item(row, column)
            for row in range(widget.rowCount())
            for column in range(widget.columnCount())
        ]
        yield from (cell.text() for cell in cells if cell is not None)
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from (widget.item(row).text() for row in range(widget.count()))


def within_reading(widget: QWidget) -> bool:
    """Tell whether a text is of the reading texts, which are translated as whole files."""
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, ReadingSidebar):
        parent = parent.parentWidget()
    return parent is not None


@cache
def parts_of_reading() -> tuple[str, ...]:
    """All that is written in whole files, the longest first: those are translated as files."""
    read = [topic(id) for id in TOPIC_IDS]
    parts = {term.word for term in glossary()} | {term.meaning for term in glossary()}
    for one in read:
        parts |= {one.title, *one.cannot_see, *one.can_see}
        parts |= {part for grade in one.grades for part in (grade.why, grade.scope)}
        parts |= {part for found in one.findings for part in (found.title, found.text)}
        for block in one.blocks:
            parts |= {block.heading, *block.paragraphs}
            parts |= {part for whole in block.paragraphs for part in SENTENCE_END.split(whole)}
        for source in one.sources:
            parts |= {source.heading, source.detail, source.identifier}
    return tuple(sorted(filter(None, parts), key=len, reverse=True))


def not_read(words: str) -> str:
    """Take away what is of the reading texts."""
    for part in parts_of_reading():
        words = words.replace(part, "")
    return words


def untranslated(words: str, home: Path) -> list[str]:
    bare = words.replace("\N{ZERO WIDTH SPACE}", "")
    for own in rooms_of_settings.OLD_DIARY:
        bare = bare.replace(own, "")
    words = re.sub(rf"{re.escape(str(home))}\S*", "", bare)
    return [word for word in PLAIN.findall(words) if word not in NAMES]


def test_what_is_in_plain_letters_is_found(tmp_path: Path) -> None:
    assert untranslated(f"[Ƒíłé {tmp_path / 'a file'}]", tmp_path) == ["file"]
    assert untranslated("[Ɗáý] 12 · F1, Ctrl+Z", tmp_path) == []


def test_everything_is_translated_and_fits_the_least_room(abroad: Person, eye: Eye) -> None:
    program = abroad.start(size=(960, 640), text_scale=2.0)
    faults = []
    for visit in visits(abroad, program):
        painted = eye.look_at(visit)
        faults += misfits_beside(visit, painted)
        faults += [
            f"{visit.room}: {words!r}"
            for words in dict.fromkeys(texts(visit, painted))
            if untranslated(words, abroad.home) and untranslated(not_read(words), abroad.home)
        ]
    assert not faults, "\n".join(faults)


def test_strings_of_twice_the_length_fit(abroad: Person, eye: Eye) -> None:
    program = abroad.start(size=(1280, 800))
    rooms = dealt(0, 3)
    faults = [fault for visit in visits(abroad, program, rooms) for fault in misfits(visit, eye)]
    assert not faults, "\n".join(faults)
