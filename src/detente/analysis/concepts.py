"""The stability concepts: one scheme with two switches, a row a concept.

A state s is stable for party i when every unilateral improvement t of i from s is *sanctioned*:
the others can go from t to some u that i does not prefer to s. The switches: whether the
sanctioners may make any move or must improve at each, and whether i may still respond to u, in
which case no response of i may be better for it than s.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.errors import NothingToAnswerError


@dataclass(frozen=True, slots=True)
class Concept:
    """A stability concept.

    Attributes
    ----------
    name
        As in the field's papers, in small letters.
    title
        In words.
    sanctions
        How the others may sanction: by any ``moves``, by ``improvements`` of their movers alone, or
        not at all (None), so that every improvement unsettles a state.
    respond
        Whether the party may respond to the sanction.
    source
        Author and year.
    """

    name: str
    title: str
    source: str
    sanctions: str | None
    respond: bool = False

    @property
    def credible(self) -> bool:
        """Whether each of the sanctioners' moves must be an improvement for its mover."""
        return self.sanctions == "improvements"

    @property
    def deterrent(self) -> Concept:
        """The concept under which improvements are sanctioned: itself, but Nash's, where none is.

        >>> CONCEPTS["gmr"].deterrent.name, CONCEPTS["nash"].deterrent.name
        ('gmr', 'seq')
        """
        return self if self.sanctions else CONCEPTS[CHOSEN]


_SCHEME = (
    Concept("nash", "Nash stability", "Nash 1950", sanctions=None),
    Concept("gmr", "general metarationality", "Howard 1971", sanctions="moves"),
    Concept(
        "smr",
        "symmetric metarationality",
        "Howard 1971; in graph form Fraser and Hipel 1979",
        sanctions="moves",
        respond=True,
    ),
    Concept("seq", "sequential stability", "Fraser and Hipel 1979, 1984", sanctions="improvements"),
    Concept(
        "sseq",
        "symmetric sequential stability",
        "Rêgo and Vieira 2017",
        sanctions="improvements",
        respond=True,
    ),
)

CONCEPTS = {concept.name: concept for concept in _SCHEME}
"""By name. Nash 1950, Equilibrium points in n-person games. Howard 1971, Paradoxes of Rationality.
Fraser and Hipel 1979, Solving complex conflicts; 1984, Conflict Analysis: Models and Resolutions.
Rêgo and Vieira 2017, Symmetric sequential stability in the graph model for conflict resolution with
multiple decision makers. In graph form all in Fang, Hipel and Kilgour 1993, Interactive Decision
Making, but for the last."""

CHOSEN = "seq"


def concepts(names: Iterable[str] = tuple(CONCEPTS)) -> tuple[Concept, ...]:
    """The concepts of those names, in that order.

    Raises
    ------
    NothingToAnswerError
        Where there is no such concept.

    Examples
    --------
    >>> [concept.title for concept in concepts(["nash", "seq"])]
    ['Nash stability', 'sequential stability']
    """
    chosen = tuple(names)
    unknown = [name for name in chosen if name not in CONCEPTS]
    if unknown:
        message = f"there is no concept {unknown[0]!r}; there are {', '.join(CONCEPTS)}"
        raise NothingToAnswerError(message)
    return tuple(CONCEPTS[name] for name in chosen)
