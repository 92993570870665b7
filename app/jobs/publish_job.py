"""Publishes men whose families agreed to it, as PFIF: the public profile and nothing else."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.errors import AlreadyThere, BadInput
from app.exporting.pfif import Publisher, is_domain, pfif_file
from app.i18n import Translator
from app.queries.families.public_people import public_men
from app.queries.register.office import office
from app.services.exhibits.exports import note_publication
from app.shapes.exports import ExportDone, ExportedFile, Form
from app.shapes.office import Office
from app.shapes.requests.exports import NoteExport
from app.vault.files import write_whole
from app.wording.vocabulary import label
from app.workspace import Workspace


def publish_pfif(
    workspace: Workspace,
    dest: Path,
    reason: str,
    t: Translator,
    *,
    domain: str = "",
    approved_by: str = "",
) -> ExportDone:
    """Write the men who may be published as PFIF 1.4 and note in the history that it was done.

    `domain` is the name within which our numbers are our own; without one the register gets a
    name that nobody else has (it ends in “.invalid”, so it is nobody's address).

    Raises:
        NotAllowed; BadInput: no name of a domain, or no second person agrees (R-51); AlreadyThere;
        ReadOnlyVault; DiskFull, StorageFailed.
    """
    if dest.exists() or dest.is_symlink():
        raise AlreadyThere(dest)
    if domain and not is_domain(domain):
        raise BadInput("domain", "not_a_domain", value=domain)
    ours = workspace.read(office)
    found = workspace.read(public_men)
    by = Publisher(
        _office_name(ours, t.lang),
        domain or f"{ours.prefix.lower()}-{workspace.register_id.hex[:8]}.homeward.invalid",
        workspace.clock.now(),
    )
    content = b"".join(
        pfif_file(found.men, by, lambda man: label("headline", man.headline.value, t.lang))
    )
    told = NoteExport(Form.PFIF, reason, approved_by=approved_by, people=len(found.men))
    workspace.write(lambda uow: note_publication(uow, told))
    write_whole(dest, content)
    file = ExportedFile(dest.name, hashlib.sha256(content).hexdigest(), len(found.men))
    return ExportDone(dest, (file,), found.left_out)


def _office_name(ours: Office, lang: str) -> str:
    by_lang = {"hy": ours.name_hy, "ru": ours.name_ru}
    return by_lang.get(lang, "") or ours.name_en or ours.prefix
