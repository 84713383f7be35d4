"""Data as a whole: export it, delete it."""
