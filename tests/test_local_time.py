"""The clock on the wall: its zone, also where the computer names none or travels."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from fibrojournal import local_time
from fibrojournal.journal.clock import stamp_of


@pytest.fixture(autouse=True)
def looked_up_anew() -> Iterator[None]:
    local_time._zone.cache_clear()
    yield
    local_time._zone.cache_clear()


def test_the_moment_knows_its_zone_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    stamp = stamp_of(local_time.local_now())
    assert (stamp.zone, stamp.offset_minutes) == ("Asia/Kathmandu", 345)


@pytest.mark.parametrize("zone", ["Nonsense/Zone", "EST5EDT,M3.2.0,M11.1.0", ":/etc/passwd", "/"])
def test_an_unknown_zone_leaves_the_offset(zone: str) -> None:
    # The C library reads the variable once for a process, so a new one is asked.
    code = (
        "from fibrojournal.local_time import local_now\n"
        "from fibrojournal.journal.clock import stamp_of\n"
        "print(stamp_of(local_now()).offset_minutes)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert int(done.stdout) in {0, -300, -240}
    assert done.stderr == ""


def test_a_computer_that_travels_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    present = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: present)
    monkeypatch.setenv("TZ", "Europe/Berlin")
    local_time.local_now()
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    present += 31
    assert stamp_of(local_time.local_now()).zone == "Pacific/Auckland"


def test_a_broken_zone_of_the_system_leaves_the_offset(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken() -> None:
        raise PermissionError(tmp_path)

    monkeypatch.setattr("tzlocal.reload_localzone", broken)
    offset = local_time.local_now().utcoffset()
    assert isinstance(offset, timedelta)


def test_before_the_zone_is_looked_up_the_offset_is_known() -> None:
    # Other tests have loaded the library, so a new process is asked.
    code = (
        "import sys\n"
        "from fibrojournal.local_time import early_now, local_now\n"
        "early = early_now()\n"
        "assert 'tzlocal' not in sys.modules\n"
        "full = local_now()\n"
        "assert early_now().tzinfo == full.tzinfo\n"
        "print(early.utcoffset() == full.utcoffset(), abs(full - early).seconds)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"TZ": "Asia/Kathmandu"},
    )
    assert done.stdout.split() == ["True", "0"]
