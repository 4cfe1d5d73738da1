"""The nouns of detente: frozen values, formulas, and the dispute file."""
