"""The write side: one function a use case."""
