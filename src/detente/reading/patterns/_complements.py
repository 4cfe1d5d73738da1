"""What a verb of judging holds a thing to be: "considers the award void", "sees it as a tax"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.parsed import Token
from detente.reading.wording import phrases, words

_Found = tuple[Token | None, Token]  # the thing, and the head of what it is held to be

ON = frozenset({"look on", "look upon", "refer to", "think of", "speak of", "write off"})
_WITH_AS = words(
    "see view treat read interpret perceive describe portray characterise characterize depict "
    "paint cast defend justify count hail praise dismiss denounce deride decry slam condemn class "
    "classify liken ridicule mock rate regard style write scorn qualify understand"
)
_ALWAYS_AS = words(
    "regard treat describe portray characterise characterize depict class classify perceive "
    "denounce deride hail dismiss view"
)
_DEEMING = words("consider deem declare call find think pronounce judge rule believe proclaim hold")
_MERGED = words("void null sound dead moot theirs ours hers mine his final open shut wrong right")
_OUTSIDE = frozenset(phrases(
    "without effect; without force; without merit; without foundation; without basis; "
    "without value; without justification; without substance; without precedent; without object; "
    "without legal; beneath contempt; beneath the; beneath its; beneath their; beneath him; "
    "beneath her; below the; beyond dispute; "
    "beyond doubt; beyond question; beyond repair; beyond the; beyond reproach; beyond its; "
    "above the law; above reproach; above suspicion; out of; at odds; of no; of little; of great; "
    "in breach; in violation; in order; in line; in bad; in good; under attack; under threat; "
    "under siege; against the; contrary to; not for; up to; over and; on its way"
))  # fmt: skip
_NEAR = 9  # words from "called" to what stands in quotation marks


def complement(telling: Telling, verb: Token, key: str) -> tuple[Token | None, set[str]] | None:
    """The thing, and the words of what it is held to be.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland regards the matter as closed. Sudmark declared the vote without effect."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> for verb in telling.doc[1], telling.doc[8]:
    ...     thing, said = complement(telling, verb, verb.lemma_)
    ...     print(thing, sorted(said))
    matter ['as', 'close', 'closed']
    vote ['effect', 'without']
    """
    found = _parsed(verb, key)
    if found is None:
        return _quoted(telling, verb, key)
    return found[0], _words(found[1])


def _quoted(telling: Telling, verb: Token, key: str) -> tuple[Token | None, set[str]] | None:
    """As in "called that “a fairy tale”", where the marks led the parse astray."""
    after = verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]
    for token in after:
        if token.text in {",", ";", ":", "("} or token.lower_ in {"to", "that's", "whether"}:
            return None
        if telling.quotation(token) is not None:
            words = {t.lower_ for t in after if telling.quotation(t) is not None}
            between = [t for t in after if t.i < token.i and not t.is_punct]
            if not between or (key in _WITH_AS and between[-1].lower_ != "as"):
                return None
            return next((t for t in between if t.dep_ in {"dobj", "nsubj"}), between[0]), words
    return None


def _parsed(verb: Token, key: str) -> _Found | None:
    thing = _thing(verb)
    named = next((c for c in verb.children if c.i > verb.i and c.dep_ == "oprd"), None)
    if named is not None and key not in _WITH_AS:
        return thing, named
    after = _after_as(verb, key, thing)
    if after is not None or key in _WITH_AS:
        return after
    pointed = next(iter(thing.lefts), None) if thing is not None and key == "call" else None
    if thing is not None and pointed is not None and pointed.lower_ in {"this", "that"}:
        return pointed, thing  # "calls this bluster": the parser takes "this" with the noun
    late = thing.rights[0] if thing is not None and thing.rights else None
    if late is not None and late.dep_ == "amod" and late.i == late.head.i + 1:
        return thing, late  # "called its terms unacceptable"
    return _small_clause(verb) or _outside(verb, thing)


def _after_as(verb: Token, key: str, thing: Token | None) -> _Found | None:
    """As in "regards the boat as a tax", "describes the step as right but late"."""
    if thing is None and key not in ON and verb.dep_ != "relcl":
        return None
    for token in verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.sent.end)]:
        if token.lower_ == "as" and verb in token.ancestors:
            inner = _held(token, verb, key)
            if inner is not None:
                return thing, inner
    return None


def _held(as_: Token, verb: Token, key: str) -> Token | None:
    """What stands after an "as" that hangs on the verb, on the thing, or on what follows."""
    head = as_.head
    if as_.dep_ == "prep" and (head == verb or key in _WITH_AS | ON):
        inner = next((c for c in as_.children if c.dep_ in {"pobj", "amod", "pcomp"}), None)
        return inner or (as_.nbor() if head == verb and as_.i + 1 < len(as_.doc) else None)
    if as_.dep_ == "mark" and head == verb:
        return as_.nbor()
    if as_.dep_ == "mark" and head.dep_ == "advcl" and head.head == verb:
        return _clausal(head, key)  # "regards the boat as the closure come early"
    late = any(token.lower_ == "as" for token in as_.doc[head.i + 1 : head.i + 3])
    adverbial = head.i > as_.i and head.pos_ in {"ADJ", "NOUN", "ADV"} and not late
    return head if key in _WITH_AS and adverbial else None


def _clausal(clause: Token, key: str) -> Token | None:
    """What is meant by a clause that the parser makes of "as closed", "as the end come early"."""
    own = syntax.first(clause, *syntax.SUBJECTS)
    tensed = clause.tag_ in {"VBD", "VBZ"} or any(True for _ in syntax.children(clause, "aux"))
    if key not in _ALWAYS_AS and (tensed or own is None):
        return None  # "saw the price rise as the strike went on"
    return own or clause


def _thing(verb: Token) -> Token | None:
    if syntax.is_passive(verb) and verb.dep_ != "acl":
        return syntax.first(verb, "nsubjpass")
    own = syntax.first(verb, "dobj")
    if own is not None and own.tag_ not in {"WDT", "WP"}:
        return own
    return verb.head if verb.dep_ in {"relcl", "acl"} else own


def _small_clause(verb: Token) -> _Found | None:
    """As in "considers the matter closed": a clause without a verb of its own."""
    for child in syntax.children(verb, "ccomp"):
        own = syntax.first(child, "nsubj", "nsubjpass")
        if own is None and child.pos_ == "NOUN" and verb.lemma_ in {"call", "brand", "term", "dub"}:
            return child, child  # "called Norland's offer derisory"
        told = child.tag_ == "VBD" and verb.lemma_ in _DEEMING  # "the matter closed"
        finite = (syntax.is_finite(child) and not told) or syntax.modal(child)
        reflexive = verb.lemma_ == "find" and own is not None and own.lower_.endswith("self")
        if reflexive:
            continue  # "finds itself squeezed"
        if own is not None and own.i > verb.i and not finite and child.tag_ not in {"VB", "VBG"}:
            return own, child
    return _merged(verb)


def _merged(verb: Token) -> _Found | None:
    """As in "declared the assembly void", where the parser makes one name of the two."""
    for child in syntax.children(verb, "ccomp", "dobj"):
        own = syntax.first(child, "compound")
        if child.lower_ in _MERGED and own is not None and own.i == child.i - 1:
            return own, child
    return None


def _outside(verb: Token, thing: Token | None) -> _Found | None:
    """As in "declared the vote without effect", "called the remark beneath its dignity"."""
    if thing is None or verb.lemma_ not in _DEEMING or thing.i < verb.i:
        return None
    if thing.left_edge.lower_ in {"a", "an"} or not (thing.pos_ == "PRON" or any(thing.lefts)):
        return None  # "called a vote of no confidence"
    for preposition in (*_prepositions(thing), *_prepositions(verb)):
        two = preposition.doc[preposition.i : preposition.i + 2].text.lower()
        three = preposition.doc[preposition.i : preposition.i + 3].text.lower()
        if preposition.i == thing.right_edge.i + 1 or preposition.head == thing:
            return (thing, preposition) if not _OUTSIDE.isdisjoint((two, three)) else None
    return None


def _prepositions(word: Token) -> Iterator[Token]:
    return (child for child in syntax.children(word, "prep") if child.i > word.i)


def _words(head: Token) -> set[str]:
    """Those of what it is held to be, without when and why, and what is said of it besides."""
    late = {t.i for c in syntax.children(head, "advcl") for t in c.subtree}
    comma = next((c.i for c in head.rights if c.text == ","), head.right_edge.i + 1)
    inside = [token for token in head.subtree if token.i < comma and token.i not in late]
    return {t.lower_ for t in inside} | {t.lemma_.lower() for t in inside}
