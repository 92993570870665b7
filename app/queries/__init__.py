"""The read side: one function a question."""
