"""What was asked of others, what they answered, which periods run."""
