"""Takes lists in, decides their rows, sends ours."""
