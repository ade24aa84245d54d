"""Statements: clauses of two reports that tell the same thing."""
