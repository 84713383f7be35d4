"""The pages that the window can show, one module each.

Each is imported when it is first wanted: charts and their libraries must not hold up the first
paint.
"""

from __future__ import annotations

from collections.abc import Callable

from fibrojournal.ui.page import Page, Surroundings


def make_page(page_id: str, around: Surroundings) -> Page:
    """Make a page that the window does not need for its first paint, when it is first wanted.

    Raises KeyError for an id that no page has.
    """
    return _MAKERS[page_id](around)


def page_ids() -> tuple[str, ...]:
    """Name all of them; a command of the same name goes there."""
    return tuple(_MAKERS)


def has_page(page_id: str) -> bool:
    """Tell whether there is such a page: what leads to none is not offered."""
    return page_id in _MAKERS


def place_of(factor_id: str, origin: str = "") -> str:
    """Return where a factor stands in the person's journal; the network has a page of its own."""
    if factor_id == "network":
        return factor_id
    return ":".join(("factor", factor_id, origin)) if origin else f"factor:{factor_id}"


def _calendar(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.calendar.page import CalendarPage

    return CalendarPage(around.theme, around.diary, around.now, around.choices)


def _trends(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.trends.page import TrendsPage

    return TrendsPage(around.theme, around.diary, around.now)


def _hard_day(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.today.hard_day import HardDayPage

    return HardDayPage(around)


def _past_days(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.today.past_days import PastDaysPage

    return PastDaysPage(around)


def _history(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.history.page import HistoryPage

    return HistoryPage(around.theme, around.diary, around.now)


def _search(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.search.page import SearchPage

    return SearchPage(around.theme, around.diary, around.now)


def _body_map(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.body.page import BodyMapPage

    return BodyMapPage(around)


def _event(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.events.page import EventPage

    return EventPage(around)


def _medication(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.medication.page import MedicationPage

    return MedicationPage(around)


def _check_in(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.check_in.page import CheckInPage

    return CheckInPage(around)


def _feelings(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.check_in.feelings import FeelingsPage

    return FeelingsPage(around)


def _move_day(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.today.move_day import MoveDayPage

    return MoveDayPage(around)


def _factors(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.factors.page import FactorsPage

    return FactorsPage(around)


def _factor(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.factors.place import FactorPage

    return FactorPage(around)


def _network(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.network.page import NetworkPage

    return NetworkPage(around)


def _try_out(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.experiments.page import ExperimentsPage

    return ExperimentsPage(around)


def _reading(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.reading.page import ReadingPage

    return ReadingPage(around)


def _support(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.support.page import SupportPage

    return SupportPage(around)


def _settings(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.settings.page import SettingsPage

    return SettingsPage(around)


def _profile(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.settings.profile import ProfilePage

    return ProfilePage(around)


def _restore(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.restore.page import RestorePage

    return RestorePage(around)


def _bring_in(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.bring_in.page import BringInPage

    return BringInPage(around)


def _export(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.data.export import ExportPage

    return ExportPage(around)


def _delete_all(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.data.delete_all import DeleteAllPage

    return DeleteAllPage(around)


def _lock(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.lock.page import LockPage

    return LockPage(around)


def _new_code(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.lock.page import NewCodePage

    return NewCodePage(around)


def _passphrase(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.lock.forms import PassphrasePage

    return PassphrasePage(around)


def _lock_off(around: Surroundings) -> Page:
    from fibrojournal.ui.pages.lock.forms import LockOffPage

    return LockOffPage(around)


_MAKERS: dict[str, Callable[[Surroundings], Page]] = {
    "calendar": _calendar,
    "trends": _trends,
    "hard_day": _hard_day,
    "past_days": _past_days,
    "history": _history,
    "move_day": _move_day,
    "medication": _medication,
    "search": _search,
    "body_map": _body_map,
    "check_in": _check_in,
    "feelings": _feelings,
    "event": _event,
    "factors": _factors,
    "factor": _factor,
    "try_out": _try_out,
    "network": _network,
    "reading": _reading,
    "support": _support,
    "settings": _settings,
    "profile": _profile,
    "restore": _restore,
    "bring_in": _bring_in,
    "export": _export,
    "delete_all": _delete_all,
    "lock": _lock,
    "lock_code": _new_code,
    "lock_passphrase": _passphrase,
    "lock_off": _lock_off,
}
