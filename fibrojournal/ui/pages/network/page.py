"""Network: the person's own arrows and loops, as a picture or as a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.analysis.network import Status
from fibrojournal.charts import network_words as words
from fibrojournal.charts.network_view import NetworkView, network_view
from fibrojournal.charts.research_view import ResearchView
from fibrojournal.insights.links import Links, Part
from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.triggers import Trigger
from fibrojournal.text import _
from fibrojournal.ui.page import Page, Surroundings, Top, scrolling, titled
from fibrojournal.ui.pages import place_of
from fibrojournal.ui.pages.network.content import NOTHING_NOTED, general_picture, links_in
from fibrojournal.ui.pages.network.main_card import MainCard
from fibrojournal.ui.pages.network.side_cards import HowMadeCard, LoopCards, TiesCard, UnseenCard
from fibrojournal.ui.widgets.cards import FoldCard
from fibrojournal.ui.widgets.chart_view import ChartView
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.segments import Segments

_PICTURE, _LIST = "picture", "list"
_GAP = 12
_LARGE = 1.5
"""From that size of text on a list is easier to read than the picture."""
_FACTORS = {factor.id: factor for factor in FACTORS}


class NetworkPage(Page):
    """What was computed last stays in view until what is newer is there."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._insights = around.theme, around.insights
        self._found: Links | None = None
        self._is_fresh = False
        self._door = ""
        self.general_view: ChartView | None = None
        self._build()
        self._insights.changed.connect(self._outdated)

    @property
    def found(self) -> Links | None:
        """The network on show, once it is computed."""
        return self._found

    # What the window asks

    def shown(self) -> None:
        """Compute the network, where the journal has changed since."""
        self.subject_changed.emit("network", _("You opened Network."))
        if not self._is_fresh:
            self._ask()

    def focus_first(self) -> None:
        """Focus the picture where something of it is chosen, else the choice of picture or list."""
        view = self.main.picture.view
        first: QWidget = next(one for one in self._ways.segments if one.isChecked())
        if isinstance(view, NetworkView) and view.chosen is not None and not self._shows_list:
            first = self.main.picture
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_table(self) -> None:
        """Change between picture and list."""
        way = _PICTURE if self._shows_list else _LIST
        self._ways.show_choice(way)
        self._choose_way(way)

    # Reading

    def _outdated(self) -> None:
        self._is_fresh = False
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._insights.ask(self, "links", links_in, self._take)

    def _take(self, found: Links | None) -> None:
        self._is_fresh = True
        found = found or NOTHING_NOTED
        if found == self._found:
            return
        self._found = found
        self.main.show()
        is_early = found.status is Status.TOO_EARLY
        view = network_view(found)
        self.main.show_view(general_picture(found) if is_early else view)
        self.loops.show_links(found)
        self.ties.show_ties(view)
        self.general.setVisible(not is_early)
        self._line.setText(self._about(found))
        self._show_door("")

    def _about(self, found: Links) -> str:
        if found.status is Status.TOO_EARLY:
            return _("What research links, until your own days can show something.")
        return _("What tended to come before what, for you. Coming first is not bringing about.")

    def _choose(self, at: int | None) -> None:
        """Let the sidebar and the door follow to what stands out."""
        view = self.main.view
        if at is None:
            self._show_door("")
        elif isinstance(view, NetworkView):
            part = view.part_at(at)
            why = _("You selected {part}.").format(part=words.name_of(part))
            self.subject_changed.emit(part, why)
            self._show_door(_factor_of(part))
        elif isinstance(view, ResearchView):
            strand = view.strands[at]
            why = _("You selected {part}.").format(part=strand.name)
            self.subject_changed.emit(strand.id, why)
            self._show_door(strand.id)

    def _show_door(self, factor: str) -> None:
        """Offer the place of a factor, or none."""
        self._door = factor if factor in _FACTORS else ""
        name = _(_FACTORS[self._door].name) if self._door else ""
        self.main.show_door(_("Open: {factor}").format(factor=name) if name else "")

    def _open_door(self) -> None:
        if self._door:
            self.page_wanted.emit(place_of(self._door, "network"))

    def _choose_way(self, way: str) -> None:
        self._shows_list = way == _LIST
        had_focus = self.main.front.hasFocus()
        self.main.show_list(on=self._shows_list)
        if had_focus:
            self.main.front.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill_general(self, is_open: bool) -> None:  # noqa: FBT001  Qt's signal decides
        if is_open and self._found is not None and self.general_view is None:
            view = general_picture(self._found)
            for text in (view.sentence, view.detail):
                label = Label(self._theme, text, role="small", color="ink_2", wraps=True)
                self.general.body.addWidget(label)
            self.general_view = chart = ChartView(self._theme, "general")
            self.general.body.addWidget(chart)
            chart.show_view(view, view.title)

    # Building

    def _build(self) -> None:
        theme = self._theme
        self._shows_list = theme.scale >= _LARGE or QAccessible.isActive()
        top = self._build_top()
        area, column = scrolling(theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        top.stand(whole, column)
        self.main = MainCard(theme, "network")
        self.main.show_list(on=self._shows_list)
        self.main.chosen.connect(self._choose)
        self.main.keep.told.connect(self.told)
        self.main.door.clicked.connect(self._open_door)
        self.main.picture.entered.connect(self._open_door)
        self.loops = LoopCards(theme)
        self.ties = TiesCard(theme)
        self.unseen = UnseenCard(theme)
        self.unseen.read_wanted.connect(lambda id: self.page_wanted.emit(f"reading:{id}"))
        self.general = FoldCard(theme, _("The general picture, from research"))
        self.general.opened.connect(self._fill_general)
        below = (self.loops, self.ties, self.unseen, self.general, HowMadeCard(theme))
        for part in (self.main, *below):
            column.addWidget(part)
        column.addStretch(1)
        for part in (self.main, self.loops, self.ties, self.general):
            part.hide()

    def _build_top(self) -> Top:
        theme = self._theme
        top = Top(theme, self)
        words = _("One moment: your days are being compared.")
        self._line = Label(theme, words, role="small", color="ink_2", wraps=True)
        self._ways = Segments(
            theme, _("Show it as"), [(_PICTURE, _("Picture")), (_LIST, _("List"))]
        )
        self._ways.show_choice(_LIST if self._shows_list else _PICTURE)
        self._ways.chosen.connect(self._choose_way)
        add_layout(top.row, titled(theme, _("Network"), self._line), 1)
        top.row.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignTop)
        return top


def _factor_of(part: Part) -> str:
    """Return the first factor that a part belongs to; none of a person's own may have one."""
    if isinstance(part, Trigger):
        return part.factor or ""
    return next(iter(part.factors), "")
