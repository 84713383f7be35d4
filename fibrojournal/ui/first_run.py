"""The very first start: one page, the choice of a look, and where to begin."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal import settings
from fibrojournal.journal.errors import JournalError
from fibrojournal.settings import Settings
from fibrojournal.text import N_, _
from fibrojournal.ui import window_place
from fibrojournal.ui.background import Background, report
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton, PrimaryButton, TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import IconLabel, Label
from fibrojournal.ui.widgets.logo import Logo
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.notice import Notice
from fibrojournal.ui.widgets.scroll import ScrollPage
from fibrojournal.ui.widgets.swatches import Swatches
from fibrojournal.ui.wish import Wish

LOOKS = (
    ("light", N_("Light"), N_("daytime")),
    ("dark", N_("Dark"), N_("evening")),
    ("quiet", N_("Quiet"), N_("dim and soft")),
    ("quiet_paper", N_("Quiet paper"), N_("dim, dark text")),
)
_WIDEST = 720
_ABOVE = 72


class Welcome(QWidget):
    """What the page says and offers; every choice of a look applies at once."""

    look_chosen = Signal(str)
    today_wanted = Signal()
    sample_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        area = ScrollPage(theme)
        body = QWidget()
        across = QHBoxLayout(body)
        side = theme.size("size", "content_margin")
        across.setContentsMargins(side, 0, side - ScrollPage.GUTTER, 0)
        across.addStretch(1)
        middle = QWidget()
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        across.addWidget(middle, 100)
        across.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, _ABOVE, 0, theme.size("space", "l"))
        column.setSpacing(0)
        self._fill(column)
        column.addStretch(1)
        area.show_page(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._middle = middle
        theme.changed.connect(self._limit)
        self._limit()

    def begin(self) -> None:
        """Put the focus on the way that most people take."""
        self._today.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Say something above the buttons."""
        self._notice.say(sentence)

    def _limit(self) -> None:
        self._middle.setMaximumWidth(max(_WIDEST, self._theme.px(_WIDEST)))
        self._swatches.show_choice(self._theme.name)

    def _fill(self, column: QVBoxLayout) -> None:
        theme = self._theme
        words = _(
            "Note how you are in a few seconds. See what tends to go together. "
            "Read what research says, in plain words."
        )
        add_layout(column, _beside(Logo(theme), Label(theme, "fibrojournal", role="wordmark")))
        column.addSpacing(38)
        title = _("A journal for your days with fibromyalgia")
        column.addWidget(Label(theme, title, role="welcome", wraps=True))
        column.addSpacing(6)
        column.addWidget(Label(theme, words, role="lead", color="ink_2", wraps=True))
        column.addSpacing(22)
        promise = Label(
            theme, _("Nothing leaves this computer. No account, no internet."), wraps=True
        )
        add_layout(column, _beside(IconLabel(theme, "lock", "accent", side=20), promise))
        column.addSpacing(32)
        question = _("Which look is kindest to your eyes now?")
        column.addWidget(Label(theme, question, role="label", wraps=True))
        column.addSpacing(10)
        self._swatches = Swatches(
            theme,
            question,
            [(id, _(name)) for id, name, _hint in LOOKS],
            hints={id: _(hint) for id, _name, hint in LOOKS},
        )
        self._swatches.chosen.connect(self.look_chosen)
        column.addWidget(self._swatches)
        column.addSpacing(32)
        self._notice = Notice(theme)
        column.addWidget(self._notice)
        column.addSpacing(4)
        column.addWidget(self._build_ways())
        column.addSpacing(14)
        small = _("It does not diagnose or replace a doctor. Everything here can be changed later.")
        column.addWidget(Label(theme, small, role="small", color="ink_3", wraps=True))

    def _build_ways(self) -> QWidget:
        theme = self._theme
        self._today = PrimaryButton(theme, _("Start with today"), "pencil")
        sample = TextButton(theme, _("Look around with sample data"), "chart-line")
        lock = LinkButton(theme, _("Protect with a passphrase"), "lock")
        self._today.clicked.connect(self.today_wanted)
        sample.clicked.connect(self.sample_wanted)
        lock.clicked.connect(self.lock_wanted)
        for button in (self._today, sample, lock):
            button.setAutoDefault(True)  # Enter presses it as well
        return in_lines(self._today, sample, lock)


def _beside(first: QWidget, words: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(first)
    row.addWidget(words, 1)
    return row


class FirstRunWindow(QMainWindow):
    """A window of the usual size with nothing in it but the welcome."""

    decided = Signal()

    def __init__(self, theme: Theme, journal: Path, sample: Path, today: date) -> None:
        super().__init__()
        self.wish: Wish | None = None
        """What was decided; None where the window was just closed."""
        self._theme, self._chosen = theme, Settings()
        self._journal, self._sample, self._today = journal, sample, today
        self._making = Background("sample")
        self.setWindowTitle("fibrojournal")
        self.setMinimumSize(*theme.tokens.data["size"]["window_min"])
        self.page = Welcome(theme)
        self.page.look_chosen.connect(self._choose_look)
        self.page.today_wanted.connect(lambda: self._decide(Wish(journal)))
        self.page.lock_wanted.connect(lambda: self._decide(Wish(journal, page="lock")))
        self.page.sample_wanted.connect(self._make_sample)
        self.setCentralWidget(self.page)
        for keys, do in (
            ("Ctrl+Q", self.close),
            ("Esc", lambda: self._decide(Wish(journal))),
            ("Ctrl++", lambda: self._step_text(1)),
            ("Ctrl+=", lambda: self._step_text(1)),
            ("Ctrl+-", lambda: self._step_text(-1)),
        ):
            QShortcut(QKeySequence(keys), self, do)
        window_place.restore(self, theme.tokens.data["size"]["window"])
        self.page.begin()

    def end(self) -> Wish | None:
        """Keep what was chosen, and the window's place for the next one; return the decision.

        Qt takes the window apart when the program next waits.
        """
        self._making.close(finish=False)
        if self.wish is not None:
            window_place.remember(self)
            with suppress(OSError):  # then the next start asks again
                settings.save(self._chosen)
        if self.isVisible():
            self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        else:
            self.deleteLater()
        return self.wish

    def _choose_look(self, theme: str) -> None:
        self._chosen = replace(self._chosen.with_theme(theme), text_scale=self._theme.scale)
        self._theme.set_choice(theme)

    def _step_text(self, steps: int) -> None:
        self._theme.step_scale(steps)
        self._chosen = replace(self._chosen, text_scale=self._theme.scale)

    def _make_sample(self) -> None:
        path, today = self._sample, self._today

        def make() -> None:
            from fibrojournal.exchange.sample import prepare_sample

            prepare_sample(path, today)

        self.page.say(_("Making up some days to look around in."))
        wish = Wish(path, back=self._journal)
        self._making.run(self, make, lambda _: self._decide(wish), self._not_made)

    def _not_made(self, error: BaseException) -> None:
        if isinstance(error, JournalError):
            self.page.say(str(error))
        else:
            report(error)

    def _decide(self, wish: Wish) -> None:
        if self.wish is None:
            self.wish = wish
            self.decided.emit()
