import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the workers are forked")
def test_a_kill_while_keys_change_leaves_the_vault_wholly_old_or_wholly_new() -> None:
    # In a process of its own: forking one that runs threads is asking for trouble.
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.turns", "9"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )

    found = json.loads(done.stdout)
    assert found["kills"] > 10
    assert found["wholly_old"] + found["wholly_new"] == found["kills"]
    assert (found["neither"], found["lost"], found["left_lying"]) == (0, 0, 0)
