"""Those whom nobody names and who propose a way out: "A canon lawyer in Kochi suggests a vote"."""

from __future__ import annotations

from collections.abc import Container

from detente.reading.grammar import OWNING
from detente.reading.parsed import Doc, Token
from detente.reading.parties.bodies import INDEFINITE, is_crowd
from detente.reading.parties.cast import Cast, is_office
from detente.reading.parties.names import Name, nouns, text_of
from detente.reading.parties.phrases import complement_end, tail_end
from detente.reading.wording import words

_ONE = INDEFINITE | {"one", "another"}
_RETIRED = words("retired former ex veteran emeritus one-time erstwhile")
_WISE = words("""
    lawyer adviser advisor agent judge architect surveyor barrister solicitor notary auditor
    accountant mediator planner arborist physician priest monk nun abbot friar vicar imam rabbi
    teacher headteacher justice""")
_TIED = frozenset({"of", "for", "to", "with", "from"})
_PROPOSING = words("suggest recommend propose advocate advise")
_DRAWING = words("put draw draft sketch float circulate devise work prepare present submit offer")
_PLANS = nouns("plans") | words("notion settlement treaty accord scale ladder design")
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "advcl"})


def enter(doc: Doc, found: Cast, read: Container[int]) -> None:
    """Enter into a cast who has no name, speaks for nobody and proposes how it could go on.

    >>> from detente.reading.page import phrase
    >>> doc, people = phrase("A hydrologist in Lisse suggests sharing the water."), Cast()
    >>> enter(doc, people, range(len(doc)))
    >>> people.heads
    {1: ('hydrologist', 'office')}
    """
    for token in doc:
        free = token.i in read and token.i not in found.named
        if free and _is_anybody(token, found) and proposes(token):
            _enter(doc, found, token)


def _is_anybody(token: Token, found: Cast) -> bool:
    """Whether it is a person, or some people, told of by what they are, and nobody's."""
    if token.tag_ not in {"NN", "NNS"} or token.dep_ != "nsubj":
        return False
    lefts = {child.lower_ for child in token.lefts}
    lemma = token.lemma_.casefold()
    retired = bool(lefts & _RETIRED) and (is_office(token) or is_crowd(lemma))
    learned = lemma in _WISE | nouns("experts") or _is_learned(lemma)
    unknown = _are_some(token) if token.tag_ == "NNS" else bool(lefts & _ONE)
    free = token.tag_ == "NN" and (lemma in nouns("independents") or _is_of_several(token))
    if not unknown or not (retired or learned or free):
        return False
    inside = [one for child in token.children for one in child.subtree if child.dep_ != "relcl"]
    named = any(
        one.i in found.named and found.entries[found.named[one.i]].is_person for one in inside
    )
    tied = any(child.dep_ == "prep" and child.lower_ in _TIED for child in token.children)
    before = (one for one in inside if one.i < token.i and one.i in found.named)
    owned = any(one.dep_ != "amod" or lemma in _WISE for one in before)  # "American jurists"
    return not named and (retired or not ((tied and _is_somebodys(token, found)) or owned))


def _are_some(people: Token) -> bool:
    """As "some lawyers", "two former ministers", "Economists at a university"; not "the lawyers".

    >>> from detente.reading.page import phrase
    >>> [_are_some(phrase(text)[-1]) for text in ("some lawyers", "two lawyers", "the lawyers")]
    [True, True, False]
    """
    own = [child for child in people.lefts if child.dep_ in {"det", "poss", "nummod"}]
    return all(child.lower_ in _SOME or child.dep_ == "nummod" for child in own)


_SOME = words("some several many few other most various")


def _is_of_several(body: Token) -> bool:
    """As "a group of retired diplomats", "a task force"."""
    if body.lemma_ == "force":
        return any(child.lower_ == "task" for child in body.lefts)
    of = (child for child in body.children if child.lower_ == "of")
    several = (one for prep in of for one in prep.children if one.dep_ == "pobj")
    return body.lemma_ in _GROUPS and any(one.tag_ == "NNS" for one in several)


