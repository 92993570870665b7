"""The manual in the window: local pages only, one topic a file, F1 at the page in front."""
