"""Labels and sentences for codes, in the reader's language."""