_GROUPS = words("group team panel circle committee network handful dozen alliance coalition body")


def _is_learned(lemma: str) -> bool:
    return lemma.endswith(("logist", "grapher", "nomist", "ologian"))


def _is_somebodys(token: Token, found: Cast) -> bool:
    """As "a lawyer for the union", "an adviser to the ministry": with whom there is an article."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _TIED - {"with", "from"}:
            for noun in (one for one in child.children if one.dep_ == "pobj"):
                if noun.i in found.named or any(c.lower_ == "the" for c in noun.lefts):
                    return True
    return False


def is_elsewhere(verb: Token) -> bool:
    """As in "other towns, where a joint committee proposes two names": nobody here does it."""
    return verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.lefts)


def proposes(token: Token) -> bool:
    """Whether the subject headed by a token proposes something: "has drawn up a plan".

    >>> from detente.reading.page import phrase
    >>> texts = ("A retired pilot has drawn a plan in which the crane moves.",
    ...          "A lawyer recommends leaving it to each parish.", "A lawyer drew a card.",
    ...          "A geographer would leave the flag where it is.", "Lawyers floated a joint fund.",
    ...          "She lives in a town where a committee proposes two names.")
    >>> [any(map(proposes, phrase(text))) for text in texts]
    [True, True, False, True, True, False]
    """
    verb = token.head
    if token.dep_ != "nsubj" or any(child.dep_ == "neg" for child in verb.children):
        return False
    if is_elsewhere(verb):
        return False
    things = [child for child in verb.children if child.dep_ == "dobj"]
    if verb.lemma_ in _PROPOSING:
        return bool(things) or any(child.dep_ in _CLAUSES for child in verb.children)
    if (token.tag_ == "NN" and _would(verb)) or (things and _is_put_forward(verb)):
        return True
    drawn = verb.lemma_ in _DRAWING and any(one.lemma_ in _PLANS for one in things)
    return drawn and token.tag_ == "NN"  # "Planners drew a map"


def _would(verb: Token) -> bool:
    """As in "A geographer would leave the flag where it is": what he would have done."""
    helpers = [child for child in verb.children if child.dep_ == "aux"]
    supposed = any(map(is_if, verb.children))
    bare = len(helpers) == 1 and helpers[0].lower_ == "would"
    return bare and verb.tag_ == "VB" and verb.lemma_ not in _NO_STEPS and not supposed


_NO_STEPS = words(
    "be have know say think expect like love need mean matter agree want hope become seem call "
    "come go prefer see die lose win"
)


def is_if(clause: Token) -> bool:
    """As "if asked", "were it asked"; not "where it is"."""
    opens = clause.left_edge.lower_ in {"if", "unless", "were", "had", "provided", "should"}
    return clause.dep_ == "advcl" and opens


def _is_put_forward(verb: Token) -> bool:
    """As in "have floated a state company", "has put forward a swap": whatever it is."""
    forward = any(child.lower_ == "forward" for child in verb.children)
    return verb.lemma_ == "float" or (verb.lemma_ in {"put", "bring"} and forward)


def _enter(doc: Doc, found: Cast, token: Token) -> None:
    own = [c.left_edge.i for c in token.lefts if c.dep_ in OWNING and c.lower_ not in _ONE]
    start = min(own, default=token.i)
    several = token.tag_ == "NNS" or _is_of_several(token)
    sort = "group" if several else "person"
    entry = found.enter(text_of(doc, start, token.i + 1), sort, start, "expert")
    entry.descriptions |= {token.lemma_.casefold(), token.lower_}
    for end in (complement_end(token), tail_end(token)):
        entry.surfaces.setdefault(text_of(doc, start, end), "office")
    found.add(Name(start, token.i + 1, entry.name), entry.id, "office", doc)
