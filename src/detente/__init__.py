"""detente: from the coverage of a stuck dispute to a model, to why it is stuck, to the ways out."""

__version__ = "0.1.0"
