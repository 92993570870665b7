"""Computes status from events; standard library only."""
