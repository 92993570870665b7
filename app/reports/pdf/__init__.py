"""Turns a `Document` into PDF bytes: lines, rows, pages, then strokes; knows no case."""
