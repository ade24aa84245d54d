"""Comparing: alignments to units, conflicts, variants, coverage, designations, sources, network, timeline."""
