"""What assistive tools do to a control counts as if a hand had done it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # at run time the Qt control comes after this class


class HearsTools(_Button):
    """Lets a button that can be checked say `clicked` also when a screen reader toggles it.

    Qt then says `toggled` alone, as it does when the program itself checks a button. Name it
    before the Qt class, and call `hear_tools` once.
    """

    _is_known = False
    """Whether what changes now was clicked, or checked by the program."""

    def hear_tools(self) -> None:
        """Listen from now on."""
        self.toggled.connect(self._hear)

    def setChecked(self, checked: bool) -> None:  # noqa: FBT001  Qt's own
        """Check the button without saying that anyone did."""
        self._is_known = True
        super().setChecked(checked)
        self._is_known = False

    def nextCheckState(self) -> None:
        """Change with a click, which says so itself."""
        self._is_known = True
        super().nextCheckState()
        self._is_known = False

    def _hear(self, checked: bool) -> None:  # noqa: FBT001  a Qt signal's own argument
        gave_way = self.autoExclusive() and not checked
        if not self._is_known and not gave_way:
            self.clicked[bool].emit(checked)  # type: ignore[index]  # the stubs know no forms
