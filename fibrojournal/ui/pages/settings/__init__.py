"""Settings: one card a section."""
