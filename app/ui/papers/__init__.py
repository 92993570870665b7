"""The preview of what is printed."""
