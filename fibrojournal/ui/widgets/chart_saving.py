"""Asks where to keep a chart's picture, and writes it there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from fibrojournal.charts.view import View
from fibrojournal.text import _, place
from fibrojournal.tokens import Tokens
from fibrojournal.ui.folders import choose_new_file


def save_picture(parent: QWidget, view: View, theme: Tokens, name: str, form: str) -> str:
    """Write a chart to a file of the person's choice; return what came of it, in one sentence.

    Nothing is said where the person left the dialog.
    """
    kinds = _("Picture (*.png)") if form == "png" else _("Drawing (*.svg)")
    start = Path.home() / f"{name}.{form}"
    target = choose_new_file(parent, _("Keep this picture"), start, kinds)
    if target is None:
        return ""
    if target.suffix.lower() != f".{form}":  # so that nothing but a picture is ever replaced
        target = target.with_name(f"{target.name}.{form}")
    return write_picture(target, view, theme, form)


def write_picture(target: Path, view: View, theme: Tokens, form: str) -> str:
    """Write a chart to a file; return what came of it, in one sentence."""
    from fibrojournal.charts.saving import picture_bytes

    picture = picture_bytes(view, theme, form)
    try:
        target.write_bytes(picture)
    except OSError:
        return _("{path} could not be written.").format(path=place(target))
    return _("The picture was written to {place}.").format(place=place(target))
