"""The frame every panel stands in; knows no panel."""
