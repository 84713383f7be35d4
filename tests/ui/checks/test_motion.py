"""Nothing moves for longer than a fade, and nothing at all where motion is reduced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.checks.rooms import visits
from tests.ui.conftest import Person

LONGEST_MS = 120
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


@pytest.mark.parametrize("reduced", [False, True])
def test_no_animation_is_long_and_none_runs_where_motion_is_reduced(
    settled: Person, *, reduced: bool
) -> None:
    program = settled.start(reduce_motion=reduced)
    assert program.theme.fade_ms == (0 if reduced else LONGEST_MS)
    seen: list[int] = []
    for visit in visits(settled, program):
        running = [
            one.duration()
            for one in visit.front.findChildren(QAbstractAnimation)
            if one.state() == QAbstractAnimation.State.Running
        ]
        assert max(running, default=0) <= program.theme.fade_ms, f"{visit.room}: {running} ms"
        seen += running
    assert bool(seen) is not reduced, "the toast fades in, and only with motion"


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.name)
def test_qt_itself_moves_nothing(person: Person, effect: Qt.UIEffect) -> None:
    QApplication.setEffectEnabled(effect, True)
    person.start(ready=False)
    assert not QApplication.isEffectEnabled(effect)
