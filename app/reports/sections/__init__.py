"""The parts of papers: each function makes one section of a case, or nothing."""
