"""Makes papers from what the register holds: drafted, issued, printed, verified."""
