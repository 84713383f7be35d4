"""A disk that is full at any stage of everything that writes: a sentence, and nothing lost."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from fibrojournal.journal.errors import JournalError
from tests.torture.forking import Say, fork
from tests.torture.outcome import Outcome
from tests.torture.scenes import DONE, SCENES, Scene, journal_in, remember

_REFUSED = "refused"
_KIB = 1024


def run(tries: int) -> Iterator[Outcome]:
    """Let every scene meet a full disk so many times, in the ways that this machine allows."""
    ways: dict[str, Callable[[Scene, Path, int], Outcome]] = {"files may not grow": _capped}
    if os.geteuid() == 0 and shutil.which("mount"):
        ways["small disk"] = _on_small_disk
    with tempfile.TemporaryDirectory() as name:
        for words, way in ways.items():
            for scene in SCENES:
                yield way(scene, Path(name) / words / scene.name, tries)


def _capped(scene: Scene, place: Path, tries: int) -> Outcome:
    """No file may grow beyond a size between nothing and twice the journal."""
    template = _prepared(scene, place)
    size = journal_in(template).stat().st_size
    luck = random.Random(scene.name)
    faults: list[str] = []
    refused = 0
    for _ in range(tries):
        folder = place / "now"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, folder)
        most = luck.randrange(0, 2 * size)

        def work(say: Say, folder: Path = folder, most: int = most) -> None:
            _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
            _until_full(scene, folder, say)

        was_refused, found = _tried(scene, folder, work)
        refused += was_refused
        faults += found
    return Outcome(f"files may not grow during {scene.name}", tries, faults, {"met": refused})


def _on_small_disk(scene: Scene, place: Path, tries: int) -> Outcome:
    """The folder is a disk of its own with little room left."""
    template = _prepared(scene, place)
    used = sum(file.stat().st_size for file in template.rglob("*") if file.is_file()) // _KIB
    luck = random.Random(scene.name)
    faults: list[str] = []
    refused = 0
    for _ in range(tries):
        with _disk(place / "disk", used + 64 + luck.randrange(0, used)) as disk:
            folder = disk / "now"
            shutil.copytree(template, folder)
            was_refused, found = _tried(scene, folder, partial(_until_full, scene, folder))
            refused += was_refused
            faults += found
    return Outcome(f"small disk during {scene.name}", tries, faults, {"met": refused})


def _prepared(scene: Scene, place: Path) -> Path:
    template = place / "before"
    template.mkdir(parents=True)
    scene.prepare(template)
    remember(scene, template)
    return template


def _until_full(scene: Scene, folder: Path, say: Say) -> None:
    try:
        scene.act(folder, say)
    except JournalError:
        say(_REFUSED)


def _tried(scene: Scene, folder: Path, work: Callable[[Say], None]) -> tuple[bool, list[str]]:
    child = fork(work)
    in_time = child.end(2 if scene.lasts else 60)
    faults = [child.fault] if child.fault else []
    if not in_time and scene.lasts is None:
        faults.append("it hung")
    lines = [line for line in child.lines if line != DONE or _REFUSED not in child.lines]
    return _REFUSED in child.lines, faults + scene.judge(folder, lines)


@contextmanager
def _disk(place: Path, kib: int) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    size = f"size={kib}k"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)
