"""Records what was asked of others and what they answered."""
