"""Slots: two values of one slot (time, place, quantity ...) to the verdict whether both can be true."""
