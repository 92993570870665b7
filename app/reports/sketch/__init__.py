"""The geometry of sketch maps: which ground, at what scale, which names where; no ink, no Qt."""
