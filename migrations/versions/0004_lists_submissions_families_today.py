"""Lists, arrivals, submissions, consents and calls, tasks; more of handovers, claims, relatives."""

import sqlalchemy as sa
from alembic import op

from migrations import helpers

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lists",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("direction", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("issuer_id", sa.Uuid(), nullable=True),
        sa.Column("recipient", sa.String(length=300), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("incident_id", sa.Uuid(), nullable=True),
        sa.Column("handover_id", sa.Uuid(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["handovers.id"], name=op.f("fk_lists_handover_id_handovers")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_lists_incident_id_incidents")
        ),
        sa.ForeignKeyConstraint(
            ["issuer_id"], ["sources.id"], name=op.f("fk_lists_issuer_id_sources")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lists")),
        sa.UniqueConstraint("number", name=op.f("uq_lists_number")),
    )
    with op.batch_alter_table("lists", schema=None) as batch_op:
        batch_op.create_index("ix_lists_handover_id", ["handover_id"], unique=False)
        batch_op.create_index("ix_lists_incident_id", ["incident_id"], unique=False)

    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("relative_id", sa.Uuid(), nullable=True),
        sa.Column("given_by", sa.String(length=600), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("given_edtf", sa.Text(), nullable=True),
        sa.Column("given_text", sa.Text(), nullable=False),
        sa.Column("given_earliest", sa.Date(), nullable=True),
        sa.Column("given_latest", sa.Date(), nullable=True),
        sa.Column("given_precision", sa.String(length=40), nullable=False),
        sa.Column("given_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("interpreter", sa.String(length=300), nullable=False),
        sa.Column("witness", sa.String(length=300), nullable=False),
        sa.Column("exhibit_id", sa.Uuid(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", helpers.utc_datetime(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_consents_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_consents_exhibit_id_exhibits")
        ),
        sa.ForeignKeyConstraint(
            ["relative_id"], ["relatives.id"], name=op.f("fk_consents_relative_id_relatives")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index("ix_consents_case_id", ["case_id"], unique=False)

    op.create_table(
        "list_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("list_id", sa.Uuid(), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("dated_edtf", sa.Text(), nullable=True),
        sa.Column("dated_text", sa.Text(), nullable=False),
        sa.Column("dated_earliest", sa.Date(), nullable=True),
        sa.Column("dated_latest", sa.Date(), nullable=True),
        sa.Column("dated_precision", sa.String(length=40), nullable=False),
        sa.Column("dated_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("passed_on_edtf", sa.Text(), nullable=True),
        sa.Column("passed_on_text", sa.Text(), nullable=False),
        sa.Column("passed_on_earliest", sa.Date(), nullable=True),
        sa.Column("passed_on_latest", sa.Date(), nullable=True),
        sa.Column("passed_on_precision", sa.String(length=40), nullable=False),
        sa.Column("passed_on_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("exhibit_id", sa.Uuid(), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("reliability", sa.String(length=40), nullable=False),
        sa.Column("credibility", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("frozen_at", helpers.utc_datetime(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_list_versions_exhibit_id_exhibits")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["kept_files.id"], name=op.f("fk_list_versions_file_id_kept_files")
        ),
        sa.ForeignKeyConstraint(
            ["list_id"], ["lists.id"], name=op.f("fk_list_versions_list_id_lists")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_versions")),
        sa.UniqueConstraint(
            "list_id", "version_no", name=op.f("uq_list_versions_list_id_version_no")
        ),
    )
    op.create_table(
        "today_marks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("assigned_to_id", sa.Uuid(), nullable=True),
        sa.Column("put_off_until", sa.Date(), nullable=True),
        sa.Column("settled_at", helpers.utc_datetime(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assigned_to_id"], ["staff.id"], name=op.f("fk_today_marks_assigned_to_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_today_marks_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_today_marks")),
        sa.UniqueConstraint("kind", "subject_id", name=op.f("uq_today_marks_kind_subject_id")),
    )
    with op.batch_alter_table("today_marks", schema=None) as batch_op:
        batch_op.create_index("ix_today_marks_case_id", ["case_id"], unique=False)

    op.create_table(
        "consent_scopes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consent_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_consent_scopes_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consents.id"], name=op.f("fk_consent_scopes_consent_id_consents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_scopes")),
        sa.UniqueConstraint("consent_id", "scope", name=op.f("uq_consent_scopes_consent_id_scope")),
    )
    with op.batch_alter_table("consent_scopes", schema=None) as batch_op:
        batch_op.create_index("ix_consent_scopes_case_id", ["case_id"], unique=False)

    op.create_table(
        "family_contacts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("relative_id", sa.Uuid(), nullable=True),
        sa.Column("spoke_with", sa.String(length=600), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("happened_at", helpers.utc_datetime(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("second_staff_id", sa.Uuid(), nullable=True),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_about", sa.String(length=500), nullable=False),
        sa.Column("warning_reason", sa.String(length=500), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", helpers.utc_datetime(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_family_contacts_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_family_contacts_event_id_events")
        ),
        sa.ForeignKeyConstraint(
            ["relative_id"], ["relatives.id"], name=op.f("fk_family_contacts_relative_id_relatives")
        ),
        sa.ForeignKeyConstraint(
            ["second_staff_id"], ["staff.id"], name=op.f("fk_family_contacts_second_staff_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_family_contacts_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family_contacts")),
    )
    with op.batch_alter_table("family_contacts", schema=None) as batch_op:
        batch_op.create_index("ix_family_contacts_case_id", ["case_id"], unique=False)
        batch_op.create_index("ix_family_contacts_next_on", ["next_on"], unique=False)

    op.create_table(
        "list_rows",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("verbatim", sa.Text(), nullable=False),
        sa.Column("locator", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=600), nullable=False),
        sa.Column("family", sa.String(length=300), nullable=False),
        sa.Column("given", sa.String(length=300), nullable=False),
        sa.Column("father", sa.String(length=300), nullable=False),
        sa.Column("birth_edtf", sa.Text(), nullable=True),
        sa.Column("birth_text", sa.Text(), nullable=False),
        sa.Column("birth_earliest", sa.Date(), nullable=True),
        sa.Column("birth_latest", sa.Date(), nullable=True),
        sa.Column("birth_precision", sa.String(length=40), nullable=False),
        sa.Column("birth_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("unit", sa.String(length=300), nullable=False),
        sa.Column("rank", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=500), nullable=False),
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("row_id", sa.String(length=100), nullable=False),
        sa.Column("said", sa.String(length=1000), nullable=False),
        sa.Column("fault", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("tier", sa.Integer(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", helpers.utc_datetime(), nullable=True),
        sa.Column("reply", sa.String(length=40), nullable=True),
        sa.Column("replied_edtf", sa.Text(), nullable=True),
        sa.Column("replied_text", sa.Text(), nullable=False),
        sa.Column("replied_earliest", sa.Date(), nullable=True),
        sa.Column("replied_latest", sa.Date(), nullable=True),
        sa.Column("replied_precision", sa.String(length=40), nullable=False),
        sa.Column("replied_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("reply_words", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=True),
        sa.Column("reply_event_id", sa.Uuid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_list_rows_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["staff.id"], name=op.f("fk_list_rows_decided_by_staff")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_list_rows_event_id_events")
        ),
        sa.ForeignKeyConstraint(
            ["reply_event_id"], ["events.id"], name=op.f("fk_list_rows_reply_event_id_events")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["list_versions.id"], name=op.f("fk_list_rows_version_id_list_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_rows")),
        sa.UniqueConstraint("version_id", "row_no", name=op.f("uq_list_rows_version_id_row_no")),
    )
    with op.batch_alter_table("list_rows", schema=None) as batch_op:
        batch_op.create_index("ix_list_rows_case_id", ["case_id"], unique=False)

    op.create_table(
        "submissions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("body", sa.String(length=40), nullable=False),
        sa.Column("body_name", sa.String(length=300), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("incident_id", sa.Uuid(), nullable=True),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("our_reference", sa.String(length=100), nullable=False),
        sa.Column("their_reference", sa.String(length=100), nullable=False),
        sa.Column("applicant", sa.String(length=300), nullable=False),
        sa.Column("signed_by", sa.String(length=200), nullable=False),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("list_version_id", sa.Uuid(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("follows_id", sa.Uuid(), nullable=True),
        sa.Column("officer_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["kept_files.id"], name=op.f("fk_submissions_file_id_kept_files")
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["submissions.id"], name=op.f("fk_submissions_follows_id_submissions")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_submissions_incident_id_incidents")
        ),
        sa.ForeignKeyConstraint(
            ["list_version_id"],
            ["list_versions.id"],
            name=op.f("fk_submissions_list_version_id_list_versions"),
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["staff.id"], name=op.f("fk_submissions_officer_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.id"], name=op.f("fk_submissions_source_id_sources")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submissions")),
        sa.UniqueConstraint("number", name=op.f("uq_submissions_number")),
    )
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        batch_op.create_index("ix_submissions_incident_id", ["incident_id"], unique=False)

    op.create_table(
        "arrivals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("handover_id", sa.Uuid(), nullable=False),
        sa.Column("arrived_at", helpers.utc_datetime(), nullable=False),
        sa.Column("name_as_told", sa.String(length=600), nullable=False),
        sa.Column("father_as_told", sa.String(length=300), nullable=False),
        sa.Column("birth_edtf", sa.Text(), nullable=True),
        sa.Column("birth_text", sa.Text(), nullable=False),
        sa.Column("birth_earliest", sa.Date(), nullable=True),
        sa.Column("birth_latest", sa.Date(), nullable=True),
        sa.Column("birth_precision", sa.String(length=40), nullable=False),
        sa.Column("birth_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("list_row_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("opened_case_id", sa.Uuid(), nullable=True),
        sa.Column("event_id", sa.Uuid(), nullable=True),
        sa.Column("waived", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", helpers.utc_datetime(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_arrivals_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_arrivals_event_id_events")
        ),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["handovers.id"], name=op.f("fk_arrivals_handover_id_handovers")
        ),
        sa.ForeignKeyConstraint(
            ["list_row_id"], ["list_rows.id"], name=op.f("fk_arrivals_list_row_id_list_rows")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrivals")),
    )
    with op.batch_alter_table("arrivals", schema=None) as batch_op:
        batch_op.create_index("ix_arrivals_case_id", ["case_id"], unique=False)
        batch_op.create_index("ix_arrivals_handover_id", ["handover_id"], unique=False)

    op.create_table(
        "list_rows_not_him",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_list_rows_not_him_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["row_id"], ["list_rows.id"], name=op.f("fk_list_rows_not_him_row_id_list_rows")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_rows_not_him")),
        sa.UniqueConstraint("row_id", "case_id", name=op.f("uq_list_rows_not_him_row_id_case_id")),
    )
    with op.batch_alter_table("list_rows_not_him", schema=None) as batch_op:
        batch_op.create_index("ix_list_rows_not_him_case_id", ["case_id"], unique=False)

    op.create_table(
        "submission_people",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("submission_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("reply", sa.String(length=40), nullable=True),
        sa.Column("replied_edtf", sa.Text(), nullable=True),
        sa.Column("replied_text", sa.Text(), nullable=False),
        sa.Column("replied_earliest", sa.Date(), nullable=True),
        sa.Column("replied_latest", sa.Date(), nullable=True),
        sa.Column("replied_precision", sa.String(length=40), nullable=False),
        sa.Column("replied_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("reply_words", sa.Text(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=True),
        sa.Column("measured_edtf", sa.Text(), nullable=True),
        sa.Column("measured_text", sa.Text(), nullable=False),
        sa.Column("measured_earliest", sa.Date(), nullable=True),
        sa.Column("measured_latest", sa.Date(), nullable=True),
        sa.Column("measured_precision", sa.String(length=40), nullable=False),
        sa.Column("measured_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("asked_event_id", sa.Uuid(), nullable=True),
        sa.Column("reply_event_id", sa.Uuid(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_event_id"],
            ["events.id"],
            name=op.f("fk_submission_people_asked_event_id_events"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_submission_people_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["reply_event_id"],
            ["events.id"],
            name=op.f("fk_submission_people_reply_event_id_events"),
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_submission_people_submission_id_submissions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission_people")),
        sa.UniqueConstraint(
            "submission_id", "case_id", name=op.f("uq_submission_people_submission_id_case_id")
        ),
    )
    with op.batch_alter_table("submission_people", schema=None) as batch_op:
        batch_op.create_index("ix_submission_people_case_id", ["case_id"], unique=False)

    op.create_table(
        "submission_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("submission_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("occurred_edtf", sa.Text(), nullable=True),
        sa.Column("occurred_text", sa.Text(), nullable=False),
        sa.Column("occurred_earliest", sa.Date(), nullable=True),
        sa.Column("occurred_latest", sa.Date(), nullable=True),
        sa.Column("occurred_precision", sa.String(length=40), nullable=False),
        sa.Column("occurred_sort_key", helpers.sort_text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(length=100), nullable=False),
        sa.Column("reply", sa.String(length=40), nullable=True),
        sa.Column("measure", sa.String(length=40), nullable=True),
        sa.Column("men", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("words_lang", sa.String(length=10), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("exhibit_id", sa.Uuid(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_submission_steps_exhibit_id_exhibits")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["kept_files.id"], name=op.f("fk_submission_steps_file_id_kept_files")
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_submission_steps_submission_id_submissions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission_steps")),
    )
    with op.batch_alter_table("submission_steps", schema=None) as batch_op:
        batch_op.create_index("ix_submission_steps_submission_id", ["submission_id"], unique=False)

    op.create_table(
        "tasks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("handover_id", sa.Uuid(), nullable=True),
        sa.Column("submission_id", sa.Uuid(), nullable=True),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("assigned_to_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("ended_at", helpers.utc_datetime(), nullable=True),
        sa.Column("ended_remark", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", helpers.utc_datetime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("updated_at", helpers.utc_datetime(), nullable=False),
        sa.Column("updated_by", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assigned_to_id"], ["staff.id"], name=op.f("fk_tasks_assigned_to_id_staff")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_tasks_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["handovers.id"], name=op.f("fk_tasks_handover_id_handovers")
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submissions.id"], name=op.f("fk_tasks_submission_id_submissions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.create_index("ix_tasks_case_id", ["case_id"], unique=False)
        batch_op.create_index("ix_tasks_state", ["state", "due_on"], unique=False)

    with helpers.batch("case_lines") as batch_op:
        batch_op.add_column(sa.Column("silent_from", sa.Date(), nullable=True))
        batch_op.create_index(
            "ix_case_lines_silent", ["silent_from", "row", "officer_id"], unique=False
        )
        batch_op.create_index(
            "ix_case_lines_open", ["headline", "closed", "row", "officer_id"], unique=False
        )
    # Until a case is saved again: the day he was last known to live, or last heard of at all.
    op.execute(
        "UPDATE case_lines SET silent_from = COALESCE(sign_of_life, last_latest) "
        "WHERE headline BETWEEN 'S10' AND 'S31' AND NOT closed"
    )
    op.create_index(
        "ix_events_watched",
        "events",
        ["code", "case_id"],
        unique=False,
        sqlite_where=sa.text("code IN ('C13', 'D28', 'L51')"),
        postgresql_where=sa.text("code IN ('C13', 'D28', 'L51')"),
    )
    op.create_index(
        "ix_list_rows_open",
        "list_rows",
        ["version_id"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(
        "ix_status_overrides_review_by",
        "status_overrides",
        ["review_by"],
        unique=False,
        sqlite_where=sa.text("lifted_on IS NULL"),
        postgresql_where=sa.text("lifted_on IS NULL"),
    )

    with helpers.batch("claims") as batch_op:
        batch_op.add_column(
            sa.Column("counts", sa.String(length=500), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("place_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("list_version_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_claims_place_id_places"), "places", ["place_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_claims_list_version_id_list_versions"),
            "list_versions",
            ["list_version_id"],
            ["id"],
        )

    op.create_index(
        "ix_case_lines_accounting", "case_lines", ["accounting", "headline", "chips", "row"]
    )

    with helpers.batch("facet_snapshots") as batch_op:
        batch_op.add_column(
            sa.Column("accounting", sa.String(length=30), nullable=False, server_default="")
        )
        batch_op.drop_index("ix_facet_snapshots_case")
        batch_op.create_index(
            "ix_facet_snapshots_known",
            ["case_id", "id", "recorded_at", "accounting", "headline", "chips"],
            unique=False,
        )

    with helpers.batch("handovers") as batch_op:
        batch_op.add_column(sa.Column("from_place_id", sa.Uuid(), nullable=True))
        batch_op.add_column(
            sa.Column("transport", sa.String(length=300), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column("intermediary", sa.String(length=300), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("agreed_for", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("closed_at", helpers.utc_datetime(), nullable=True))
        batch_op.add_column(
            sa.Column("closed_remark", sa.String(length=500), nullable=False, server_default="")
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_handovers_from_place_id_places"), "places", ["from_place_id"], ["id"]
        )

    with helpers.batch("relatives") as batch_op:
        batch_op.add_column(
            sa.Column("email", sa.String(length=200), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column("reached_best", sa.String(length=300), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column(
                "may_be_told", sa.String(length=40), nullable=False, server_default="EVERYTHING"
            )
        )
