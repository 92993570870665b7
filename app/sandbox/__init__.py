"""The worker process in which foreign files are parsed."""
