"""A second reader beside the rules: what it proposes is kept only where the text bears it out.

The rules read first, and what they find stays. A second reader may add positions of the parties
that the rules know; every one of them is a quote of the text, or it is dropped. Whatever it fails
at leaves the rules' reading as it is, and a warning.
"""
