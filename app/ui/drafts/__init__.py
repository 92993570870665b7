"""Forms that were begun and not saved, and the way back to them."""
