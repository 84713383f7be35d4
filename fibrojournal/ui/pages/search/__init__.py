"""Search over notes and events."""
