"""Bring in: a table looked over before anything is written."""
