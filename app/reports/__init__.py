"""Documents for paper; the only home of reportlab.

A paper is made in steps that do not know each other: `for_reader` leaves out what its reader may
not see (`audience.py`), a template such as `internal_file` turns the rest into a `Document` of
typed blocks, `write_pdf` sets type. To add a document: a row in `PAPERS` with its sections and
field classes, a template that puts its parts in order, and words in the catalogues; a new kind of
block needs a dataclass in `document.py` and a setter in `pdf/` that turns it into strips.
"""
