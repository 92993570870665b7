"""Drafts, tasks, the bin, and what is taken back."""
