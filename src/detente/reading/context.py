"""What stands around the positions: what is contested, that it is stuck, what would free it."""

from __future__ import annotations

from detente.reading.objects import find as objects
from detente.reading.picking import sentences
from detente.reading.standstill import status_quo
from detente.reading.ways import ways_out

__all__ = ["objects", "sentences", "status_quo", "ways_out"]
