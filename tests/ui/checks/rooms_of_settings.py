"""Settings, and the pages that are reached from there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fibrojournal.app import Program
from fibrojournal.exchange.guesses import role_for
from fibrojournal.insights.resting import Resting, resting
from fibrojournal.journal.chosen import set_place
from fibrojournal.journal.edits import set_own
from fibrojournal.journal.measures import Place
from fibrojournal.journal.questions import own_measure
from fibrojournal.ui.pages.bring_in.page import BringInPage
from fibrojournal.ui.pages.data.delete_all import DeleteAllPage
from fibrojournal.ui.pages.data.export import ExportPage
from fibrojournal.ui.pages.lock.page import LockPage
from fibrojournal.ui.pages.restore.page import RestorePage
from fibrojournal.ui.pages.settings.questions_card import QuestionsCard
from fibrojournal.ui.widgets.passphrase import NewPassphrase
from tests.ui.checks.visit import Way
from tests.ui.conftest import Person, shown_page

OWN_QUESTIONS = ("ice", "cold")
"""Questions of the person's own."""
OLD_DIARY = ("Date", "pain", "a rather long name of a column", "note")
"""The columns of a file to bring in; the first names the file as well."""


def _settings(person: Person, program: Program) -> QWidget:
    program.window.show_page("settings")
    return program.window


def _profile(person: Person, program: Program) -> QWidget:
    program.window.show_page("profile")
    return program.window


def _arranging(person: Person, program: Program) -> QWidget:
    """The questions of Settings, with all that can be opened there."""
    ids = ("own:ice", "own:cold")
    ice, cold = (own_measure(id, name) for id, name in zip(ids, OWN_QUESTIONS, strict=True))
    edits = [set_own(ice), set_own(cold), set_place(ice, Place.TODAY)]
    program.diary.edit(edits, "Two questions")
    program.window.show_page("settings")
    card = program.window.findChild(QuestionsCard)
    assert isinstance(card, QuestionsCard)
    row = card.rows.row_of("own:ice")
    assert row is not None
    row.edit.click()
    card.joining.ask_whose(*OWN_QUESTIONS, 3)
    card.add.click()
    _offer_rest(person, program, card)
    return program.window


def _offer_rest(person: Person, program: Program, card: QuestionsCard) -> None:
    """Let questions be offered to rest, once what these days offer is known: nothing."""
    insights = program.window._around.insights
    known: list[object] = []
    insights.changed.disconnect(card.resting._ask)
    person.saved(program)  # else the answer is of a state that has passed
    insights.ask(card, "resting", resting, known.append)
    person.qtbot.waitUntil(lambda: bool(known))
    card.resting._take([Resting("stress", 63), Resting("own:ice", 48)])


def _arranged(program: Program) -> None:
    card = program.window.findChild(QuestionsCard)
    assert isinstance(card, QuestionsCard)
    card.close_form()
    program.window._around.insights.changed.connect(card.resting._ask)
    program.diary.undo()


def _restore(person: Person, program: Program) -> QWidget:
    """A copy from which some days differ."""
    page = shown_page(program, "restore", RestorePage)
    person.qtbot.waitUntil(page._found.isVisible)
    return program.window


def _bring_in(person: Person, program: Program) -> QWidget:
    """A file with rows that need a look, and a date that can be read in two ways."""
    page = shown_page(program, "bring_in", BringInPage)
    path = person.home / f"{OLD_DIARY[0]}.csv"
    rows = f"01/02/2026;3;30;\n02/02/2026;14;40;{OLD_DIARY[0]}\n02/02/2026;3;20;\n03/02/2026;4;5;\n"
    path.write_text(f"{';'.join(OLD_DIARY)}\n{rows}", "utf-8")
    page._over.open(path)
    person.qtbot.waitUntil(lambda: page._over.preview is not None)
    assert page._over.plan is not None
    page._over.choose_role(1, role_for("pain", page._over.plan.sheet, 1, program.diary.questions))
    person.qtbot.waitUntil(page._columns.rows[1].how.isVisible)
    page.focus_first()
    return program.window


def _bring_in_nothing(person: Person, program: Program) -> QWidget:
    """No file is chosen; the one before could not be read."""
    page = shown_page(program, "bring_in", BringInPage)
    page._leave()
    program.window.show_page("bring_in")
    path = person.home / "nothing.csv"
    path.touch()
    page._over.open(path)
    person.qtbot.waitUntil(page._trouble.isVisible)
    page.focus_first()
    return program.window


def _export(person: Person, program: Program) -> QWidget:
    """After an export that could not be written."""
    page = shown_page(program, "export", ExportPage)
    page.write(person.home / "1" / "2")
    person.qtbot.waitUntil(page._line.isVisible)
    return program.window


def _delete_all(person: Person, program: Program) -> QWidget:
    page = shown_page(program, "delete_all", DeleteAllPage)
    person.qtbot.waitUntil(lambda: bool(page._what.text()))  # what there is was counted
    return program.window


def _lock_page(program: Program) -> LockPage:
    page = shown_page(program, "lock", LockPage)
    page.begin()
    page.focus_first()
    return page


def _lock(person: Person, program: Program) -> QWidget:
    """The first step, with two passphrases that differ."""
    asked = _lock_page(program)._asked
    assert isinstance(asked, NewPassphrase)
    asked.first.setText("rain tomato lamp brick")
    asked.second.setText("another")
    return program.window


def _lock_code(person: Person, program: Program) -> QWidget:
    """The second step, with a wrong group typed back."""
    page = _lock_page(program)
    page.check("rain tomato lamp brick")
    assert page._code is not None
    page._code.field.setText("oooo")
    page._code.field.setFocus()
    return program.window


def _lock_one_group(person: Person, program: Program) -> QWidget:
    page = _lock_page(program)
    page.check("rain tomato lamp brick")
    assert page._code is not None
    page._code._switch.click()
    return program.window


ROOMS: dict[str, Way] = {
    "settings": _settings,
    "settings, arranging": _arranging,
    "lock": _lock,
    "about you": _profile,
    "restore": _restore,
    "bring in": _bring_in,
    "export": _export,
    "delete everything": _delete_all,
    "bring in, no file": _bring_in_nothing,
}
LEAVING: dict[str, Callable[[Program], None]] = {"settings, arranging": _arranged}
"""What brings a room back to what it was."""
SETTING_UP: dict[str, Way] = {
    "lock, the code": _lock_code,
    "lock, one group": _lock_one_group,
}
"""Steps that take the place of others; they have a test of their own in `test_lock_rooms`."""
