"""Tables of names and words, as package data."""
