"""Keeps exhibits and what becomes of them."""
