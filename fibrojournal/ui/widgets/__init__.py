"""Controls: each subclasses the Qt control it behaves like, so it keeps its accessible role."""
