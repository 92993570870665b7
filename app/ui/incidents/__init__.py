"""Incidents and their claims."""
