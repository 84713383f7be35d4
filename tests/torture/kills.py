"""Killed without warning at a random moment of everything that writes: nothing may be lost."""

from __future__ import annotations

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.torture.forking import BEGUN, Child, fork
from tests.torture.outcome import Outcome
from tests.torture.scenes import DONE, SCENES, Scene, remember

_UNHARMED = 3
_BEYOND = 1.1
"""Kills are spread evenly over so many times what the deed takes when it is left alone."""


def run(kills: int) -> Iterator[Outcome]:
    """Kill every scene so many times."""
    with tempfile.TemporaryDirectory() as name:
        for scene in SCENES:
            yield _suffer(scene, Path(name) / scene.name, kills)


def _suffer(scene: Scene, place: Path, kills: int) -> Outcome:
    template = place / "before"
    template.mkdir(parents=True)
    scene.prepare(template)
    remember(scene, template)
    luck = random.Random(scene.name)
    lasts = scene.lasts or statistics.median(
        _left_alone(scene, template, place) for _ in range(_UNHARMED)
    )
    faults: list[str] = []
    amid = hot = 0
    for _ in range(kills):
        folder = _fresh(template, place)
        child = _begun(scene, folder)
        time.sleep(luck.uniform(0, lasts * _BEYOND))
        child.kill()
        amid += DONE not in child.lines
        hot += any(folder.glob("*-journal"))
        faults += [child.fault] if child.fault else []
        faults += scene.judge(folder, child.lines)
    details = {"lasts ms": round(1000 * lasts), "killed amid": amid, "rollback journals left": hot}
    return Outcome(f"kill -9 during {scene.name}", kills, faults, details)


def _left_alone(scene: Scene, template: Path, place: Path) -> float:
    folder = _fresh(template, place)
    child = _begun(scene, folder)
    began = time.monotonic()
    child.end(60)
    faults = [child.fault] if child.fault else scene.judge(folder, child.lines)
    if faults or DONE not in child.lines:
        raise AssertionError(f"{scene.name} fails when it is left alone: {faults or child.lines}")
    return time.monotonic() - began


def _begun(scene: Scene, folder: Path) -> Child:
    child = fork(partial(scene.act, folder))
    child.wait_for(BEGUN)
    return child


def _fresh(template: Path, place: Path) -> Path:
    folder = place / "now"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder
