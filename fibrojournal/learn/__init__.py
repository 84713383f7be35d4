"""The reading: what the article says, what research allows, and how sure it is."""
