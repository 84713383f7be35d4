"""Everything the window can do, each with its keys: the menu and the keyboard list read this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from fibrojournal.text import N_, _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. Keys are portable texts (on macOS Qt reads Ctrl as Cmd).

    A single letter works only where no text is being typed, and can be switched off.
    """

    id: str
    name: str
    keys: tuple[str, ...] = ()
    is_choice: bool = False
    """One of several of which one holds: the menu marks it."""
    writes: bool = False
    """It changes the journal, and is at rest while that is only looked at."""

    @property
    def is_letter(self) -> bool:
        """Tell whether its key is a single letter."""
        return len(self.keys) == 1 and len(self.keys[0]) == 1


GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        N_("Go"),
        (
            # A page keeps its number while others are missing.
            Command("today", N_("Today"), ("Ctrl+1",)),
            Command("calendar", N_("Calendar"), ("Ctrl+2",)),
            Command("trends", N_("Trends"), ("Ctrl+3",)),
            Command("factors", N_("Factors"), ("Ctrl+4",)),
            Command("network", N_("Network"), ("Ctrl+5",)),
            Command("try_out", N_("Try it out")),
            Command("check_in", N_("Check-in")),
            Command("search", N_("Search"), ("Ctrl+F",)),
            Command("reading", N_("Reading"), ("Ctrl+B",)),
            Command("support", N_("Get support")),
            Command("settings", N_("Settings"), ("Ctrl+,",)),
            Command("back", N_("Previous day or period"), ("Alt+Left",)),
            Command("forward", N_("Next day or period"), ("Alt+Right",)),
            Command("next_step", N_("Next step"), ("Ctrl+Return", "Ctrl+Enter")),
            Command("this_day", N_("Back to today"), ("Ctrl+D",)),
        ),
    ),
    (
        N_("Edit"),
        (
            Command("undo", N_("Undo"), ("Ctrl+Z",), writes=True),
            Command("redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), writes=True),
            Command("more", N_("More about today"), ("M",)),
        ),
    ),
    (
        N_("Day"),
        (
            Command("same", N_("Same as yesterday"), ("S",), writes=True),
            Command("hard_day", N_("Hard day"), ("H",)),
            Command("too_ill", N_("Too ill to log"), ("X",), writes=True),
            Command("now", N_("How is it now?"), ("Ctrl+Shift+N",), writes=True),
            Command("body_map", N_("Body map")),
            Command("medication", N_("Medication")),
            Command("event", N_("Events")),
            Command("past_days", N_("Add past days")),
            Command("history", N_("Every past value")),
            Command("move_day", N_("Move to another day"), writes=True),
            Command("remove_day", N_("Remove this day"), writes=True),
        ),
    ),
    (
        N_("View"),
        (
            Command("sidebar", N_("Reading sidebar"), ("F9",)),
            Command("table", N_("Chart as a table, and back"), ("Ctrl+T",)),
            Command("next_pane", N_("Next part of the window"), ("F6",)),
            Command("previous_pane", N_("Previous part of the window"), ("Shift+F6",)),
            Command("larger", N_("Larger text"), ("Ctrl++", "Ctrl+=")),
            Command("smaller", N_("Smaller text"), ("Ctrl+-",)),
            Command("normal", N_("Normal text"), ("Ctrl+0",)),
            Command("quiet_view", N_("Quiet view, and back"), ("Ctrl+Shift+D",)),
        ),
    ),
    (
        N_("Colours"),
        (
            Command("theme_system", N_("As the system has them"), is_choice=True),
            Command("theme_light", N_("Light"), is_choice=True),
            Command("theme_dark", N_("Dark"), is_choice=True),
            Command("theme_quiet", N_("Quiet"), is_choice=True),
            Command("theme_quiet_paper", N_("Quiet paper"), is_choice=True),
        ),
    ),
    (
        N_("Program"),
        (
            Command("menu", N_("Menu"), ("F10",)),
            Command("keys", N_("Keyboard list"), ("F1",)),
            Command("open_journal", N_("Open another journal"), ("Ctrl+O",)),
            Command("sample", N_("Sample data, and back")),
            Command("lock", N_("Lock the journal"), ("Ctrl+L",)),
            Command("quit", N_("Quit"), ("Ctrl+Q",)),
        ),
    ),
)


def make_actions(
    window: QWidget,
    does: Mapping[str, Callable[[], None]],
    *,
    letters: bool,
    why_still: str = "",
) -> dict[str, QAction]:
    """Make an action for every command and give it to the window, so that its keys work.

    `does` must name each command once; `letters` switches the single-letter keys on. A sentence
    that says why nothing may be written puts those to rest that would write.
    """
    actions = {}
    for _title, group in GROUPS:
        for command in group:
            action = QAction(_(command.name), window)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.is_choice)
            if why_still and command.writes:
                action.setEnabled(False)
                action.setStatusTip(why_still)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _checked=False, do=does[command.id]: do())
            window.addAction(action)
            actions[command.id] = action
    set_letters(actions, on=letters)
    return actions


def set_letters(actions: Mapping[str, QAction], *, on: bool) -> None:
    """Let the keys of a single letter work, or rest."""
    for _title, group in GROUPS:
        for command in group:
            if command.is_letter:
                keys = command.keys if on else ()
                actions[command.id].setShortcuts([QKeySequence(one) for one in keys])


def make_menu(theme: Theme, parent: QWidget, actions: Mapping[str, QAction]) -> Menu:
    """Make the menu that holds every command, in groups."""
    menu = Menu(theme, _("Menu"), parent)
    for title, group in GROUPS:
        part = menu.add_part(_(title))
        for command in group:
            part.addAction(actions[command.id])
    return menu
