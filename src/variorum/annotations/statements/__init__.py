"""Statements: clauses read as things told: who, what, when, where, how many, how sure, by whom."""
