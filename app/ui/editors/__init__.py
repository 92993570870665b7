"""The forms in which a man is registered and the parts of his file are changed."""
