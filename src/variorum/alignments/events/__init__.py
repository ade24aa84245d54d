"""Events: those of two reports that are one."""
