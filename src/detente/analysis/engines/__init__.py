"""Engines: ways to compute the same thing. Each is compared with the naive judge of the tests."""
