"""Backups: written as a set, verified by opening, thinned, and put back."""
