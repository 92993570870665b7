"""Records who came home, and what is made sure of him."""
