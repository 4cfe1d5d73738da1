"""Measurements, one file a question; `python -m benchmarks [NAME…]` prints a table of each."""
