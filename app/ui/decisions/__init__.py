"""Decisions by hand: the form that sets one, the sheet that lifts it."""
