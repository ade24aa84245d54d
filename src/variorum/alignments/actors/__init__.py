"""Actors and things: the entities of different reports that are one."""
