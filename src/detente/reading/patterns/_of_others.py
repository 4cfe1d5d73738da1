"""What is held to be so of another, and is a charge: "had opened fire first", "ask us to pay"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns._discounted import COURTS
from detente.reading.patterns._opponents import has_a_stake
from detente.reading.wording import words


def is_of_others(telling: Telling, verb: Token) -> bool:
    """As in "said that the other had opened fire first": a deed of another, no friendly one.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "Norland met Sudmark. Norland said that the other had opened fire first."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> "opened" in [t.text for t in telling.scene.verbs if is_of_others(telling, t)]
    True
    """
    doer = telling.doer(verb)
    told = (_is_default, _is_to_the_face, is_put_upon, _is_theirs, _is_cleft)
    if not syntax.modal(verb) and any(one(telling, verb) for one in told):
        return True
    if not doer or set(doer) & set(telling.voice(verb).holder) or syntax.modal(verb):
        return False
    subject = telling.subject(verb)
    if subject is not None and subject.lemma_ in _LIFELESS | COURTS:
        return False  # "the club's lease ran out", "the courts had settled it"
    staked = any(has_a_stake(telling, party) for party in doer)
    return staked and verb.pos_ == "VERB" and verb.lemma_ not in _FRIENDLY


def _is_to_the_face(telling: Telling, verb: Token) -> bool:
    """As in "“You have taken our fish for years”": no "you do not argue with the tide"."""
    own = syntax.subject(verb)
    told = own is not None and own.lower_ == "you" and verb.pos_ == "VERB"
    done = verb.tag_ in {"VBD", "VBN", "VBG"} and verb.lemma_ not in _FRIENDLY
    done = done and not any(c.lemma_ == "do" for c in syntax.children(verb, "aux"))
    return told and done and telling.voice(verb).direct and not syntax.is_passive(verb)


def _is_theirs(telling: Telling, verb: Token) -> bool:
    """As in "“They took our plans and built their own”": what "they" do, in the mouth of a side."""
    own, voice = syntax.first(verb, "nsubj"), telling.voice(verb)
    if own is None or own.lower_ != "they" or not voice.direct or is_negated(verb):
        return False
    hostile = verb.pos_ == "VERB" and verb.lemma_ not in _FRIENDLY | _OF_MIND
    done = syntax.first(verb, "dobj", "dative") is not None
    return hostile and done and any(has_a_stake(telling, party) for party in voice.holder)


_OF_MIND = words("like love hate say think feel disagree eat live fight mean hear learn")


def _is_cleft(telling: Telling, verb: Token) -> bool:
    """As in "it was Sudmark that walked out": by whom it was done."""
    it, who = syntax.first(verb, "nsubj"), syntax.first(verb, "attr")
    if verb.lemma_ != "be" or it is None or who is None or it.lower_ != "it":
        return False
    did = syntax.first(who, "relcl") or syntax.first(verb, "ccomp", "advcl", "relcl")
    doer, own = set(telling.who(who)), set(telling.voice(verb).holder)
    done = did is not None and did.i > who.i and did.pos_ == "VERB" and not syntax.modal(did)
    friendly = did is not None and did.lemma_ in _FRIENDLY - {"keep", "hold"}
    return done and not friendly and bool(doer) and not doer & own and not is_negated(verb)


def is_put_upon(telling: Telling, verb: Token) -> bool:
    """As in "“They ask us to lay down our arms”", "“It wants us to pay”".

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "Norland met Sudmark. “They ask us to lay down our arms,” Norland's envoy said."
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> [verb.text for verb in telling.scene.verbs if is_put_upon(telling, verb)]
    ['ask']
    """
    us = [*syntax.children(verb, "dobj", "dative")]
    us += [one for c in syntax.children(verb, "ccomp", "xcomp") for one in c.lefts]
    own = syntax.subject(verb)
    others = own is not None and (own.lower_ in {"they", "it", "he", "she"} or telling.doer(verb))
    asked = verb.lemma_ in _BURDENING and any(one.lower_ == "us" for one in us)
    return asked and bool(others) and telling.voice(verb).direct and not is_negated(verb)


_BURDENING = words("ask want expect tell order force make leave treat deny deprive rob cost")


def _is_default(telling: Telling, verb: Token) -> bool:
    """As in "said the other opened fire first", "every one of the four has refused to"."""
    subject = syntax.subject(verb)
    if subject is None or is_negated(verb):
        return False
    other = subject.lower_ == "other" or any(
        c.lower_ == "other" and subject.lemma_ in {"side", "party", "camp"}
        for c in subject.children
    )
    hostile = verb.pos_ == "VERB" and verb.lemma_ not in _FRIENDLY
    blamed = verb.lemma_ == "be" and verb.doc[verb.i + 1 : verb.i + 3].text.lower() == "to blame"
    if other:
        return hostile or blamed
    others = subject.pos_ in syntax.NOMINAL or subject.tag_ in {"CD", "WDT"}
    others = others or (subject.lower_ in _OF_THEM and telling.voice(verb).direct)
    return others and verb.lemma_ in _DEFAULTING and not syntax.is_passive(verb)


_OF_THEM = frozenset({"they", "he", "she"})  # of whom a speaker speaks
_DEFAULTING = words("refuse fail neglect renege flout violate breach ignore stonewall obstruct")
_LIFELESS = words(
    "post tower fence wall building bridge camp notice poster rule sign station fort hill line "
    "lease contract permit licence license letter law treaty map deed right claim title offer "
    "proposal term plan budget economy currency share price mandate case record position demand "
    "text constitution system population border coast land soil water"
)
_FRIENDLY = words(
    "agree accept welcome back support offer propose sign ratify meet talk return restore resume "
    "receive get have need want know own belong become depend pay share recognise recognize "
    "promise pledge lie win gain benefit respond reply answer ask invite consider await wait "
    "include show release free withdraw lift stand sit stay remain run ease express assure "
    "confirm give help certify approve comply hold stand know see find run cover carry contain keep"
)
