"""What was done, by whom, and what of it can be taken back."""
