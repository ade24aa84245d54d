"""Quotations: who said what to whom, in which words, from marks to speakers and source chains."""
