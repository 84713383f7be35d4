"""What every test needs: no window on anyone's screen, and no haste."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says how busy the machine is, and nothing about the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
