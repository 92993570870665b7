"""Accounting for men at the terminal: the sum, on a past day, on paper, refused with a sentence."""

from pathlib import Path

from tests.cli.running import CommandLine

RIDGE = "INC-2020-001"


def test_an_incident_is_accounted_for_today_and_as_it_was_known(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    now = homeward.on(sample, "account", RIDGE, "--json").json
    assert (now["incident"], now["as_known"], now["adds_up"]) == (RIDGE, None, True)
    assert now["total"] == sum(line["count"] for line in now["lines"])
    assert all(line["count"] == len(line["cases"]) for line in now["lines"])
    assert {"key", "label", "count", "cases"} <= set(now["lines"][0])

    sums = {one["date"]: one for one in now["returns"]}
    published = (("2021-01-28", 54, 59), ("2021-02-09", 59, 63), ("2021-05-04", 62, 66))
    for day, ours, claimed in published:
        assert sums[day]["sum"] == ours
        assert claimed in sums[day]["claimed"], "neither is altered"

    out = tmp_path / "sheet.csv"
    asked = ("--as-known", "2020-12-20", "--out", out, "--lang", "ru")
    then = homeward.on(sample, "account", RIDGE, *asked, "--json").json
    assert then["as_known"] == "2020-12-20"
    assert {line["key"]: line["count"] for line in then["lines"]} != {
        line["key"]: line["count"] for line in now["lines"]
    }
    assert RIDGE in out.read_text("utf-8-sig")
    assert [one["date"] for one in then["returns"]] == ["2020-12-14", "2020-12-15"]
    assert {claim["said"] for claim in then["claims"]} < {claim["said"] for claim in now["claims"]}
    slip = homeward.on(sample, "account", "all", "--filter", "status:S99")
    assert "S99" in slip.err, "whoever mistypes does not count everybody unawares"
    words = homeward.on(sample, "account", "all", "--filter", "held:confirmed", "--lang", "hy")
    assert words.code == 0
    assert homeward.on(sample, "account", RIDGE, "--out", tmp_path / "a.pdf").code == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")

    for day in ("2020-12", "yesterday", "2999-01-01"):
        refused = homeward.on(sample, "account", RIDGE, "--as-known", day)
        assert (refused.code, refused.err.count("\n")) == (4, 1), day
    assert homeward.on(sample, "account", "INC-1999-001").code == 1
    assert homeward.on(sample, "account", RIDGE, "--unit", "no such unit").code == 1
    assert homeward.on(sample, "account", RIDGE, "--out", tmp_path / "a.doc").code == 2
