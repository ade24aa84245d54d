"""Acceptance: which of the conflicts that rules and judges propose a careful reader of both reports would accept."""
