"""Loads Qt and undoes PySide's import hook; imported before anything else of the window.

The hook passes the source of every later module through `inspect`, to look for a feature switch
that this program does not use. Undone, SQLAlchemy and matplotlib load in three quarters of the
time and with a quarter less memory.
"""

from __future__ import annotations

import builtins

import PySide6.QtWidgets  # noqa: F401  puts the hook in

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
