"""What somebody finds a pity or a shame that another does: "it was regrettable that they left"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.wording import words


def is_deplored(telling: Telling, verb: Token) -> bool:
    """As in "said it was regrettable that the union was going ahead".

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "Norland said it was regrettable that Sudmark was going ahead. Sudmark left."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [token.text for token in telling.doc if is_deplored(telling, token)]
    ['was']
    """
    if verb.lemma_ != "be":
        return False
    it = syntax.first(verb, *syntax.SUBJECTS)
    sad = [c for c in syntax.children(verb, "acomp", "attr") if c.lower_ in _DEPLORABLE]
    if it is None or it.lower_ not in {"it", "that"} or not sad:
        return False
    done = [one for at in (verb, *sad) for one in syntax.children(at, "ccomp") if one.i > verb.i]
    doers = {party for one in done for party in telling.doer(one)}
    own = set(telling.voice(verb).holder)
    return bool(own and doers) and not doers & own and not is_negated(verb)


_DEPLORABLE = words(
    "disappointing regrettable unfortunate deplorable shameful outrageous disgraceful "
    "irresponsible unforgivable inexcusable scandalous reprehensible lamentable unconscionable"
)
