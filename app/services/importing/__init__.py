"""Takes a foreign file into the register, whole or not at all."""
