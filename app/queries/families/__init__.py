"""Whom to ring, what was agreed with them, what is still to be asked."""
