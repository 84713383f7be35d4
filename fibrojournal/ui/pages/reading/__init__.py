"""Reading: every topic as a full page."""
