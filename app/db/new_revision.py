"""Write the next revision from what the models say: `python -m app.db.new_revision "words"`.

A tool for engineers. The revision is compared with an empty file brought to the present head.
"""

import secrets
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory

from app.db import migrating
from app.db.engine import VaultFile, Way, vault_engine


def write_revision(words: str) -> None:
    """Write `migrations/versions/NNNN_words.py`, numbered after the present head."""
    script = ScriptDirectory.from_config(migrating.alembic_config())
    number = int(script.get_current_head() or "0") + 1
    with tempfile.TemporaryDirectory() as folder:
        file = VaultFile(Path(folder) / "data.db", secrets.token_bytes(32))
        migrating.build_vault(file)
        engine = vault_engine(file, Way.MIGRATE)
        with engine.connect() as connection:
            config = migrating.alembic_config(connection)
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            command.revision(config, words, autogenerate=True, rev_id=f"{number:04d}")
        engine.dispose()


if __name__ == "__main__":
    write_revision(sys.argv[1])
