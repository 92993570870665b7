"""Submissions in the window: the list, the page of one, its forms, the part of a case file."""
