"""Whose a condition is: of who acts, who gets, whose words they are, or of the narrator."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dispute.evidence import AUTHOR
from detente.reading import syntax
from detente.reading.attribution import Telling, Voice
from detente.reading.conditions import dependence
from detente.reading.conditions.found import Found
from detente.reading.conditions.markers import MARKERS, PREDICATES
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.parties.cast import is_office, wills
from detente.reading.parties.names import nouns
from detente.reading.patterns._holders import holder_of, is_forecaster
from detente.reading.saying import is_plain
from detente.reading.wording import words


def holder_of_condition(telling: Telling, found: Found, head: Token) -> tuple[str, ...]:
    """Who holds a position on a condition, `head` being the head of the condition."""
    holder = _held_by_another(telling, found, head, _holder(telling, found, head))
    if holder and AUTHOR not in holder:
        return holder
    voice = telling.voice(found.main)
    if holder and (voice.cue is not None or _is_outlook(telling, found)):
        return holder  # an analyst's, or the narrator's
    return _spoken_of(telling, found, voice) or holder


def _holder(telling: Telling, found: Found, head: Token) -> tuple[str, ...]:
    """Who acts, unless another says what the one must do to get it."""
    if found.owner is not None and (owner := telling.who(found.owner)):
        return owner
    if found.marker in PREDICATES:  # "Norland's approval hinges on", "is contingent on"
        thing = found.main.head if found.main.dep_ == "compound" else found.main
        if thing.pos_ != "NOUN":
            thing = telling.subject(thing) or thing
        if thing.pos_ == "NOUN" and (owner := telling.who(syntax.first(thing, "poss"))):
            return owner
    narrator = (AUTHOR,) if _is_outlook(telling, found) else ()
    if told := _proposer(telling, found.main) or narrator:
        return told
    actor = holder_of(telling, found.main, dependence.chain(found.main))
    if AUTHOR in actor:
        actor = _in_one_breath(telling, found.main) or actor
    teller = telling.voice(found.main).holder
    if found.marker == "only":  # "only X would satisfy Norland"
        return telling.who(syntax.first(found.main, "dobj")) or teller
    if not teller or set(teller) & set(actor) or AUTHOR in actor:
        return actor
    doer = telling.doer(head) if head.pos_ in {"VERB", "AUX"} else ()
    allowed = syntax.modal(found.main) in {"may", "can", "could"} or _is_let(found.main)
    paid = syntax.first(found.main, "dobj") if found.main.lemma_ == "pay" else None
    made_to_pay = paid is not None and paid.lemma_ in {"price", "penalty"}
    gets = allowed or made_to_pay or found.main.lemma_ in _GETTING or bool(set(doer) & set(actor))
    return teller if gets else actor


def _is_outlook(telling: Telling, found: Found) -> bool:
    """Of what the narrator expects, while something is so: nobody's terms.

    As in "As long as it lasts no negotiator in Oslo will risk it", "Norland has little reason to",
    "its people will be asked to wait".
    """
    main = found.main
    if is_prospect(telling, found):
        return True
    who = telling.subject(main) if telling.voice(main).is_narrator else None
    if who is None or found.family not in {"while", "not while"}:
        return False
    if any(c.lower_ == "no" for c in who.lefts) and is_office(who):
        return True
    if main.lemma_ in {"have", "lack"}:
        reason = syntax.first(main, "dobj")
        return reason is not None and reason.lemma_ in _REASONS
    return main.lemma_ in _UNDERGONE and syntax.is_passive(main) and not is_negated(main)


def is_prospect(telling: Telling, found: Found) -> bool:
    """Of what is to come in the end, and is nobody's to give: "a durable peace hinges on"."""
    main = found.main
    if not telling.voice(main).is_narrator or found.owner is not None:
        return False
    what = main if main.pos_ == "NOUN" else telling.subject(main)
    if what is None or what.pos_ != "NOUN" or telling.whose(what):
        return False
    return what.lemma_ in _PROSPECTS or any(child.lower_ in _LASTING for child in what.lefts)


_PROSPECTS = words("prospect outcome success progress breakthrough future fate outlook")
_LASTING = words("lasting durable enduring permanent sustainable viable comprehensive stable")
_UNDERGONE = words("ask force leave tell condemn doom expect require oblige compel reduce")
_REASONS = words("reason incentive interest cause motive choice hope chance prospect need leverage")


def _in_one_breath(telling: Telling, main: Token) -> tuple[str, ...]:
    """Of "Farmers say they will sell, but not a cow goes before": who says what comes before it."""
    said = main.head
    joined = main.dep_ == "conj" and is_plain(said) and syntax.first(said, "ccomp") is not None
    return telling.who(syntax.first(said, "nsubj")) if joined and said.tag_ != "VBN" else ()


def _proposer(telling: Telling, main: Token) -> tuple[str, ...]:
    """Of "rejected a Norlandic plan that would let them return if they paid": whose plan it is."""
    plan = main.head if main.dep_ in {"relcl", "acl", "ccomp"} else main
    if plan.pos_ != "NOUN":
        return ()
    voice = telling.voice(main)
    if main.dep_ == "relcl" and plan.dep_ == "dobj" and plan.head.lemma_ in _OFFERING:
        return telling.holder(plan.head)  # "offers a truce which would lapse failing a reply"
    if plan.lemma_ not in _PROPOSALS:
        return ()
    return telling.whose(plan) if voice.is_narrator or voice.cue == plan.i else ()


_OFFERING = words("offer propose suggest float table")
_PROPOSALS = nouns("plans") | nouns("offers") | {"demand", "ultimatum"}


