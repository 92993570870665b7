"""The parts of a dossier for a court: face, facts, tables, submissions, annexes."""
