"""The register and the case file."""
