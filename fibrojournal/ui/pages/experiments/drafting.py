"""Keeps a plan as a draft of the journal while it is written, and begins one from a result."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from fibrojournal.insights.names import title
from fibrojournal.journal.experiment_drafts import KEY, Draft, begun_with, kept_draft, set_draft
from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.suited import suited
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.pages.experiments.plan import PlanForm

_SITTING = "draft of a plan"
_PAUSE_MS = 500
_NAMES = {factor.id: factor.name for factor in FACTORS}


class Drafting(QObject):
    """The form holds what the journal holds, half a second after the last key."""

    def __init__(self, form: PlanForm, diary: Diary) -> None:
        super().__init__(form)
        self._form, self._diary = form, diary
        self._held: str | None = None
        """The draft that the form was last filled from, or handed over."""
        self._is_changed = False
        """Whether something was written since."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.hand_over)
        form.changed.connect(self._change)

    def _change(self) -> None:
        self._is_changed = True
        self._pause.start()

    def show(self) -> None:
        """Fill the form where the journal has another draft by now; what is being typed stays."""
        held = self._diary.common.settings.get(KEY)
        if held != self._held and not self._is_changed:
            self._held = held
            self._form.show_draft(kept_draft(self._diary.common.settings))

    def hand_over(self) -> None:
        """Keep what was written since it was last kept."""
        self._pause.stop()
        if self._is_changed:
            self._is_changed = False
            self._keep(self._form.draft)

    def start_over(self) -> bool:
        """Clear the form and the draft, in one step that can be taken back."""
        self.hand_over()  # so that undo brings back all that stood there
        self._form.say("")
        self._form.show_draft(Draft())
        return self._keep(Draft(), sitting="")

    def begin_with(self, id: str) -> None:
        """Begin a plan with what suits a measure, a trigger or a factor.

        Only in the place of nothing or of words that nobody changed: what somebody wrote stays.
        """
        self.hand_over()
        found = suited(id, self._name(id), self._diary.common.medicine_names)
        present = self._form.draft
        if found.thing is None:
            self._form.say(found.words)
        elif present.is_blank or present.thing is not None:
            self._form.show_draft(begun_with(found.thing))
            self._form.say(found.words)
            self._change()
        else:
            self._form.say(_("This is the plan that you had begun. It stands as you left it."))

    def _name(self, id: str) -> str:
        return _(_NAMES[id]) if id in _NAMES else title(self._diary.questions, id)

    def _keep(self, draft: Draft, *, sitting: str = _SITTING) -> bool:
        edit = set_draft(draft)
        if self._diary.why_read_only or edit.value == self._diary.common.settings.get(KEY):
            return False
        self._held = edit.value
        return self._diary.edit([edit], _("Draft of a fair test"), sitting=sitting)
