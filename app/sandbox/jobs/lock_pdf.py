"""Lock a PDF with AES-256; here and not in the window, whose process loads no reader of PDF."""

import io
from collections.abc import Iterator, Mapping

import pikepdf

from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.protocol import Json, Message


def run(_: Mapping[str, Json], blobs: tuple[bytes, ...]) -> Iterator[Message]:
    """Give the locked file. Blobs: the PDF, and the passphrase as UTF-8 in form NFKC.

    Title and language are locked with the rest; whoever has the passphrase may print and copy.
    The file no longer calls itself one for archives: theirs must open without a passphrase.
    Raises `JobRefused`.
    """
    content, key = blobs
    passphrase = key.decode("utf-8")
    locked = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(content)) as paper:
            if "/Metadata" in paper.Root:
                with paper.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
                    del told["pdfaid:part"]
                    del told["pdfaid:conformance"]
            paper.save(
                locked,
                encryption=pikepdf.Encryption(
                    owner=passphrase, user=passphrase, R=6, aes=True, metadata=True
                ),
            )
    except pikepdf.PasswordError as error:
        raise JobRefused(FileFault.LOCKED) from error
    except pikepdf.PdfError as error:
        raise JobRefused(FileFault.NOT_A_PDF) from error
    yield Message({}, (locked.getvalue(),))
