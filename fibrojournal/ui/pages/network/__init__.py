"""Network: what tended to come before what in a journal, and what may feed itself."""
