"""Places: which names are places, which place each one is, and whether it stands for a government."""
