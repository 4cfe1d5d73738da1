"""Positions that a noun names: "its refusal to ...", "made a demand that ..."."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.saying import LIGHT
from detente.reading.wording import words

DROPPING = words("drop withdraw abandon retract renounce lift ease soften end scrap shelve waive")


def nouns(telling: Telling, table: Collection[str]) -> Iterator[tuple[Token, Token]]:
    """Nouns of a table that carry a content ("made a demand that ..."), with their verb."""
    for token in telling.scene.nouns:
        if token.lemma_ not in table:
            continue
        first = _first_conjunct(token)
        verb = first.head
        light = verb.pos_ in {"VERB", "AUX"} and verb.lemma_ in LIGHT
        said = light and first.dep_ == "dobj" and not cues.is_aside(telling, verb)
        if said and _has_content(token):
            yield token, verb


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.pos_ in syntax.NOMINAL:
        token = token.head
    return token


def owned(telling: Telling, kind: str, table: Collection[str]) -> Iterator[Finding]:
    """Positions that a noun names with its holder: "Sudmark's refusal to pay"."""
    for token in telling.scene.nouns:
        if token.lemma_ not in table or not (
            _has_content(token) or _is_spelt_out(token, kind) or _is_defied(token, kind)
        ):
            continue
        if token.lower_ == "demand" and not any(c.i < token.i for c in token.children):
            continue  # "demand for timber has risen"
        if token.lemma_ == "appeal" and any(c.lower_ == "against" for c in token.rights):
            continue  # to a court
        holder = owners(telling, token)
        if (
            holder
            and token.dep_ != "oprd"
            and not _is_dropped(token)
            and not cues.is_supposed(syntax.clause_of(token))
            and not telling.voice(token).asked
        ):
            surely = 0.69 if kind == "offer" else 0.7  # "welcomed its offer": the welcome stands
            yield from cues.finding(telling, kind, token, holder=holder, confidence=surely)


_GIVING_UP = words("drop withdraw abandon retract renounce scrap shelve waive revoke rescind") | {
    "give up", "back down from", "back away from", "go back on", "renege on",
}  # fmt: skip


def given_up(telling: Telling, table: Collection[str]) -> Iterator[Finding]:
    """What somebody no longer holds to: "dropped its demand", "withdrew the offer"."""
    for verb, _ in cues.verbs(telling, _GIVING_UP):
        noun = syntax.first(verb, "dobj", "nsubjpass")
        if noun is None and syntax.is_passive(verb):
            noun = syntax.subject(verb)
        if noun is None or noun.lemma_ not in table or is_negated(verb):
            continue
        holder = telling.holder(verb) or owners(telling, noun) or _told_before(telling, noun)
        told = verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"} or syntax.modal(verb) in {"will", "would"}
        if holder and told and verb.dep_ not in {"amod", "acl", "relcl"}:
            yield from cues.finding(telling, "", verb, holder=holder)


def _told_before(telling: Telling, noun: Token) -> tuple[str, ...]:
    """Of "the promise was withdrawn": who was told just before to promise something."""
    pointed = any(child.lower_ in {"the", "that", "this"} for child in noun.lefts)
    start = noun.sent.start
    if not pointed or start == 0 or noun.dep_ != "nsubjpass":
        return ()
    before = telling.doc[start - 1].sent
    said = (t for t in before if t.pos_ == "VERB" and t.lemma_ in _MAKING.get(noun.lemma_, ()))
    return next((found for verb in said if (found := telling.holder(verb))), ())


_MAKING = {
    "promise": words("promise pledge vow undertake"),
    "pledge": words("promise pledge vow undertake"),
    "offer": words("offer propose"), "threat": words("threaten warn vow"),
    "demand": words("demand insist call ask"), "objection": words("object oppose"),
    "proposal": words("propose suggest offer"), "refusal": words("refuse reject"),
    "commitment": words("commit promise pledge"), "undertaking": words("undertake promise"),
}  # fmt: skip


def owners(telling: Telling, noun: Token) -> tuple[str, ...]:
    """Whose it is: "its refusal", "the Norlandic refusal", "refusal by Norland"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return telling.who(child) or telling.whose(child)
        if child.dep_ == "amod" and child.text[:1].isupper() and telling.scene.refers(child):
            return telling.scene.refers(child)
    named = {"by", "from", "of"} if noun.lemma_ in _OF_WHOM else {"by", "from"}
    for by in (*noun.children, *_of_its_object(noun)):
        given = by.dep_ in {"prep", "agent", "conj"} and by.lower_ in named
        if given and (found := telling.who(syntax.first(by, "pobj"))):
            return found
    return _over_against(telling, noun)


_OF_WHOM = words(
    "objection refusal insistence unwillingness reluctance willingness readiness commitment wish "
    "complaint grievance protest determination intention"
)


