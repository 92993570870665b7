"""Drivers, engine, unit of work, schema upgrade."""
