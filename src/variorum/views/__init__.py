"""Seeing: a comparison to what people and machines read."""
