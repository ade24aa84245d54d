"""Designations: labels, loaded words, hedges and doubt, and whom they are about."""
