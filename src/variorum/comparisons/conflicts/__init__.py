"""Conflicts: what the readings of one thing cannot all be true in, and why."""
