"""Nothing moves for longer than a fade, and nothing at all where motion is reduced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.checks.rooms import dealt, visits
from tests.ui.conftest import Person

LONGEST_MS = 120
LIVELY = ("today", "today, all open", "calendar", "trends", "a notice and a toast", "menu")
"""Where things come, go or open; what rests there where motion is reduced rests everywhere."""
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


@pytest.mark.parametrize(("theme", "switch"), [("light", False), ("light", True), ("quiet", False)])
def test_no_animation_is_long_and_none_runs_where_motion_is_reduced(
    settled: Person, theme: str, *, switch: bool
) -> None:
    program = settled.start(theme=theme, reduce_motion=switch)
    reduced = switch or theme == "quiet"
    assert program.theme.fade_ms == (0 if reduced else LONGEST_MS)
    rooms = LIVELY if reduced else dealt(1, 2)
    for visit in visits(settled, program, rooms):
        moving = running(visit.front)
        assert max(moving, default=0) <= program.theme.fade_ms, f"{visit.room}: {moving} ms"
    program.window._toast.say("Taken back: Pain", "Redo")
    assert bool(running(program.window)) is not reduced, "the toast fades in, only with motion"


def running(front: QWidget) -> list[int]:
    """Return how many ms each animation lasts that runs at this moment."""
    return [
        one.duration()
        for one in front.findChildren(QAbstractAnimation)
        if one.state() == QAbstractAnimation.State.Running
    ]


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.name)
def test_qt_itself_moves_nothing(person: Person, effect: Qt.UIEffect) -> None:
    QApplication.setEffectEnabled(effect, True)
    person.start(ready=False)
    assert not QApplication.isEffectEnabled(effect)
