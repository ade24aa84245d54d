"""Factuality: whether a clause tells something as happened, negated, conditional, to come, or merely possible."""
