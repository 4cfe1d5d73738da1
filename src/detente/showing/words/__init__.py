"""All prose of a brief, made in one place from data: formulas, names, verdicts in words."""
