"""How many, who, and what others said of it: incidents, claims, the accounting sheet."""
