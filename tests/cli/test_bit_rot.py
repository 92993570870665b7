"""R-04: a page that went bad on the disk is found by the check and told without a traceback."""

import random
from pathlib import Path

from tests.cli.running import CommandLine

PAGES = 6


def test_a_page_gone_bad_is_found_wherever_it_lies(homeward: CommandLine, sample: Path) -> None:
    data = sample / "data.db"
    whole = data.read_bytes()
    chance = random.Random(20201213)  # noqa: S311  # where it goes bad is no secret
    for _ in range(PAGES):
        at = chance.randrange(len(whole))
        data.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])

        checked = homeward.on(sample, "check", "--json")

        assert checked.code in {1, 4}, at
        assert "Traceback" not in checked.err
        if checked.code == 1:
            assert checked.json["ok"] is False
            assert checked.json["problems"]
        else:
            assert "damaged" in checked.err
    data.write_bytes(whole)
    assert homeward.on(sample, "check", "--json").json["ok"] is True
