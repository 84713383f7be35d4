"""What shows many days at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fibrojournal.app import Program
from fibrojournal.insights.links import Links
from fibrojournal.journal.factors import FACTORS
from fibrojournal.ui.pages.factors.place import FactorPage
from fibrojournal.ui.pages.network.page import NetworkPage
from fibrojournal.ui.pages.search.page import SearchPage
from fibrojournal.ui.pages.trends.page import TrendsPage
from fibrojournal.ui.widgets.cards import FoldCard
from fibrojournal.ui.widgets.chart_picture import ChartPicture
from tests.charts.networks import looped, too_early
from tests.ui.checks.visit import Way
from tests.ui.conftest import Person, shown_page

PART_OF_A_WORD, NEARLY_A_WORD = "th", "neds"
"""What is typed into the search, the second only like a word of the long note."""


def _calendar(person: Person, program: Program) -> QWidget:
    program.window.show_page("calendar")
    front = program.window._front
    person.qtbot.waitUntil(lambda: front._content is not None)  # type: ignore[attr-defined]
    return program.window


def _calendar_table(person: Person, program: Program) -> QWidget:
    _calendar(person, program)
    program.window._front.toggle_table()
    return program.window


def trends(person: Person, program: Program) -> TrendsPage:
    """Go to Trends and wait for its picture."""
    page = shown_page(program, "trends", TrendsPage)
    picture = page.findChild(ChartPicture)
    assert picture is not None
    person.qtbot.waitUntil(lambda: not picture.pixmap().isNull())
    return page


def _trends(person: Person, program: Program) -> QWidget:
    trends(person, program)
    return program.window


def _trends_of_two(person: Person, program: Program) -> QWidget:
    page = trends(person, program)
    sleep = page._measures.toggles["sleep_quality"]
    sleep.click()
    person.qtbot.waitUntil(lambda: sleep.text() in page._sentence.text())
    return program.window


def _trends_further(person: Person, program: Program) -> QWidget:
    """Other pictures stand below: the two that always do, and one that was chosen."""
    further = trends(person, program)._further
    assert further.choice is not None
    further.choice.options[-1].click()
    cards = further.cards.values()  # on a busy machine their journal may take its time
    person.qtbot.waitUntil(lambda: all(card.view is not None for card in cards), timeout=20_000)
    return program.window


def _trends_table(person: Person, program: Program) -> QWidget:
    trends(person, program).toggle_table()
    return program.window


def _search(person: Person, program: Program) -> QWidget:
    """Some days that were found."""
    page = shown_page(program, "search", SearchPage)
    page._field.setText(PART_OF_A_WORD)
    person.qtbot.waitUntil(lambda: bool(page._found.list.rows))
    return program.window


def _search_nothing(person: Person, program: Program) -> QWidget:
    """Nothing was found, but something like it."""
    _search(person, program)
    page = program.window._front
    assert isinstance(page, SearchPage)
    page._field.setText(NEARLY_A_WORD)
    person.qtbot.waitUntil(page._found._near.isVisible)
    return program.window


def factor(person: Person, program: Program, id: str) -> FactorPage:
    """Go to the place of a factor and wait until its charts are read and its links are found."""
    page = shown_page(program, f"factor:{id}", FactorPage)
    cards, told = page.charts.cards, list[object]()
    person.qtbot.waitUntil(lambda: all(card.view is not None for card in cards))
    program.window._around.insights.page(page, "pain", told.append)
    person.qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    return page


def _network(person: Person, program: Program, found: Links) -> NetworkPage:
    """Go to the network, and show one that holds more than this journal does."""
    page = shown_page(program, "network", NetworkPage)
    person.qtbot.waitUntil(lambda: page._is_fresh, timeout=20_000)
    page._ways.segments[0].click()
    page._take(found)
    return page


def _network_early(person: Person, program: Program) -> QWidget:
    _network(person, program, too_early(60))
    return program.window


def _network_shown(person: Person, program: Program) -> QWidget:
    """A part stands out, whose place can be gone to."""
    page = _network(person, program, looped())
    page.main.picture.choose(0)
    return program.window


def _network_list(person: Person, program: Program) -> QWidget:
    """All that can be open is."""
    page = _network(person, program, looped())
    page._ways.segments[1].click()
    for card in page.findChildren(FoldCard):
        card.set_open(is_open=True)
    return program.window


def _place_of(id: str) -> Way:
    def way(person: Person, program: Program) -> QWidget:
        factor(person, program, id)
        return program.window

    return way


PLACES: dict[str, Way] = {f"factor {one.id}": _place_of(one.id) for one in FACTORS}
"""The place of every factor; all of them are looked at on the sheets."""
CHECKED = ("factor sleep", "factor hpa_axis", "factor genetics")
"""With charts of all kinds, with some that say what is missing, and without any."""

ROOMS: dict[str, Way] = {
    "calendar": _calendar,
    "calendar as a table": _calendar_table,
    "trends": _trends,
    "trends of two": _trends_of_two,
    "trends, other pictures": _trends_further,
    "trends as a table": _trends_table,
    **{room: way for room, way in PLACES.items() if room in CHECKED},
    "network, too early": _network_early,
    "network": _network_shown,
    "network as a list": _network_list,
    "search": _search,
    "search, nothing found": _search_nothing,
}
