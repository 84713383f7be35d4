"""Whether a window can open here, asked before Qt is loaded.

Qt ends the process where its screen plugin lacks a library or the screen does not answer, and
nothing can catch that. This module is on the way to every start, so it imports next to nothing.
"""

from __future__ import annotations

import os
import sys


def refusal() -> str | None:
    """Say in one sentence why no window can open here, or None if one can."""
    if sys.platform != "linux":
        return None
    screens = wanted_screens()
    if any(_opens(screen) for screen in screens):
        return None
    from pathlib import Path  # no working start pays for these

    from fibrojournal import libraries

    plugins = plugin_folder()
    return libraries.explain(screens, Path(plugins) if plugins else None)


def wanted_screens() -> tuple[str, ...]:
    """Name Qt's platforms that it will try, in its order; none where there is no screen."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return tuple(name.partition(":")[0] for name in chosen.split(";"))
    pairs = (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
    return tuple(screen for screen, variable in pairs if os.environ.get(variable))


def plugin_folder() -> str | None:
    """Find Qt's plugins inside PySide6 without importing it; None for a Qt of the system."""
    folders = (os.path.join(entry, "PySide6", "Qt", "plugins") for entry in sys.path)  # noqa: PTH118
    return next((folder for folder in folders if os.path.isdir(folder)), None)  # noqa: PTH112


def _opens(screen: str) -> bool:
    if screen == "xcb":
        return _x_answers()
    if screen == "wayland":
        return _wayland_answers()
    return True


def _x_answers() -> bool:
    if not _loads("libqxcb"):
        return False
    import ctypes  # only a start on X needs it

    xcb = ctypes.CDLL("libxcb.so.1")  # the plugin has just brought it in
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers() -> bool:
    display = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    socket = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), display)  # noqa: PTH118
    return os.path.exists(socket) and _loads("libqwayland")  # noqa: PTH110


def _loads(plugin: str) -> bool:
    """Load Qt's platform plugin of that name, as Qt will, to see that nothing it needs is absent.

    A Qt of the system is no concern of ours: its packages bring what it needs.
    """
    plugins = plugin_folder()
    if plugins is None:
        return True
    import ctypes  # a start without a screen's plugin does without it

    folder = f"{plugins}/platforms"
    try:
        for name in os.listdir(folder):  # noqa: PTH208
            if name.startswith(plugin):
                ctypes.CDLL(f"{folder}/{name}")
    except OSError:
        return False
    return True
