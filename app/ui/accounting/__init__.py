"""The accounting sheet on screen: for an incident, a unit, a question or everybody."""
