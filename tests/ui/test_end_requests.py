"""Signals of the system become a request to close, once each, and only while asked for."""

from __future__ import annotations

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from fibrojournal.ui.end_requests import EndRequests

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_asks_to_close_until_it_is_no_longer_wanted(
    qtbot: QtBot, number: signal.Signals
) -> None:
    before = signal.getsignal(number)
    asked: list[bool] = []
    requests = EndRequests(lambda: asked.append(True))
    for times in (1, 2):
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda n=times: len(asked) == n)  # type: ignore[misc]
    requests.remove()
    assert signal.getsignal(number) is before
    requests.remove()  # a second time does nothing
