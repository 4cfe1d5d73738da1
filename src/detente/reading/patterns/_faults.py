"""Whose fault something is said to be: "was its doing", "has itself to blame", "rests with it"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.parsed import Token
from detente.reading.wording import words


def is_own_fault(verb: Token) -> bool:
    """As in "says that the company has only itself to blame": a charge by whoever says so.

    >>> from detente.reading.page import phrase
    >>> is_own_fault(phrase("Norland has only itself to blame.")[1])
    True
    """
    owes = verb.lemma_ == "have" and any(t.lower_.endswith(_SELF) for t in verb.children)
    return owes and any(t.lower_ == "blame" for t in syntax.children(verb, "xcomp", "relcl", "acl"))


_SELF = ("self", "selves")


def of_nature(verb: Token) -> bool:
    """As in "blamed the drought": a claim, and no charge against anybody.

    >>> from detente.reading.page import phrase
    >>> told = "Norland blamed the drought.", "Norland blamed the mayor."
    >>> [of_nature(phrase(text)[1]) for text in told]
    [True, False]
    """
    blamed = syntax.first(verb, "dobj") if verb.lemma_ == "blame" else None
    on = next((c for c in verb.rights if c.lower_ in {"on", "upon"} and c.dep_ == "prep"), None)
    blamed = syntax.first(on, "pobj") if on is not None else blamed  # "blamed the flood on it"
    of = syntax.first(blamed, "prep") if blamed is not None else None  # "four years of drought"
    inner = syntax.first(of, "pobj") if of is not None else None
    cause = syntax.first(verb, "nsubj") if verb.lemma_ == "be" else None  # "a storm was to blame"
    things = (blamed, inner, cause)
    return any(noun is not None and noun.lemma_.lower() in _NATURE for noun in things)


_NATURE = words(
    "drought weather rain flood storm wind climate heat frost winter tide current fog virus "
    "pandemic disease accident error fault breakdown malfunction misunderstanding price cost "
    "market inflation shortage delay traffic age corrosion rust nature technology computer software"
)


def is_fault(telling: Telling, verb: Token) -> bool:
    """As in "the failure of the talks was Sudmark's doing".

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "Sudmark left. Norland said that the failure of the talks was Sudmark's doing."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [token.text for token in telling.doc if is_fault(telling, token)]
    ['was']
    """
    blamed = (c for c in syntax.children(verb, "attr") if c.lemma_ in _FAULTS)
    whose = {p for c in blamed for p in telling.who(syntax.first(c, "poss"))}
    return bool(whose) and not whose & set(telling.voice(verb).holder)


def is_laid_on(telling: Telling, verb: Token) -> bool:
    """As in "all responsibility will rest with Sudmark".

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "Norland met Sudmark. All responsibility will rest with Sudmark, Norland said."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [verb.text for verb in telling.scene.verbs if is_laid_on(telling, verb)]
    ['rest']
    """
    blame = syntax.first(verb, "nsubj") if verb.lemma_ in _RESTING else None
    if blame is None or blame.lemma_ not in _BLAME:
        return False
    on = (c for c in syntax.children(verb, "prep") if c.lower_ in {"with", "on", "upon"})
    whom = next((one for c in on for one in syntax.children(c, "pobj")), None)
    return whom is not None and not set(telling.whose(whom)) & set(telling.voice(verb).holder)


_BLAME = words("responsibility blame fault guilt onus")
_RESTING = words("lie rest fall")
_FAULTS = words("doing fault work handiwork responsibility blame mistake invention")
