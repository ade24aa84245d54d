"""Aligning: a story to the links between its reports."""
