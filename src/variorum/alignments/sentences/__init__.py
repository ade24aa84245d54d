"""Sentences: what is joined where clauses are not, and reports of one sentence."""
