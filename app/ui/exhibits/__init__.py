"""Exhibits on screen: their list, one with all that hangs on it, how files come in."""
