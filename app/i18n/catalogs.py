"""Keep the message catalogues in step with the code: update, fill, compile, check.

    python -m app.i18n.catalogs update [DOMAIN…]      read the code, keep what is translated
    python -m app.i18n.catalogs missing [DOMAIN…]     print what waits for a translator, as JSON
    python -m app.i18n.catalogs fill LANG DOMAIN FILE  take translations from such a JSON
    python -m app.i18n.catalogs compile [DOMAIN…]     write the .mo files the program reads
    python -m app.i18n.catalogs check                 say what is missing, stale or broken

Files hold no dates, no line numbers and no tool versions, so the same code gives the same bytes.
Needs Babel, which is a dependency of development only.
"""

import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from app.i18n.catalog_faults import faults_of_message
from app.i18n.translator import CATALOGUES, DOMAINS, LANGUAGES

ROOT = Path(__file__).parents[2]
TRANSLATED = tuple(lang for lang in LANGUAGES if lang != "en")
KEYWORDS = {"say": None, "mark": None, "say_n": (1, 2), "say_in": ((1, "c"), 2)}
ROOTS = {
    "ui": ("app/ui",),
    "cli": ("app/cli", "app/__main__.py", "app/bootstrap.py"),
    "reports": ("app/reports",),
    "wording": ("app/wording",),
}
PLURALS = {
    "hy": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    ),
}

type Key = tuple[str | None, str | tuple[str, ...]]


