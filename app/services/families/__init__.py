"""Keeps who may be told what, and what was agreed."""
