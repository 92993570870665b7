"""What a paper is made from, and what left the office on paper."""
