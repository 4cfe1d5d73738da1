"""From statements to a draft: what was read becomes a sound, small dispute."""

from detente.reading.drafting.adding import add
from detente.reading.drafting.draft import draft
from detente.reading.drafting.judge import MOVING, SETTLED, STUCK, Judge, Judgement, Mover

__all__ = ["MOVING", "SETTLED", "STUCK", "Judge", "Judgement", "Mover", "add", "draft"]
