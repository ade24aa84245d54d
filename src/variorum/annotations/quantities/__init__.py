"""Quantities: numbers with their bounds, units, and what or who is counted."""