class PlainCatalog(Catalog):
    """A catalogue whose head says only what gettext needs."""

    @property
    def num_plurals(self) -> int:
        """Count the plural forms by our own rule; babel knows one form for Armenian."""
        return _forms(str(self.locale))

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Name the language, its plural rule and the encoding."""
        lang = str(self.locale)
        return [
            ("Language", lang),
            ("Plural-Forms", PLURALS[lang]),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def po_path(lang: str, domain: str) -> Path:
    """Name the file a translator works on."""
    return CATALOGUES / lang / "LC_MESSAGES" / f"{domain}.po"


def messages_in_code(paths: Iterable[str]) -> dict[Key, Message]:
    """Read every message that stands in the code below `paths`."""
    found: dict[Key, Message] = {}
    for path in _python_files(paths):
        where = path.relative_to(ROOT).as_posix()
        for _, text, comments, context in extract_from_file(
            "python", path, KEYWORDS, comment_tags=("i18n:",), strip_comment_tags=True
        ):
            key: Key = (context, text if isinstance(text, str) else tuple(text))
            message = found.setdefault(key, Message(text, context=context))
            if (where, 0) not in message.locations:
                message.locations.append((where, 0))
            message.auto_comments.extend(c for c in comments if c not in message.auto_comments)
    return found


def read_catalogue(lang: str, domain: str) -> PlainCatalog:
    """Read a .po file, or an empty catalogue where there is none yet."""
    catalogue = PlainCatalog(locale=lang, charset="utf-8", header_comment="", fuzzy=False)
    path = po_path(lang, domain)
    if path.is_file():
        with path.open("rb") as file:
            for message in read_po(file, locale=lang):
                if message.id:
                    catalogue[message.id] = message
    return catalogue


def update(domains: Iterable[str]) -> None:
    """Bring the .po files to what the code says now; translations are kept by exact message."""
    for domain in domains:
        in_code = messages_in_code(ROOTS[domain])
        for lang in TRANSLATED:
            before = _by_key(read_catalogue(lang, domain))
            after = PlainCatalog(locale=lang, charset="utf-8", header_comment="", fuzzy=False)
            for key, message in in_code.items():
                kept = before.get(key)
                after.add(
                    message.id,
                    kept.string if kept else None,
                    locations=message.locations,
                    auto_comments=message.auto_comments,
                    user_comments=kept.user_comments if kept else (),
                    context=message.context,
                )
            _write_po(after, lang, domain)


def missing(domains: Iterable[str]) -> dict[str, dict[str, dict[str, str | list[str]]]]:
    """Collect what waits for a translator: language, domain, message, empty translation."""
    waiting: dict[str, dict[str, dict[str, str | list[str]]]] = {}
    for lang in TRANSLATED:
        for domain in domains:
            for (context, text), message in _by_key(read_catalogue(lang, domain)).items():
                if _is_translated(message):
                    continue
                empty: str | list[str] = "" if isinstance(text, str) else [""] * _forms(lang)
                waiting.setdefault(lang, {}).setdefault(domain, {})[_line(context, text)] = empty
    return waiting


def fill(lang: str, domain: str, translations: dict[str, str | list[str]]) -> int:
    """Write translations into a .po file and return how many; raises KeyError for a stranger.

    Keys are as `missing` prints them: the message, or its first form, after `context | ` if any.
    """
    catalogue = read_catalogue(lang, domain)
    by_line = {_line(*key): message for key, message in _by_key(catalogue).items()}
    for line, translation in translations.items():
        by_line[line].string = translation if isinstance(translation, str) else tuple(translation)
    _write_po(catalogue, lang, domain)
    return len(translations)


def compile_catalogues(domains: Iterable[str]) -> None:
    """Write the .mo files beside the .po files."""
    for domain in domains:
        for lang in TRANSLATED:
            po_path(lang, domain).with_suffix(".mo").write_bytes(_compiled(lang, domain))


def faults() -> Iterator[str]:
    """Say what is missing, stale, broken or out of place, one line each."""
    said: dict[tuple[str, Key], tuple[str, object]] = {}
    for domain in DOMAINS:
        in_code = messages_in_code(ROOTS[domain])
        for lang in TRANSLATED:
            where = f"{lang}/{domain}"
            in_file = _by_key(read_catalogue(lang, domain))
            for key in in_code.keys() - in_file.keys():
                yield f"{where}: not in the catalogue, run update: {_line(*key)}"
            for key in in_file.keys() - in_code.keys():
                yield f"{where}: no longer in the code, run update: {_line(*key)}"
            for key, message in in_file.items():
                for fault in faults_of_message(message, lang, _forms(lang)):
                    yield f"{where}: {fault}: {_line(*key)}"
                other = said.setdefault((lang, key), (domain, message.string))
                if other[1] != message.string:
                    yield f"{where}: translated otherwise in {other[0]}: {_line(*key)}"
            mo = po_path(lang, domain).with_suffix(".mo")
            if (mo.read_bytes() if mo.is_file() else b"") != _compiled(lang, domain):
                yield f"{where}: the .mo file is stale, run compile"
    everywhere = messages_in_code(("app",))
    at_home = {key for domain in DOMAINS for key in messages_in_code(ROOTS[domain])}
    for key in everywhere.keys() - at_home - {(None, "")}:
        yield f"{everywhere[key].locations[0][0]}: no face speaks here: {_line(*key)}"


def _python_files(paths: Iterable[str]) -> Iterator[Path]:
    for name in paths:
        path = ROOT / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else filter(Path.is_file, [path])


def _by_key(catalogue: Catalog) -> dict[Key, Message]:
    return {
        (m.context, m.id if isinstance(m.id, str) else tuple(m.id)): m for m in catalogue if m.id
    }


def _line(context: str | None, text: str | tuple[str, ...]) -> str:
    line = text if isinstance(text, str) else text[0]
    return f"{context} | {line}" if context else line


def _is_translated(message: Message) -> bool:
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return all(forms)


def _forms(lang: str) -> int:
    return int(PLURALS[lang].removeprefix("nplurals=")[0])


def _write_po(catalogue: Catalog, lang: str, domain: str) -> None:
    path = po_path(lang, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO()
    write_po(written, catalogue, width=0, sort_output=True, include_lineno=False)
    path.write_bytes(written.getvalue())


def _compiled(lang: str, domain: str) -> bytes:
    written = io.BytesIO()
    write_mo(written, read_catalogue(lang, domain))
    return written.getvalue()


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    match list(arguments):
        case ["update", *domains]:
            update(domains or DOMAINS)
        case ["missing", *domains]:
            print(json.dumps(missing(domains or DOMAINS), ensure_ascii=False, indent=1))
        case ["fill", lang, domain, file]:
            print(fill(lang, domain, json.loads(Path(file).read_text("utf-8"))), "filled")
        case ["compile", *domains]:
            compile_catalogues(domains or DOMAINS)
        case ["check"]:
            found = list(faults())
            print("\n".join(found) or "catalogues are complete")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
