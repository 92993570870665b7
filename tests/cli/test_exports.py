"""The register leaves by a command: on purpose, whole, and told in JSON."""

import hashlib
from functools import partial
from pathlib import Path

from tests.cli.running import CommandLine
from tests.factories.men import missing_man
from tests.registers import PASSPHRASE, Home


def test_the_register_is_exported_only_on_purpose(
    homeward: CommandLine, vault: Home, tmp_path: Path
) -> None:
    with vault.open() as register:
        missing_man(register)
    place = partial(homeward.on, vault.path, secret=homeward.secret("founder", PASSPHRASE))
    dest = tmp_path / "out"
    asked = place("export", dest)
    assert (asked.code, dest.exists()) == (2, False)
    assert "NOT encrypted" in asked.err

    made = place("export", dest, "--yes", "--json")
    assert made.code == 0, made.err
    for file in made.json["files"]:
        content = (dest / file["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file["sha256"]
        if file["path"].endswith(".jsonl"):
            assert content.count(b"\n") == file["rows"]
    cases = next(one for one in made.json["files"] if one["path"] == "tables/cases.jsonl")
    assert cases["rows"] > 0
    again = place("export", dest, "--yes", "--lang", "ru")
    assert again.code == 4
    assert "out" in again.err

    published = place("export", tmp_path / "p.xml", "--format", "pfif", "--json")
    assert published.code == 0, published.err
    assert published.json["files"][0]["path"] == "p.xml"
    wrong = place(
        "export", tmp_path / "q.xml", "--format", "pfif", "--domain", "a b", "--lang", "hy"
    )
    assert (wrong.code, (tmp_path / "q.xml").exists()) == (4, False)

    listed = place("search", "Արամ", "--out", tmp_path / "list.csv", "--json")
    assert listed.code == 0, listed.err
    lines = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == listed.json["rows"] + 1
