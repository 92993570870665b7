"""What is kept of exhibits and what may be looked at."""
