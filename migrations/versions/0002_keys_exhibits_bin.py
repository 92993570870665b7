"""Colleagues and their keys, backups, exhibits with custody, the bin, reads that are logged."""

import sqlalchemy as sa
from alembic import op

from migrations import helpers

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "backups_made",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("made_at", helpers.utc_datetime(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("verified_at", helpers.utc_datetime(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backups_made")),
    )
    op.create_table(
        "blob_pieces",
        sa.Column("blob_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("blob_id", "position", name=op.f("pk_blob_pieces")),
    )
    op.create_table(
        "epoch_keys",
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("ended_at", helpers.utc_datetime(), nullable=False),
        sa.PrimaryKeyConstraint("epoch", name=op.f("pk_epoch_keys")),
    )
    op.create_table(
        "shards",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_shards")),
    )
    op.create_table(
        "exhibits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("received_by", sa.String(length=40), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("received_edtf", sa.Text(), nullable=True),
        sa.Column("received_text", sa.Text(), nullable=False),
        sa.Column("received_earliest", sa.Date(), nullable=True),
        sa.Column("received_latest", sa.Date(), nullable=True),
        sa.Column("received_precision", sa.String(length=40), nullable=False),
        sa.Column("received_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("made_edtf", sa.Text(), nullable=True),
        sa.Column("made_text", sa.Text(), nullable=False),
        sa.Column("made_earliest", sa.Date(), nullable=True),
        sa.Column("made_latest", sa.Date(), nullable=True),
        sa.Column("made_precision", sa.String(length=40), nullable=False),
        sa.Column("made_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("place_as_reported", sa.String(length=500), nullable=False),
        sa.Column("url", sa.String(length=1000), nullable=False),
        sa.Column("url_archived", sa.String(length=1000), nullable=False),
        sa.Column("uploader", sa.String(length=300), nullable=False),
        sa.Column("languages", sa.String(length=100), nullable=False),
        sa.Column("transcript", sa.Text(), nullable=False),
        sa.Column("translation", sa.Text(), nullable=False),
        sa.Column("shows", sa.String(length=300), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("original_name", sa.String(length=300), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("warnings", sa.String(length=300), nullable=False),
        sa.Column("no_picture", sa.String(length=60), nullable=False),
        sa.Column("derived_from_id", sa.Uuid(), nullable=True),
        sa.Column("transform", sa.String(length=300), nullable=False),
        sa.Column("removed_at", helpers.utc_datetime(), nullable=True),
        sa.Column("removed_reason", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["derived_from_id"], ["exhibits.id"], name=op.f("fk_exhibits_derived_from_id_exhibits")
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_exhibits_place_id_places")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.id"], name=op.f("fk_exhibits_source_id_sources")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exhibits")),
        sa.UniqueConstraint("number", name=op.f("uq_exhibits_number")),
    )
    with op.batch_alter_table("exhibits", schema=None) as batch_op:
        batch_op.create_index("ix_exhibits_derived_from_id", ["derived_from_id"], unique=False)
        batch_op.create_index("ix_exhibits_sha256", ["sha256"], unique=False)

    op.create_table(
        "former_keys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False),
        sa.Column("until_seq", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff.id"],
            name=op.f("fk_former_keys_staff_id_staff"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_keys")),
    )
    with op.batch_alter_table("former_keys", schema=None) as batch_op:
        batch_op.create_index("ix_former_keys_staff_id", ["staff_id"], unique=False)

    op.create_table(
        "blobs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("shard", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_blobs_exhibit_id_exhibits")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blobs")),
    )
    with op.batch_alter_table("blobs", schema=None) as batch_op:
        batch_op.create_index("ix_blobs_exhibit_id", ["exhibit_id", "kind"], unique=False)

    op.create_table(
        "custody_entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibit_id", sa.Uuid(), nullable=False),
        sa.Column("at", helpers.utc_datetime(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("from_whom", sa.String(length=500), nullable=False),
        sa.Column("to_whom", sa.String(length=500), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_custody_entries_exhibit_id_exhibits")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_entries")),
    )
    with op.batch_alter_table("custody_entries", schema=None) as batch_op:
        batch_op.create_index("ix_custody_entries_exhibit_id", ["exhibit_id"], unique=False)

    op.create_table(
        "case_reads",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_reads_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_reads")),
    )
    with op.batch_alter_table("case_reads", schema=None) as batch_op:
        batch_op.create_index("ix_case_reads_case_id", ["case_id"], unique=False)

    op.create_table(
        "exhibit_links",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exhibit_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("event_id", sa.Uuid(), nullable=True),
        sa.Column("incident_id", sa.Uuid(), nullable=True),
        sa.Column("remark", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_exhibit_links_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_exhibit_links_event_id_events")
        ),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_exhibit_links_exhibit_id_exhibits")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_exhibit_links_incident_id_incidents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exhibit_links")),
    )
    with op.batch_alter_table("exhibit_links", schema=None) as batch_op:
        batch_op.create_index("ix_exhibit_links_case_id", ["case_id"], unique=False)
        batch_op.create_index("ix_exhibit_links_event_id", ["event_id"], unique=False)
        batch_op.create_index("ix_exhibit_links_exhibit_id", ["exhibit_id"], unique=False)

    with helpers.batch("cases") as batch_op:
        batch_op.add_column(sa.Column("removed_at", helpers.utc_datetime(), nullable=True))
        batch_op.add_column(
            sa.Column("removed_reason", sa.String(length=500), nullable=False, server_default="")
        )
        batch_op.create_index(
            "ix_cases_removed_at",
            ["removed_at"],
            unique=False,
            sqlite_where=sa.text("removed_at IS NOT NULL"),
            postgresql_where=sa.text("removed_at IS NOT NULL"),
        )

    with helpers.batch("people") as batch_op:
        batch_op.add_column(sa.Column("portrait_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_people_portrait_id_exhibits"), "exhibits", ["portrait_id"], ["id"]
        )

    with helpers.batch("staff") as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(length=40), nullable=False, server_default="member")
        )
        batch_op.add_column(sa.Column("passphrase_set_at", helpers.utc_datetime(), nullable=True))
    helpers.append_only("custody_entries")
    helpers.append_only("case_reads")
