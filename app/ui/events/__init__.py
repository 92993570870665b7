"""The forms in which events are recorded, corrected and given one more source."""