def _is_defied(noun: Token, kind: str) -> bool:
    """As in "despite the objections of Norland", "over Norlandic protests"."""
    against = noun.head if noun.dep_ == "pobj" else None
    told = kind in {"refusal", "accusation"} and against is not None
    return told and against is not None and against.lower_ in _DESPITE


_DESPITE = words("despite over notwithstanding amid amidst against")


def _of_its_object(noun: Token) -> Iterator[Token]:
    """As "by" of "the rejection of the plan by Norland", "from" of "calls for calm from Tavia"."""
    for prep in syntax.children(noun, "prep"):
        thing = syntax.first(prep, "pobj") if prep.lower_ in {"of", "for", "to"} else None
        yield from syntax.children(thing, "prep", "agent") if thing is not None else ()
        yield from syntax.children(prep, "conj")


def _over_against(telling: Telling, noun: Token) -> tuple[str, ...]:
    """Of "at the heart of Norland's campaign is a demand that": whose the other side is."""
    verb = noun.head
    if verb.lemma_ != "be" or noun.dep_ not in {"attr", "nsubj"} or noun.i < verb.i:
        return ()
    for child in verb.children:
        if child.i < verb.i and child.dep_ in {"prep", "nsubj"}:
            owner = next((t for t in child.subtree if t.dep_ == "poss"), None)
            if owner is not None:
                return telling.who(owner)
    return ()


def _is_dropped(noun: Token) -> bool:
    verb = _first_conjunct(noun).head
    return verb.lemma_ in DROPPING and not is_negated(verb)


def _is_spelt_out(noun: Token, kind: str) -> bool:
    """As in "its latest offer, 4 per cent"."""
    told = syntax.first(noun, "appos") is not None or _is_told_by_verb(noun)
    return kind in {"offer", "demand"} and told


def _is_told_by_verb(noun: Token) -> bool:
    """As in "its offer is a lower rent", "its demands include a raise"; not "is an insult"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or is_negated(verb) or syntax.first(noun, "poss") is None:
        return False
    if verb.lemma_ in _LISTING:
        return syntax.first(verb, "dobj", "prep") is not None
    said = syntax.first(verb, "attr", "xcomp", "ccomp")
    return verb.lemma_ == "be" and said is not None and said.lemma_.lower() not in _SCORNED


_LISTING = words("include comprise range extend cover encompass involve")
_SCORNED = words(
    "insult joke step start sign gesture slap trap trick farce matter way one thing fault reason "
    "part question test signal surprise message ploy ruse threat blow disgrace bluff lie stunt "
    "news history formality last first best nothing same problem attempt what"
)


_CONTENT = frozenset({"for", "to", "on", "against", "over", "of", "about", "with", "in", "before"})


def _is_told_after(noun: Token) -> bool:
    """As in "a demand by Sudmark that it stop filling", where "that" went astray."""
    after = noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]
    that = next((t for t in after if t.lower_ == "that" and t.dep_ == "mark"), None)
    if that is None or not len(after) or after[0].lower_ not in {"by", "from"}:
        return False
    return not any(t.pos_ in {"VERB", "AUX"} or t.is_punct for t in noun.doc[noun.i : that.i])


_FAR = 9  # words from "demand by" to its "that"


def _is_hung_higher(noun: Token) -> bool:
    """As "for" of "ignored appeals from Norland for access", which the parser hangs on the verb."""
    last = noun
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            last = child.right_edge
    after = last.nbor() if last.i + 1 < noun.sent.end else last
    hung = after.lower_ in _HUNG or (after.lower_ == "on" and noun.lemma_ == "insistence")
    return after.dep_ == "prep" and hung and after.head in noun.ancestors


_HUNG = frozenset({"for", "over"})


def _has_content(noun: Token) -> bool:
    if _is_told_after(noun) or _is_hung_higher(noun):
        return True
    return any(
        child.dep_ in {"acl", "ccomp", "relcl"}
        or (child.dep_ == "advcl" and child.tag_ == "VB")  # "calls for Sudmark to open"
        or (child.dep_ == "prep" and child.lower_ in _CONTENT and not _is_of_ones_own(child))
        for child in noun.children
    )


def _is_of_ones_own(preposition: Token) -> bool:
    """As in "have a demand of their own": which one, is told after it."""
    thing = syntax.first(preposition, "pobj")
    return thing is not None and thing.lower_ == "own"


def no_longer(telling: Telling, table: Collection[str]) -> Iterator[Finding]:
    """What somebody has stopped holding to: "no longer insists on", "has stopped demanding"."""
    for verb, _ in cues.verbs(telling, table):
        ended = any(child.lower_ in {"longer", "anymore"} for child in verb.children)
        stopped = verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_ in _STOPPING
        if (ended and is_negated(verb)) or stopped:
            yield from cues.finding(telling, "", verb.head if stopped else verb)


_STOPPING = words("stop cease quit")
