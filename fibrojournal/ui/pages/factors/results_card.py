"""The results of a page as rows: what stands out, what shows no link, and what has to wait."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from fibrojournal.insights.ranking import Row
from fibrojournal.journal.suspicions import Finding
from fibrojournal.text import N_, _, plural
from fibrojournal.ui.pages.factors.result_rows import Listed, Seen, as_text, folded, listed, table
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import FlushLink, LinkButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.effect_axis import AxisStrip
from fibrojournal.ui.widgets.effect_list import EffectList
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.text_table import TextTable

_WHY_WAIT = N_(
    "With few days, chance looks like a pattern. So the first answers come after 30 days."
    " They need not be in a row, and you can add past days."
)
_ALIKE = N_(
    "Days with high answers are held against days with low ones. That takes three different answers"
    " to a question, and some days of each."
)


class ResultsCard(Card):
    """Holds which rows are unfolded, and which one is chosen, from one look to the next."""

    chosen = Signal(object)
    """The row that is looked at; None where there is none."""
    opened = Signal(object)
    """The row whose own place the person wants."""
    past_wanted = Signal()
    """The person wants to add past days."""
    told = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._seen: Seen | None = None
        self._dismissed: frozenset[Finding] = frozenset()
        self._listed = Listed((), (), 0)
        self._key: tuple[str, object] | None = None
        self._has_more = self._has_aside = False
        self._build()

    @property
    def row(self) -> Row | None:
        """The row that is looked at."""
        at = self._listed.place_of(self._key)
        return self._listed.rows[at] if at >= 0 else None

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no number to show yet."""
        return self._seen is None or self._seen.ranked(self._dismissed).is_empty

    @property
    def shows_table(self) -> bool:
        """Tell whether the rows stand there as a table."""
        return not self.table.isHidden()

    def show_seen(
        self, seen: Seen | None, dismissed: frozenset[Finding], directions: tuple[str, str]
    ) -> None:
        """Show a page, without what was put aside; None where nothing is noted of it."""
        self._seen, self._dismissed = seen, dismissed
        self.rows.set_stale(stale=False)
        self._heads.show_heads(*directions)
        self._show()

    def set_stale(self) -> None:
        """Grey what is being worked out anew."""
        self.rows.set_stale(stale=True)

    def choose(self, factor: str) -> None:
        """Look at a factor, where it has a row in sight."""
        row = next((row for row in self._listed.rows if row and row.factor == factor), None)
        if row is not None:
            self._key = (row.factor, row.family)
            self._show()

    def toggle_table(self) -> None:
        """Change between rows and table."""
        focused = self.rows.hasFocus() or self.table.hasFocus()
        as_table = not self.shows_table
        if as_table and self._seen is not None:
            self.table.show_texts(*table(self._seen, self._listed))
        self.table.setVisible(as_table)
        self.copy.setVisible(as_table)
        self._show_parts()
        self._switch.setText(_("Picture") if as_table else _("Table"))
        self._switch.set_icon("chart-line" if as_table else "table")
        if focused:
            (self.table if as_table else self.rows).setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        seen = self._seen
        if seen is None:
            self._listed = Listed((), (), 0)
            self.rows.show_rows((), 0, -1)
            self._title.setText(_("Not enough days yet to say something fair."))
        else:
            ranked = seen.ranked(self._dismissed)
            self._listed = shown = listed(
                seen, ranked, with_more=self._has_more, with_aside=self._has_aside
            )
            self._title.setText(seen.summary(self._dismissed))
            self.rows.show_rows(shown.effects, shown.reach, shown.place_of(self._key))
            self._ticks.show_reach(shown.reach)
            self._heads.show_reach(shown.reach)
            if self.shows_table:
                self.table.show_texts(*table(seen, shown))
            self._show_folds(folded(seen, ranked), len(ranked.aside))
        self._show_parts()
        self.chosen.emit(self.row)

    def _show_folds(self, more: int, aside: int) -> None:
        self.more.setVisible(more > 0)
        self.more.setText(
            _("Show fewer")
            if self._has_more
            else plural("Show {n} more without a clear link", "Show {n} more", more)
        )
        self.more.set_icon("chevron-up" if self._has_more else "chevron-down")
        self.aside.setVisible(aside > 0)
        self.aside.setText(
            _("Hide what is put aside")
            if self._has_aside
            else plural("Show {n} put aside", "Show {n} put aside", aside)
        )

    def _show_parts(self) -> None:
        """Show the axis where there are intervals, and where there are none why one waits."""
        has_rows, is_empty = bool(self._listed.rows), self.is_empty
        self.rows.setVisible(has_rows and not self.shows_table)
        for strip in (self._heads, self._ticks):
            strip.setVisible(not is_empty and not self.shows_table)
        self._switch.setVisible(has_rows)
        self._wait.setVisible(is_empty)
        seen = self._seen
        why = _(_ALIKE) if seen is not None and seen.is_too_alike else _(_WHY_WAIT)
        self._wait.setText(" ".join(part for part in (why, seen.next_look if seen else "") if part))
        self.past.setVisible(is_empty)
        if self._seen is None:
            self.more.hide()
            self.aside.hide()
            self.table.hide()

    def _choose(self, at: int) -> None:
        row = self._listed.rows[at]
        if row is not None:
            self._key = (row.factor, row.family)
            self.chosen.emit(row)

    def _open(self, at: int) -> None:
        self.opened.emit(self._listed.rows[at])

    def _toggle_more(self) -> None:
        self._has_more = not self._has_more
        self._show()

    def _toggle_aside(self) -> None:
        self._has_aside = not self._has_aside
        self._show()

    def _copy(self) -> None:
        if self._seen is not None:
            QGuiApplication.clipboard().setText(as_text(self._seen, self._listed))
            self.told.emit(_("The table is on the clipboard."))

    def _build(self) -> None:
        theme = self._theme
        self._title = card_title(theme)
        self._title.setText(_("One moment: your days are being compared."))
        self._switch = LinkButton(theme, _("Table"), "table")
        self._switch.clicked.connect(self.toggle_table)
        top = SideBySide(
            (self._title, self._switch),
            lambda: theme.px(330) + self._switch.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(top.arrange)
        self._wait = Label(theme, role="small", color="ink_2", wraps=True)
        self._heads, self._ticks = AxisStrip(theme), AxisStrip(theme)
        self.rows = EffectList(theme, _("What goes with it"))
        self.rows.chosen.connect(self._choose)
        self.rows.opened.connect(self._open)
        self.table = TextTable(theme)
        self.table.setAccessibleName(_("What goes with it, as a table"))
        for part in (self.rows, self.table, self._heads, self._ticks, self._switch, self._wait):
            part.hide()
        self.more = FlushLink(theme, "", "chevron-down")
        self.more.clicked.connect(self._toggle_more)
        self.aside = FlushLink(theme, "", "eye-off")
        self.aside.clicked.connect(self._toggle_aside)
        self.more.hide()
        self.aside.hide()
        self.copy = FlushLink(theme, _("Copy the table"), "clipboard-list")
        self.copy.clicked.connect(self._copy)
        self.copy.hide()
        self.box.addWidget(top)
        self.box.addWidget(self._wait)
        picture = QVBoxLayout()
        picture.setSpacing(0)
        for part in (self._heads, self.rows, self._ticks):
            picture.addWidget(part)
        add_layout(self.box, picture)
        self.box.addWidget(self.table)
        self.past = FlushLink(theme, _("Add past days"), "calendar")
        self.past.clicked.connect(self.past_wanted)
        self.past.hide()
        ways = (self.more, self.aside, self.copy, self.past)
        self.box.addWidget(in_lines(*ways, gap=20, line_gap=0))
