"""Conditions: what a position depends on, by which words.

A thing that somebody gives or does, what joins it to its condition, and the condition: each module
knows one way of joining them, and what they find is a `found.Found`.
"""
