"""Wordings: how the words of two stretches of text lie to each other."""
