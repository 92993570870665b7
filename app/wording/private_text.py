"""Says what in a text for outside points at somebody, and why that wants a look."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import Translator
from app.shapes.private_text import Finding, PrivateKind


def finding_sentence(finding: Finding, t: Translator) -> str:
    """Give the sentence of a finding, with the passage in it."""
    text = " ".join(finding.text.split())
    return {
        PrivateKind.EMAIL: t.say("An e-mail address: “{text}”.", text=text),
        PrivateKind.LINK: t.say("A link: “{text}”. It may lead to a person.", text=text),
        PrivateKind.HANDLE: t.say("A name in a social network: “{text}”.", text=text),
        PrivateKind.COORDINATES: t.say("Coordinates: “{text}”.", text=text),
        PrivateKind.TELEPHONE: t.say("A telephone number: “{text}”.", text=text),
        PrivateKind.ADDRESS: t.say("A street address: “{text}”.", text=text),
        PrivateKind.DOCUMENT: t.say("The number of a document: “{text}”.", text=text),
        PrivateKind.PERSON: t.say("Another person in the register: “{text}”.", text=text),
        PrivateKind.NAME: t.say("This reads like a person’s name: “{text}”.", text=text),
    }[finding.kind]


def findings_line(findings: Sequence[Finding], t: Translator) -> str:
    """Say over the list how many passages want a look."""
    if not findings:
        return t.say("Nothing was found that points at a person, a number or a place.")
    return t.say_n(
        "{n} passage to look at before this leaves the office",
        "{n} passages to look at before this leaves the office",
        len(findings),
    )
