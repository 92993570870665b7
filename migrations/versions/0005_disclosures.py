"""Papers that left the office: each copy, for whom, by whose leave, and what it told of whom."""

import sqlalchemy as sa
from alembic import op

from migrations import helpers

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "disclosures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("paper_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("paper_format", sa.String(length=40), nullable=False),
        sa.Column("template", sa.String(length=60), nullable=False),
        sa.Column("template_version", sa.String(length=20), nullable=False),
        sa.Column("codebook_version", sa.String(length=20), nullable=False),
        sa.Column("sections", sa.String(length=500), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("recipient", sa.String(length=300), nullable=False),
        sa.Column("purpose", sa.String(length=500), nullable=False),
        sa.Column("legal_basis", sa.String(length=40), nullable=False),
        sa.Column("copy_no", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("data_hash", sa.String(length=40), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("facts_as_of", helpers.utc_datetime(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("history_seq", sa.BigInteger(), nullable=True),
        sa.Column("history_hash", sa.String(length=64), nullable=False),
        sa.Column("prepared_by_id", sa.Uuid(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", helpers.utc_datetime(), nullable=True),
        sa.Column("refusal_reason", sa.String(length=500), nullable=False),
        sa.Column("issued_by_id", sa.Uuid(), nullable=True),
        sa.Column("issued_at", helpers.utc_datetime(), nullable=True),
        sa.Column("handed_out_at", helpers.utc_datetime(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("reprint_of_id", sa.Uuid(), nullable=True),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("list_version_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["staff.id"], name=op.f("fk_disclosures_decided_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["kept_files.id"], name=op.f("fk_disclosures_file_id_kept_files")
        ),
        sa.ForeignKeyConstraint(
            ["issued_by_id"], ["staff.id"], name=op.f("fk_disclosures_issued_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["list_version_id"],
            ["list_versions.id"],
            name=op.f("fk_disclosures_list_version_id_list_versions"),
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["disclosures.id"], name=op.f("fk_disclosures_paper_id_disclosures")
        ),
        sa.ForeignKeyConstraint(
            ["prepared_by_id"], ["staff.id"], name=op.f("fk_disclosures_prepared_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["reprint_of_id"],
            ["disclosures.id"],
            name=op.f("fk_disclosures_reprint_of_id_disclosures"),
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["disclosures.id"],
            name=op.f("fk_disclosures_supersedes_id_disclosures"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosures")),
        sa.UniqueConstraint("code", name=op.f("uq_disclosures_code")),
        sa.UniqueConstraint("number", name=op.f("uq_disclosures_number")),
    )
    with op.batch_alter_table("disclosures", schema=None) as batch_op:
        batch_op.create_index("ix_disclosures_issued_at", ["issued_at"], unique=False)
        batch_op.create_index("ix_disclosures_paper_id", ["paper_id"], unique=False)
        batch_op.create_index(
            "ix_disclosures_supersedes_id",
            ["supersedes_id"],
            unique=False,
            sqlite_where=sa.text("supersedes_id IS NOT NULL"),
            postgresql_where=sa.text("supersedes_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_disclosures_waiting",
            ["created_at"],
            unique=False,
            sqlite_where=sa.text("state = 'WAITING'"),
            postgresql_where=sa.text("state = 'WAITING'"),
        )

    op.create_table(
        "disclosed_cases",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("disclosure_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("case_version", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(length=64), nullable=False),
        sa.Column("digests", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_disclosed_cases_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["disclosure_id"],
            ["disclosures.id"],
            name=op.f("fk_disclosed_cases_disclosure_id_disclosures"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosed_cases")),
        sa.UniqueConstraint(
            "disclosure_id", "case_id", name=op.f("uq_disclosed_cases_disclosure_id_case_id")
        ),
    )
    with op.batch_alter_table("disclosed_cases", schema=None) as batch_op:
        batch_op.create_index("ix_disclosed_cases_case_id", ["case_id"], unique=False)
