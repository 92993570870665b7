"""What a machine can see wrong in one translated message."""

import re
from collections.abc import Iterator
from typing import Protocol

_PLACEHOLDER = re.compile(r"\{(\w+)[^{}]*\}")


class Translated(Protocol):
    """A message as Babel holds it."""

    id: str | list[str] | tuple[str, ...]
    string: str | list[str] | tuple[str, ...] | None


def faults_of_message(message: Translated, lang: str, forms: int) -> Iterator[str]:
    """Say what is wrong with a translation; nothing if it is whole."""
    originals = _as_tuple(message.id)
    translations = _as_tuple(message.string)
    if not translations or not all(translations):
        yield "not translated"
        return
    plural = len(originals) > 1
    if len(translations) != (forms if plural else 1):
        yield f"has {len(translations)} plural forms instead of {forms if plural else 1}"
    wanted = set().union(*map(_placeholders, originals))
    for text in translations:
        lost = wanted - _placeholders(text) - ({"n"} if plural else set())
        strange = _placeholders(text) - wanted
        if lost or strange:
            yield f"placeholders differ ({', '.join(sorted(lost | strange))})"
        yield from _faults_of_typography(originals[0], text, lang)


def _faults_of_typography(original: str, text: str, lang: str) -> Iterator[str]:
    if (text[:1].isspace(), text[-1:].isspace()) != (
        original[:1].isspace(),
        original[-1:].isspace(),
    ):
        yield "begins or ends with another space than the original"
    if '"' in text:
        yield "has straight quotation marks; write «…»"
    if lang == "hy" and "?" in text:
        yield "has a Latin question mark; write ՞ on the stressed vowel"
    if lang == "hy" and original.endswith(".") and text.endswith("."):
        yield "ends with a Latin full stop; write ։"


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text.replace("{{", "").replace("}}", "")))


def _as_tuple(value: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
