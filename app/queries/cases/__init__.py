"""What the office reads of its cases: lists of them, a file, what was asked of them."""