def _held_by_another(
    telling: Telling, found: Found, head: Token, holder: tuple[str, ...]
) -> tuple[str, ...]:
    """Of "Should the union call off the strike, it would pay": the other, where there are two.

    Nobody makes terms with himself: who must act by name is not who gives.
    """
    verbal = head.pos_ in {"VERB", "AUX"} and found.main.pos_ in {"VERB", "AUX"}
    doer = syntax.first(head, "nsubj") if verbal and found.owner is None else None
    if doer is None or doer.pos_ == "PRON" or not _is_for_another(found, doer):
        return holder
    if any(child.lower_ in _OF_EITHER for child in doer.lefts):
        return holder  # "as soon as the neighbouring country opens the gates"
    own, pair = set(telling.scene.refers(doer)), set(telling.scene.pair)
    named = syntax.first(found.main, "nsubj")
    if named is None and found.main.dep_ == "conj":  # "Norland refused, but would agree if"
        named = telling.subject(found.main)
    by_name = named is not None and named.pos_ != "PRON" and set(telling.who(named)) & own
    voice = telling.voice(found.main)
    told = named is not None and named.lower_ in _THEIRS - _teller_pronoun(telling, voice)
    himself = (told or _is_by_name(telling, voice)) and set(voice.holder) == set(holder)
    if not holder or set(holder) != own or by_name or himself or not own < pair:
        return holder
    return tuple(pair - own) if len(pair - own) == 1 else holder


def _is_for_another(found: Found, doer: Token) -> bool:
    """Whether another waits for what somebody does: of an offer, or where he is named outright."""
    waited = found.family in {"until", "unless"} and doer.pos_ == "PROPN"
    return found.family in _OFFERED or waited


_THEIRS = frozenset({"he", "she"})  # "the minister said she would"


def _teller_pronoun(telling: Telling, voice: Voice) -> frozenset[str]:
    """Of "he will get nothing, she said": "he", who is another than "she"."""
    cue = telling.doc[voice.cue] if voice.cue is not None else None
    who = telling.subject(cue) if cue is not None and cue.pos_ == "VERB" else None
    said = who.lower_ if who is not None else ""
    return _THEIRS - {said} if said in _THEIRS else frozenset()


def _is_by_name(telling: Telling, voice: Voice) -> bool:
    """As of "South Sudan said", "a Kremlin aide said": the party's own name is told."""
    cue = telling.doc[voice.cue] if voice.cue is not None else None
    teller = telling.subject(cue) if cue is not None and cue.pos_ == "VERB" else None
    if teller is None or len(voice.holder) != 1:
        return False
    names = {
        name for p in telling.scene.parties if p.id in voice.holder for name in (p.name, *p.aliases)
    }
    called = {word for name in names for word in name.split()}
    return any(token.pos_ == "PROPN" and token.text in called for token in teller.subtree)


_OFFERED = frozenset({"if", "given", "only"})
_OF_EITHER = words("neighbouring neighboring other own its their")  # "only when its troops leave"


def _is_let(main: Token) -> bool:
    """As in "said the crew were free to go", "is welcome back"."""
    return any(child.lower_ in _LET for child in syntax.children(main, "acomp"))


_LET = words("free welcome entitled eligible")


def _spoken_of(telling: Telling, found: Found, voice: Voice) -> tuple[str, ...]:
    """Who was spoken of last, where "it", "its convenor" or "a spokesman" says or does it."""
    cue = telling.doc[voice.cue] if voice.cue is not None else None
    verb = cue if cue is not None else found.main
    subject = telling.subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
    if subject is None or not _points_back(subject):
        return ()
    if owned := telling.whose(subject):
        return owned
    inside = telling.scene.denoted(found.start, found.end)
    for earlier in reversed(list(_before(telling, subject))):
        party = telling.who(earlier)
        if party and earlier.dep_ in {"nsubj", "nsubjpass"}:
            return party if len(party) == 1 and not set(party) & set(inside) else ()
    return ()


def _points_back(subject: Token) -> bool:
    owner = syntax.first(subject, "poss")
    if subject.lower_ in {"it", "they", "she", "he"}:
        return True
    if owner is not None:
        return owner.lower_ in {"its", "their"}
    return subject.lemma_.lower() in _VOICES and not any(
        c.dep_ in {"amod", "compound", "prep", "nmod", "appos"} for c in subject.children
    )


_VOICES = words("spokesman spokeswoman spokesperson official letter statement notice source")


def _before(telling: Telling, token: Token) -> Iterator[Token]:
    """The words before in its sentence, and in the one before that of the same paragraph."""
    start = token.sent.start
    if start and "\n\n" not in telling.doc[start - 1 : start + 1].text:
        yield from telling.doc[start - 1].sent
    yield from telling.doc[start : token.left_edge.i]


_GETTING = words("see get receive face have find hear obtain enjoy keep regain recover")


def is_authors(telling: Telling, found: Found, voice: Voice) -> bool:
    """Whether the narrator may say it: of things, in no party's words or bargain."""
    if _is_outlook(telling, found):
        return True
    if voice.direct or telling.quotation(found.main) is not None or found.harm:
        return False
    if found.marker not in MARKERS and "only" not in found.marker and found.family != "only":
        return False
    if found.marker in _BARGAINS:
        return False
    subject = telling.subject(found.main) if found.main.pos_ in {"VERB", "AUX"} else None
    if subject is None:
        return True
    somebody = subject.pos_ == "PROPN" or subject.lower_ in {"we", "i", "he", "she", "they", "it"}
    many = subject.tag_ == "NNS" and wills(subject) and not is_forecaster(subject, found.main)
    return not (somebody or many)


_BARGAINS = words("let imperative splice first and require any then conditions")
