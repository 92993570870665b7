import subprocess
import sys
from pathlib import Path

from tests.torture import traces
from tests.torture.figures import or_skip
from tests.torture.work import ROOT

TRACE = """\
12 openat(AT_FDCWD, "/vault/data.db", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 5
12 openat(AT_FDCWD, "/elsewhere/\\324\\263.pdf", O_WRONLY|O_CREAT|O_EXCL, 0600) = 6
13 openat(AT_FDCWD, "/elsewhere/late", O_WRONLY|O_CREAT <unfinished ...>
12 openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 7
12 openat(AT_FDCWD, "/nowhere/x", O_WRONLY|O_CREAT, 0600) = -1 ENOENT (No such file or directory)
12 rename("/vault/.new", "/elsewhere/moved") = 0
"""


def test_a_day_of_work_leaves_nothing_readable_outside_the_vault(tmp_path: Path) -> None:
    figures = or_skip(lambda: traces.torture(1, tmp_path))

    assert figures.files > 20
    assert figures.holds, figures


def test_files_that_were_made_are_seen_in_a_trace(tmp_path: Path) -> None:
    made = set(traces._made(TRACE))

    assert made == {"/vault/data.db", "/elsewhere/Գ.pdf", "/elsewhere/late", "/elsewhere/moved"}
    assert not traces._is_allowed(Path("/elsewhere/Գ.pdf"), tmp_path)
    assert traces._is_allowed(tmp_path / "vault" / "data.db", tmp_path)


def test_a_connection_to_a_network_is_seen_in_a_trace() -> None:
    line = "12 connect(9, {sa_family=%s, sin_port=htons(80)}, 16) = -1 EINPROGRESS"
    assert traces._REACHED.findall(line % "AF_INET6") == ["AF_INET6"]
    assert traces._REACHED.findall(line % "AF_UNIX") == []


def test_a_parser_that_the_program_loads_is_noted(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.torture.session import ParserWatch;"
        "ParserWatch.begin(Path(sys.argv[1])); import app.sandbox.pictures"
    )
    subprocess.run([sys.executable, "-c", script, tmp_path / "note"], cwd=ROOT, check=True)

    assert "PIL" in (tmp_path / "note").read_text("utf-8").split()
