"""Who came home when, and what of it is still to be made sure."""
