"""Locking: why, when, and what is left of the register afterwards, which is nothing."""
