"""Logs a whole day by keys alone, in the real window, and proves what the journal holds then.

    make record

A screen of its own is started (Xvfb, with openbox and xdotool), on it the program with a new home.
Nothing is clicked. After each step the screen is kept as a picture in build/day, and at the end the
export must hold exactly the answers that were given.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

FOLDER = Path(os.environ.get("FIBROJOURNAL_DAY", "build/day"))
TOOLS = ("Xvfb", "openbox", "xdotool", "import")
PROGRAM = (sys.executable, "-m", "fibrojournal")
TITLE_BAR = 26
PATIENCE_SECONDS = 30


@dataclass(frozen=True)
class Step:
    """Something that is done by keys: names of xdotool, `3*Tab` for three, and 'text' to type."""

    name: str
    keys: str = ""


STEPS = (
    Step("the first start"),
    Step("today, new", "Return"),
    Step("medication", "6*Tab Home Right Return"),
    Step("a medicine of every day", "Return 'Duloxetine' Tab '30' Tab 'mg' Tab '1 capsule'"),
    Step("since when", "Tab space Tab '8' Return"),
    Step("another, as needed", "2*shift+Tab Return 'Ibuprofen' Tab '400' Tab 'mg' Tab '1 tablet'"),
    Step("both are listed", "Tab End space 2*Tab Return"),
    Step("back to today", "ctrl+1"),
    Step("five ratings", "6 Tab 3 Tab 5 Tab 7 Tab 4"),
    Step("two triggers", "Tab space 2*Right space"),
    Step("body map", "Tab Home Return"),
    Step("two areas", "space 2*Down space"),
    Step("how strong", "Tab Return"),
    Step("one is strong", "Tab 6"),
    Step("today again", "ctrl+1"),
    Step("medicines of the day", "6*Tab Home Right Return"),
    Step("taken", "space"),
    Step("took one now", "3*Tab Return"),
    Step("today with medicines", "ctrl+1"),
    Step("note", "6*Tab Home 2*Right Return"),
    Step("a note", "'Slow morning, better after a walk.'"),
    Step("today with a note", "ctrl+1"),
    Step("event", "6*Tab End Return"),
    Step("an event", "3*Right space Tab 'A hard talk'"),
    Step("the event stands", "3*Tab Return"),
    Step("today with all", "ctrl+1"),
    Step("more", "m"),
    Step("hours, energy and mood", "7 Tab 3 Tab 4 Tab 6"),
    Step("undone", "9 ctrl+z"),
)

PLANNED: dict[str, object] = {
    "answers": {
        "pain": 6,
        "sleep_quality": 3,
        "stress": 5,
        "fatigue": 7,
        "fog": 4,
        "sleep_hours": 7,
        "energy_morning": 3,
        "energy_evening": 4,
        "mood": 6,
        "pain_areas": 2,
    },
    "triggers": ["overdid_it", "weather_change"],
    "areas": {"jaw_left": None, "shoulder_left": 6},
    "medicines": {
        "Duloxetine": {"dose": 30, "form": "1 capsule", "unit": "mg", "at": ["morning 08:00"]},
        "Ibuprofen": {"dose": 400, "form": "1 tablet", "unit": "mg", "at": []},
    },
    "taken": ["Duloxetine", "Ibuprofen"],
    "note": "Slow morning, better after a walk.",
    "events": [("hard_time", "A hard talk")],
}


def main() -> int:
    """Record the day, and tell whether the journal holds it."""
    absent = [tool for tool in TOOLS if shutil.which(tool) is None]
    if absent:
        print(f"This needs {', '.join(absent)}.", file=sys.stderr)
        return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as home, screen() as display:
        around = {
            **os.environ,
            "DISPLAY": display,
            "FIBROJOURNAL_HOME": home,
            "QT_QPA_PLATFORM": "xcb",
            "TZ": f"Etc/GMT{datetime.now(UTC).hour - 12:+d}",  # where it is noon: no new day begins
        }
        keys = log_the_day(around)
        archive = Path(home, "day.json")
        run(*PROGRAM, "export", str(archive), around=around)
        found = held(json.loads(archive.read_text("utf-8")))
    wrong = [name for name in PLANNED if found[name] != PLANNED[name]]
    for name in wrong:
        print(f"{name}:\n  was to be {PLANNED[name]}\n  but is    {found[name]}", file=sys.stderr)
    if not wrong:
        print(f"The journal holds the whole day: {keys} keys, no click. Pictures: {FOLDER}.")
    return 1 if wrong else 0


def log_the_day(around: dict[str, str]) -> int:
    """Go through the steps in a window of its own, and count the keys."""
    with subprocess.Popen(PROGRAM, env=around) as program:
        run("xdotool", "search", "--sync", "--onlyvisible", "--name", "^fibro", around=around)
        run("xdotool", "mousemove", "0", "0", around=around)  # nothing is pointed at
        keys = sum(keep(place, step, around) for place, step in enumerate(STEPS, 1))
        run("xdotool", "key", "ctrl+q", around=around)
        program.wait(PATIENCE_SECONDS)
    return keys


def held(archive: dict[str, Any]) -> dict[str, object]:
    """Gather what an export holds, without times and ids."""
    (day,) = archive["days"]
    names = {medicine["id"]: medicine["name"] for medicine in archive["medicines"]}
    plans = {one["name"]: dict(one["courses"][0]["plan"]) for one in archive["medicines"]}
    for plan in plans.values():
        plan["at"] = [f"{slot['part']} {slot['time']}" for slot in plan.pop("slots")]
    return {
        "answers": {id: reading["value"] for id, reading in day["readings"].items()},
        "triggers": [id for id, answer in day["triggers"].items() if answer["ticked"]],
        "areas": day["body_map"]["areas"],
        "medicines": plans,
        "taken": sorted(names[one["medicine"]] for one in day["intakes"] if one["taken"]),
        "note": day["note"]["text"],
        "events": [(event["kind"], event["name"]) for event in archive["events"]],
    }


def keep(place: int, step: Step, around: dict[str, str]) -> int:
    """Do a step, keep its picture, and count its keys."""
    pressed = list(presses(step.keys))
    for key in pressed:
        run("xdotool", "key", "--delay", "40", key, around=around)
    settle(FOLDER / f"{place:02}-{re.sub('[ ,]+', '-', step.name)}.png", around)
    print(f"{len(pressed):3}  {step.name}: {step.keys}", flush=True)
    return len(pressed)


def presses(keys: str) -> Iterator[str]:
    """Yield a name for each key that is pressed."""
    for text, times, key in re.findall(r"'([^']*)'|(?:(\d+)\*)?(\S+)", keys):
        yield from (f"U{ord(letter):04X}" for letter in text)
        yield from [key] * (int(times or 1) if key else 0)


def settle(picture: Path, around: dict[str, str]) -> None:
    """Keep a picture of the screen as soon as it stands still."""
    before, until = b"", time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        time.sleep(0.4)
        undated = ("-define", "png:exclude-chunks=date,time")
        run("import", "-window", "root", *undated, str(picture), around=around)
        now = picture.read_bytes()
        if now == before:
            return
        before = now
    raise TimeoutError(f"the screen does not come to rest: {picture}")


@contextmanager
def screen() -> Iterator[str]:
    """Have a screen with a window manager."""
    size = f"1280x{800 + TITLE_BAR}x24"
    command = ("Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp")
    with child(*command) as said:
        display = f":{said.readline().strip()}"
        with child("openbox", DISPLAY=display):
            yield display


@contextmanager
def child(*command: str, **around: str) -> Iterator[IO[str]]:
    """Run a program while this lasts; what it prints can be read."""
    with subprocess.Popen(
        command,
        env={**os.environ, **around},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout is not None
        try:
            yield running.stdout
        finally:
            running.terminate()


def run(*command: str, around: dict[str, str]) -> None:
    """Run a program to its end."""
    subprocess.run(
        command, env=around, check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE_SECONDS
    )


if __name__ == "__main__":
    sys.exit(main())
