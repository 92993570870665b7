"""Figures of speed and memory: printed by `./homeward bench`, never asserted by a test."""
