"""What stays of a section that a reader gets only in part: one table for each reader."""
