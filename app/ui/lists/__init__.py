"""The window of the lists: which there are, the workbench, taking one in, two compared."""
