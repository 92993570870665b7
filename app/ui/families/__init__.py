"""Families: what they agreed to, how they were reached, whom to ring."""
