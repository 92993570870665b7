"""What makes people findable in any script, merges and decisions on likeness, more of places."""

import sqlalchemy as sa
from alembic import op

from migrations import helpers

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_briefs",
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("brief", sa.Text(), nullable=False),
        sa.Column("compared", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_case_briefs")),
    )
    with op.batch_alter_table("case_briefs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_briefs_compared"), ["compared"], unique=False)

    op.create_table(
        "found_things",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("thing_id", sa.Uuid(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_found_things")),
        sa.UniqueConstraint("thing_id", name=op.f("uq_found_things_thing_id")),
    )
    op.create_table(
        "known_words",
        sa.Column("role", sa.String(length=1), nullable=False),
        sa.Column("word", helpers.sort_text(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("role", "word", name=op.f("pk_known_words")),
        sqlite_with_rowid=False,
    )
    helpers.word_index("cases")
    helpers.word_index("things")
    op.create_table(
        "like_pairs",
        sa.Column("first_row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("second_row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("first_row", "second_row", name=op.f("pk_like_pairs")),
    )
    with op.batch_alter_table("like_pairs", schema=None) as batch_op:
        batch_op.create_index("ix_like_pairs_score", ["score"], unique=False)
        batch_op.create_index("ix_like_pairs_second_row", ["second_row"], unique=False)

    op.create_table(
        "merges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("survivor_id", sa.Uuid(), nullable=False),
        sa.Column("absorbed_id", sa.Uuid(), nullable=False),
        sa.Column("moved", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("split_at", helpers.utc_datetime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["absorbed_id"], ["cases.id"], name=op.f("fk_merges_absorbed_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["survivor_id"], ["cases.id"], name=op.f("fk_merges_survivor_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
    )
    with op.batch_alter_table("merges", schema=None) as batch_op:
        batch_op.create_index("ix_merges_absorbed_id", ["absorbed_id"], unique=False)
        batch_op.create_index("ix_merges_survivor_id", ["survivor_id"], unique=False)

    op.create_table(
        "not_same",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"], ["cases.id"], name=op.f("fk_not_same_first_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["cases.id"], name=op.f("fk_not_same_second_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_not_same_first_id_second_id")),
    )
    with op.batch_alter_table("not_same", schema=None) as batch_op:
        batch_op.create_index("ix_not_same_second_id", ["second_id"], unique=False)

    with helpers.batch("cases") as batch_op:
        batch_op.add_column(sa.Column("merged_into_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_cases_merged_into_id_cases"), "cases", ["merged_into_id"], ["id"]
        )
        batch_op.create_index(
            "ix_cases_access_limited",
            ["access_limited"],
            sqlite_where=sa.text("access_limited"),
            postgresql_where=sa.text("access_limited"),
        )
        batch_op.create_index(
            "ix_cases_merged_into_id",
            ["merged_into_id"],
            sqlite_where=sa.text("merged_into_id IS NOT NULL"),
            postgresql_where=sa.text("merged_into_id IS NOT NULL"),
        )

    with helpers.batch("case_lines") as batch_op:
        batch_op.drop_column("search_text")

    with helpers.batch("places") as batch_op:
        batch_op.add_column(
            sa.Column("country", sa.String(length=2), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("geoname_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("population", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_places_geoname_id"), ["geoname_id"])

    with helpers.batch("place_names") as batch_op:
        batch_op.add_column(sa.Column("sounds", sa.Text(), nullable=False, server_default=""))
