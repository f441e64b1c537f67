"""Delegations and what they say about a text."""
