"""Words every floor may speak; standard library only."""
