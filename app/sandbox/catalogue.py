"""The jobs a worker knows: a job is one module in `app/sandbox/jobs` and one line here.

The limits stand here and not in the module, because the parent must never load a parser.
"""

from enum import StrEnum

from app.sandbox.limits import MIB, Limits


class Job(StrEnum):
    """The name of a job is the name of its module."""

    READ_TABLE = "read_table"
    REGREY_PICTURE = "regrey_picture"
    RENDER_PDF_PAGE = "render_pdf_page"
    LOCK_PDF = "lock_pdf"
    MARK_PDF = "mark_pdf"
    OPEN_FILE = "open_file"
    READ_GAZETTEER = "read_gazetteer"


LIMITS: dict[Job, Limits] = {
    # A million rows of thirty cells take minutes of honest work; memory stays small by streaming.
    Job.READ_TABLE: Limits(memory=512 * MIB, cpu_seconds=120, wall_seconds=300.0),
    Job.REGREY_PICTURE: Limits(memory=512 * MIB, cpu_seconds=10, wall_seconds=30.0),
    Job.RENDER_PDF_PAGE: Limits(memory=512 * MIB, cpu_seconds=20, wall_seconds=60.0),
    # A book of a thousand men is some tens of MiB; qpdf holds it twice.
    Job.LOCK_PDF: Limits(memory=1024 * MIB, cpu_seconds=60, wall_seconds=120.0),
    Job.MARK_PDF: Limits(memory=1024 * MIB, cpu_seconds=60, wall_seconds=120.0),
    Job.OPEN_FILE: Limits(memory=512 * MIB, cpu_seconds=10, wall_seconds=60.0),
    # The file, its text, and what it unpacks from, side by side: 200 MiB each at most.
    Job.READ_GAZETTEER: Limits(memory=1024 * MIB, cpu_seconds=60, wall_seconds=180.0),
}
