"""Quotations: the same utterance in two reports."""
