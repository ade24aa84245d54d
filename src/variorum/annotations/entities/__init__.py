"""Entities: names, nominals and pronouns to those whom a report speaks of (coreference within a report)."""
