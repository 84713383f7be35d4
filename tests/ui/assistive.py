"""What a screen reader has of the program: roles, names, values and announcements, by D-Bus alone.

The protocol is AT-SPI, spoken here by itself: a screen, a session bus and the accessibility bus
are started for one run, and the program on them in a process of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from jeepney import (
    DBusAddress,
    MatchRule,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from fibrojournal import libraries, preflight

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE_SECONDS = 20
_ATSPI = "org.a11y.atspi"
_REGISTRY = f"{_ATSPI}.Registry"
_VISIBLE = 30
"""The place of the bit that says so."""


def lacking_parts() -> str:
    """Say what this system lacks for such a run; nothing where it lacks nothing."""
    absent = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    if _launcher() is None:
        absent.append("at-spi-bus-launcher")
    plugins = preflight.plugin_folder()
    if plugins is not None:
        absent += libraries.missing(libraries.plugin_files(Path(plugins), "xcb"))
    return ", ".join(absent)


def _launcher() -> str | None:
    return next((place for place in LAUNCHERS if Path(place).exists()), None)


@dataclass(frozen=True)
class Thing:
    """Something that a screen reader can come to."""

    reader: Reader
    owner: str
    path: str

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self._property("Accessible", "Name"))

    @property
    def description(self) -> str:
        """What is said of it after its name."""
        return str(self._property("Accessible", "Description"))

    @property
    def role(self) -> str:
        """What kind of thing it is."""
        return str(self._call("Accessible", "GetRoleName")[0])

    @property
    def is_visible(self) -> bool:
        """Tell whether it shows, or can be scrolled to."""
        low, _high = self._call("Accessible", "GetState")[0]
        return bool(low >> _VISIBLE & 1)

    @property
    def children(self) -> list[Thing]:
        """What it holds."""
        (found,) = self._call("Accessible", "GetChildren")
        return [Thing(self.reader, owner, path) for owner, path in found]

    def __iter__(self) -> Iterator[Thing]:
        """Go through it and all that shows in it."""
        yield self
        for child in self.children:
            if child.is_visible:
                yield from child

    def find(self, role: str, name: str) -> Thing:
        """Return what has this role and this name, as soon as it is there."""
        found: list[Thing] = []

        def look() -> bool:
            found[:] = [one for one in self if one.role == role and one.name == name]
            return bool(found)

        wait_for(look, f"there is no {role} {name!r}")
        return found[0]

    def set_value(self, value: float) -> None:
        """Set what it stands at."""
        place = DBusAddress(self.path, self.owner, f"{_ATSPI}.Value")
        self.reader.ask(Properties(place).set("CurrentValue", "d", value))

    def press(self) -> None:
        """Do the first thing that it offers."""
        self._call("Action", "DoAction", "i", 0)

    def write(self, text: str) -> None:
        """Put a text in the place of the one that it holds."""
        self._call("EditableText", "SetTextContents", "s", text)

    def _call(self, interface: str, method: str, form: str = "", *body: object) -> tuple[Any, ...]:
        place = DBusAddress(self.path, self.owner, f"{_ATSPI}.{interface}")
        return self.reader.ask(new_method_call(place, method, form or None, body))

    def _property(self, interface: str, name: str) -> object:
        place = DBusAddress(self.path, self.owner, f"{_ATSPI}.{interface}")
        value: object = self.reader.ask(Properties(place).get(name))[0][1]
        return value


class Reader:
    """A screen reader's place on the accessibility bus."""

    def __init__(self, session: str) -> None:
        place = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        with open_dbus_connection(session) as bus:
            (address,) = bus.send_and_get_reply(new_method_call(place, "GetAddress")).body
        self._bus: DBusConnection = open_dbus_connection(address)
        said = MatchRule(type="signal", interface=f"{_ATSPI}.Event.Object", member="Announcement")
        self.ask(message_bus.AddMatch(said))
        self._heard = self._bus.filter(said, bufsize=1_000).__enter__()
        self._ask_registry("RegisterEvent", "sass", "object:announcement", [], "")

    @property
    def announced(self) -> list[str]:
        """All that was announced so far, in order."""
        self._ask_registry("GetRegisteredEvents")  # what was said before arrives before the answer
        return [str(message.body[3][1]) for message in self._heard]

    def ask(self, message: Message) -> tuple[Any, ...]:
        """Send a call and return its answer. Raises LookupError for what is not there any more."""
        reply = self._bus.send_and_get_reply(message, timeout=PATIENCE_SECONDS)
        if reply.header.message_type is MessageType.error:
            raise LookupError(reply.body)
        return tuple(reply.body)

    def program(self, name: str) -> Thing:
        """Return a program that runs, as soon as it is there."""
        desktop = Thing(self, _REGISTRY, "/org/a11y/atspi/accessible/root")
        found: list[Thing] = []

        def look() -> bool:
            found[:] = [one for one in desktop.children if one.name == name]
            return bool(found)

        wait_for(look, f"{name} does not show itself")
        return found[0]

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def _ask_registry(self, method: str, form: str = "", *body: object) -> None:
        place = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        self.ask(new_method_call(place, method, form or None, body))


def wait_for(done: Callable[[], bool], why: str) -> None:
    """Wait until something holds; what has just gone is looked for again."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            if done():
                return
        except LookupError:
            pass
        assert time.monotonic() < until, why
        time.sleep(0.1)


@contextmanager
def reading(home: Path) -> Iterator[Reader]:
    """Run the program where a screen reader can come to it."""
    launcher = _launcher()
    assert launcher is not None
    screen = ("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
    bus = ("dbus-daemon", "--session", "--nofork", "--print-address=1")
    with ExitStack() as running:
        display = running.enter_context(_child(*screen)).readline().strip()
        session = running.enter_context(_child(*bus)).readline().strip()
        around = {
            "DISPLAY": f":{display}",
            "DBUS_SESSION_BUS_ADDRESS": session,
            "FIBROJOURNAL_HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(home),
            "TZ": _where_it_is_noon(),  # no new day begins meanwhile
        }
        running.enter_context(_child(launcher, "--launch-immediately", **around))
        reader = Reader(session)
        running.callback(reader.close)
        running.enter_context(_child(sys.executable, "-m", "fibrojournal", **around))
        yield reader


def _where_it_is_noon() -> str:
    """Name a zone in which it is noon now; such names count westwards."""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"


@contextmanager
def _child(*command: str, **around: str) -> Iterator[IO[str]]:
    """Run a program while this lasts; what it prints can be read."""
    with subprocess.Popen(
        command,
        env={**os.environ, **around},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout is not None
        try:
            yield child.stdout
        finally:
            child.terminate()
