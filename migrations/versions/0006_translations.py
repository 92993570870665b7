"""Translations of exhibits, certified or not; what stood in a field of the exhibit becomes one."""

import sqlalchemy as sa
from alembic import op

from migrations import helpers

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "translations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibit_id", sa.Uuid(), nullable=False),
        sa.Column("from_lang", sa.String(length=10), nullable=False),
        sa.Column("lang", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("paper_id", sa.Uuid(), nullable=True),
        sa.Column("translator", sa.String(length=300), nullable=False),
        sa.Column("certified_by", sa.String(length=300), nullable=False),
        sa.Column("certified_edtf", sa.Text(), nullable=True),
        sa.Column("certified_text", sa.Text(), nullable=False),
        sa.Column("certified_earliest", sa.Date(), nullable=True),
        sa.Column("certified_latest", sa.Date(), nullable=True),
        sa.Column("certified_precision", sa.String(length=40), nullable=False),
        sa.Column("certified_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_translations_exhibit_id_exhibits")
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["exhibits.id"], name=op.f("fk_translations_paper_id_exhibits")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translations")),
    )
    with op.batch_alter_table("translations", schema=None) as batch_op:
        batch_op.create_index("ix_translations_exhibit_id", ["exhibit_id"], unique=False)
        batch_op.create_index("ix_translations_paper_id", ["paper_id"], unique=False)
    # Of what language it was and by whom, nobody was asked; one an exhibit, so its id serves twice.
    op.execute(
        "INSERT INTO translations (id, exhibit_id, from_lang, lang, words, translator, "
        "certified_by, certified_text, certified_precision, certified_sort_key, version, "
        "created_at, created_by, updated_at, updated_by) "
        "SELECT id, id, '', '', translation, '', '', '', 'UNKNOWN', '9999999999999999999999', 1, "
        "updated_at, updated_by, updated_at, updated_by FROM exhibits WHERE translation <> ''"
    )
    with helpers.batch("exhibits") as batch_op:
        batch_op.drop_column("translation")
