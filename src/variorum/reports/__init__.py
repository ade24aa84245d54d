"""Reading: bytes to reports."""
