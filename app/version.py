"""Which version of the program this is; `pyproject.toml` says the same (a test sees to it)."""

VERSION = "0.1.0"
