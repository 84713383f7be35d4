"""Restore: a backup looked into, compared, brought back."""
