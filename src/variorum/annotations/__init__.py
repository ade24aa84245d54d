"""Annotating: a report to what stands in it, one file a phenomenon, found through the registry."""
