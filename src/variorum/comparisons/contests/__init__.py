"""Contests: sentences of two reports that may answer one question, and how likely their answers exclude each other."""
