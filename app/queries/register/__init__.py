"""The register as a whole: its office, drafts, backups, imports, open tables."""
