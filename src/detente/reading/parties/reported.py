"""Whom a pronoun means in what somebody is told to say: "Norland said it would not pay"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import saying
from detente.reading.grammar import THEY, WILL, shortly_before
from detente.reading.moods import is_due
from detente.reading.parsed import Token
from detente.reading.parties.cast import is_office
from detente.reading.parties.memory import Ids
from detente.reading.syntax import NOMINAL, SUBJECTS, subject
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parties.reference import Resolver

_TELLING = frozenset({"tell", "inform", "notify", "assure", "remind", "warn"})
_BESIDE = frozenset({"appos", "compound", "nmod"})
_WANTS = words("want need wish intend expect hope plan prefer")


def teller(token: Token) -> Token | None:
    """Of "Norland said it would go", who says so, where a pronoun is the subject of what is said.

    >>> from detente.reading.page import phrase
    >>> teller(phrase("Norland said it would go.")[2])
    Norland
    >>> teller(phrase("Norland wants Sudmark to pay and has said it would go.")[8])
    Norland
    """
    verb = _content(token.head)
    if token.dep_ not in SUBJECTS or verb.dep_ != "ccomp":
        return None
    own = next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)
    again = own is None and verb.head.dep_ == "conj" and saying.is_plain(verb.head)
    return subject(verb.head) if again and _is_to_do(token.head) else own


def _content(verb: Token) -> Token:
    """Of "said that it was ready, that it would go": the first of what is said.

    >>> from detente.reading.page import phrase
    >>> _content(phrase("Norland said it was ready and that it would go.")[9])
    was
    """
    while verb.dep_ in {"conj", "advcl"} and any(
        child.lower_ == "that" and child.dep_ == "mark" for child in verb.children
    ):
        verb = verb.head
    return verb


def told_of(walk: Resolver, token: Token) -> Ids:
    """Of "Norland will not pay, its envoy said": whose envoy it is, the subject of what is told.

    `token` is the possessive, a pronoun or "the country's".
    """
    if token.dep_ != "poss":
        return ()
    teller = token.head
    while teller.dep_ in _BESIDE:
        teller = teller.head
    verb = _lost(token) or teller.head
    behind = teller.dep_ == "dobj" and verb.i + 1 == token.i and verb.nbor(-1).text == ","
    if not (behind or verb != teller.head or teller.dep_ in SUBJECTS) or not saying.is_plain(verb):
        return ()
    told = [verb.head] if behind and verb.dep_ == "conj" else []  # "..., declared its envoy"
    told += [child for child in verb.children if child.dep_ == "ccomp" and child.i < token.i]
    told += [verb.head] if verb.dep_ == "parataxis" and verb.head.i < token.i else []
    doer = next(filter(None, map(subject, told)), None)
    if doer is not None and is_of_others(walk, doer):
        return ()  # "They turned it down," said its director
    ids = walk.followed(walk.ids.get(doer.i, ())) if doer is not None else ()
    return ids if len(ids) == 1 and not walk.entry(ids[0]).is_person else ()


def named_in(walk: Resolver, token: Token) -> Ids:
    """Of "Sudmark, it said, had not paid": Sudmark, who is not who says it.

    Of "Sudmark had not paid, it said" it may be, in agencies' reports.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland halted talks with Sudmark. Sudmark, it said, had broken its word."
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[8])
    ('norland',)
    """
    verb = token.head
    aside = verb.dep_ == "parataxis" and token.dep_ in SUBJECTS and saying.is_plain(verb)
    told = verb.head.lefts if aside else ()
    doer = next((one for one in told if one.dep_ in SUBJECTS and one.i < token.i), None)
    if doer is None or doer.pos_ not in NOMINAL or doer.right_edge.i < token.i - 2:
        return ()
    named = walk.ids.get(doer.i, ())
    back = shortly_before(walk.doc[token.sent.start])
    inside = any(one.lemma_ in _BODIES and walk.ids.get(one.i) == named for one in back)
    return () if inside else named  # "Norland's ministry was angry. Norland, it said, ..."


_BODIES = words(
    "ministry government office department administration cabinet army military embassy treasury "
    "presidency navy agency court party spokesman spokeswoman statement board"
)


def of_one(walk: Resolver, office: Token) -> Ids:
    """Of "Norair will not pay, a director said": whose director, the subject of what is told.

    `office` is somebody without a name of whom nothing says whose he is.
    """
    lone = any(child.lower_ in {"a", "an", "one"} for child in office.lefts)
    verb = office.head
    if not lone or office.dep_ not in SUBJECTS or not saying.is_plain(verb):
        return ()
    told = (child for child in verb.children if child.dep_ == "ccomp" and child.i < office.i)
    doer = next(filter(None, map(subject, told)), None)
    if doer is None or doer.idx in walk.spoken or not _is_to_do(doer.head):
        return ()
    ids = walk.followed(walk.ids.get(doer.i, ()))
    return ids if len(ids) == 1 and not walk.entry(ids[0]).is_person else ()


def of_whose_person(walk: Resolver, noun: Token) -> Ids:
    """Of "The trust's factor said he would ask": the trust, though no table has such an office.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland refused to pay. Norland's bookman said he would have to ask."
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[7])
    ('norland',)
    """
    verb = noun.head
    if noun.tag_ != "NN" or noun.dep_ != "nsubj" or not saying.is_plain(verb):
        return ()
    if not any(child.dep_ == "poss" and child.i < noun.i for child in noun.children):
        return ()
    told = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    says = (one for clause in told for one in clause.lefts if one.dep_ in SUBJECTS)
    return walk.owner(noun) if any(one.lower_ in {"he", "she"} for one in says) else ()


def is_of_others(walk: Resolver, doer: Token) -> bool:
    """Whether who speaks names others: "Norland is lying"; not "Norland will not pay"."""
    return doer.idx in walk.spoken and (doer.pos_ == "PRON" or not _is_to_do(doer.head))


def _lost(token: Token) -> Token | None:
    """Of "until it gives visas, its director, Jon Averin, said" the verb, which has no subject."""
    if not is_office(token.head) or not token.i or token.nbor(-1).text != ",":
        return None
    verb = next((one for one in token.ancestors if one.i > token.head.i), None)
    if verb is None or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    return verb


def saying_so(walk: Resolver, token: Token) -> Ids:
    """Of "Norland rejected Sudmark's offer, saying that it would sue": who says so."""
    verb = token.head.head
    said = token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" and verb.dep_ == "advcl"
    if not said or verb.tag_ != "VBG" or not saying.is_plain(verb):
        return ()
    doer = subject(verb)
    ids = walk.followed(walk.ids.get(doer.i, ())) if doer is not None else ()
    return ids if len(ids) == 1 else ()


def of_officer(walk: Resolver, token: Token) -> Ids:
    """Of "Norland's president said he would not go": whose president says so, without a name."""
    doer = teller(token)
    return walk.ids.get(doer.i, ()) if doer is not None and is_office(doer) else ()


def of_state(walk: Resolver, token: Token) -> Ids:
    """Of "Norland's envoy, Ana Berg, met them. She said the government was ready": Norland.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = (
    ...     "Sudmark wants an apology. Norland's envoy, Ana Berg, said Sudmark would get none. "
    ...     "She said the government was ready to pay."
    ... )
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[21])
    ('norland',)
    """
    doer = teller(token)
    ids = walk.ids.get(doer.i, ()) if doer is not None else ()
    if len(ids) != 1 or not walk.entry(ids[0]).is_person:
        return ()
    whose = walk.entry(ids[0]).speaks_for
    return (whose,) if whose and walk.entry(whose).type == "state" else ()


def of_speaker(walk: Resolver, token: Token) -> Ids:
    """Of "The firm's spokesman said it was ready": for whom the one who says so speaks."""
    verb = _content(token.head)
    if token.dep_ not in SUBJECTS or verb.dep_ != "ccomp":
        return ()
    if whom := _letting(walk, verb) or _told(walk, verb):
        return whom
    doer = teller(token)
    ids = walk.ids.get(doer.i, ()) if doer is not None else ()
    if doer is None or doer.lower_ in {"each", "neither", "both"}:
        return walk.followed(ids)  # "Each says it will stop"
    joined = _joined(walk, token, doer) or _of_own_will(walk, token, doer)
    if joined or len(ids) != 1:
        return joined
    if doer.i > token.i and _is_met(walk, verb, walk.followed(ids)):
        return ()
    told = verb.head.lemma_ in _TELLING and not walk.entry(ids[0]).is_person
    told = told or _is_of_many(walk, token, doer, ids)
    told = told or (verb != token.head and _is_to_do(token.head))  # ", and that it would go"
    return walk.followed(ids) if walk.entry(ids[0]).speaks_for or told else ()


def _letting(walk: Resolver, verb: Token) -> Ids:
    """Of "Norland has let Sudmark know that it would sue": who lets it know."""
    know = verb.head
    if know.lemma_ != "know" or know.head.lemma_ != "let":
        return ()
    doer = subject(know.head)
    ids = walk.followed(walk.ids.get(doer.i, ())) if doer is not None else ()
    return ids if len(ids) == 1 and not walk.entry(ids[0]).is_person else ()


def _is_of_many(walk: Resolver, token: Token, teller: Token, ids: Ids) -> bool:
    """Of "A spokesman for the traders said they had not given up": of the traders."""
    many = token.lower_ in THEY and walk.entry(ids[0]).type in {"group", "organisation"}
    return many and is_office(teller) and teller.i < token.i


def _joined(walk: Resolver, token: Token, doer: Token) -> Ids:
    """Of "A, B and C told it that they would leave": all of these."""
    if token.lower_ not in THEY or doer.i > token.i:
        return ()
    each = [walk.ids.get(one.i, ()) for one in (doer, *doer.conjuncts)]
    named = [ids for ids in each if ids]
    return walk.followed(tuple(id_ for ids in named for id_ in ids)) if len(named) > 1 else ()


def _of_own_will(walk: Resolver, token: Token, teller: Token) -> Ids:
    """Who says so, where the pronoun is told to want or to be about to do something.

    What is past may be told of another ("It had broken its word, Norland said").

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> text = "Norland met Sudmark. Sudmark left. It would not pay, Norland's envoy said."
    >>> built = scene.build(Document("d1", text=text))
    >>> built.refers(built.doc[7])
    ('norland',)
    """
    verb = token.head
    if not _is_to_do(verb) or teller.i < token.i or not saying.is_plain(_content(verb).head):
        return ()
    owner = next((child for child in teller.children if child.dep_ == "poss"), None)
    named = walk.cast.named.get(teller.i) or (owner and walk.cast.named.get(owner.i))
    entry = walk.entry(named) if named else None
    return () if entry is None or entry.is_person else walk.followed((entry.id,))


def _is_to_do(verb: Token) -> bool:
    """As in "it would pay", "it wanted": what whoever says so wants or will do."""
    return verb.lemma_ in _WANTS or any(child.lower_ in WILL for child in verb.children)


def _told(walk: Resolver, verb: Token) -> Ids | None:
    """Of "told Norland that it must leave", "asked Norland when it would leave": Norland."""
    teller = verb.head
    whom = [child for child in teller.children if child.dep_ in {"dobj", "dative"}]
    ids = walk.followed(walk.ids.get(whom[0].i, ())) if len(whom) == 1 else ()
    if len(ids) != 1 or walk.entry(ids[0]).is_person:
        return None
    helpers = {child.lower_ for child in verb.children}
    asked = teller.lemma_ == "ask" and bool(helpers & _QUESTIONS)
    return ids if asked or (teller.lemma_ in _TELLING and is_due(verb)) else None


_QUESTIONS = frozenset({"whether", "if", "when", "why", "how", "where", "what"})


def _is_met(walk: Resolver, verb: Token, ids: Ids) -> bool:
    """Whether a clause has them as its object: "It has asked Norland to wait, Norlanders say"."""
    objects = (child for child in verb.children if child.dep_ == "dobj")
    return any(walk.cast.named.get(one.i) in ids for one in objects)
