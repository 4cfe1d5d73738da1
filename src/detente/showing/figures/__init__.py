"""Figures drawn from the model: deterministic values that a renderer turns into SVG."""
