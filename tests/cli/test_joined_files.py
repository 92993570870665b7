"""A file that was taken into another, at the terminal: its number leads on, papers say where."""

from pathlib import Path

from tests.cli.running import CommandLine
from tests.factories.doubles import join
from tests.factories.men import GOR, missing_man
from tests.registers import PASSPHRASE, Home

HERE, LEFT = "HRD-2021-00001", "HRD-2021-00002"


def test_the_number_of_a_file_that_was_taken_in_leads_to_its_man(
    homeward: CommandLine, vault: Home, tmp_path: Path
) -> None:
    with vault.open() as register:
        join(register, missing_man(register), missing_man(register, GOR))
    homeward.passphrase = homeward.secret("theirs", PASSPHRASE)
    read = homeward.on(vault.path, "case", LEFT, "--json")
    assert read.json["number"] == HERE
    assert f"{HERE}  ·  took in {LEFT}" in homeward.on(vault.path, "case", LEFT).out
    [found] = homeward.on(vault.path, "search", LEFT, "--json").json["results"]
    assert found["number"] == HERE
    for refused in (
        homeward.on(vault.path, "report", LEFT, "--out", tmp_path / "a.pdf"),
        homeward.on(vault.path, "bin put", LEFT, "--reason", "entered twice"),
    ):
        assert refused.code == 4
        assert f"{LEFT} was taken into {HERE}" in refused.err
    assert not (tmp_path / "a.pdf").exists()
