"""Who must bring a condition about: its actor, else whose the thing is, else the other side."""

from __future__ import annotations

from collections import Counter

from detente.dispute.evidence import AUTHOR
from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.parsed import Token
from detente.reading.parties.cast import RULED
from detente.reading.patterns._discounted import COURTS
from detente.reading.patterns._holders import OUTSIDE
from detente.reading.patterns._must import likeliest, told_to
from detente.reading.patterns._opponents import parties_in
from detente.reading.wording import words

_CONSENT = words("approval consent vote backing decision ratification ratify approve agree")
_JOINT = words(
    "settlement agreement dispute accord deal talk negotiation war conflict ceasefire truce "
    "treaty peace solution side both compromise trust"
)


def who_must(
    telling: Telling,
    head: Token,
    start: int,
    end: int,
    holder: tuple[str, ...],
    giver: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Who must bring a condition about: its actor, else whose the thing is, else the other side.

    `giver`: who is to give what somebody else proposes, and so does not wait for himself.
    """
    verb = head if head.pos_ in {"VERB", "AUX"} or _is_misread(head) else None
    if verb is not None and (several := _several(telling, verb, holder)):
        return several
    borne = _borne(telling, start, end)
    doing = telling.doer(verb) if verb is not None else _noun_actor(telling, head)
    actor = tuple(party for party in doing if party not in borne)
    if verb is not None and telling.voice(verb).direct and _says_they(telling, verb):
        actor = tuple(party for party in actor if party not in holder)  # "they" are not "we"
    they = verb is not None and _says_they(telling, verb)
    subject = telling.subject(verb) if verb is not None else None
    others = subject is not None and subject.lower_ == "they"
    own = set(actor) <= set(holder) and (others or head.lemma_ not in _CONSENT)
    if own and verb is not None and they:
        heard = tuple(party for party in told_to(telling, verb) if party not in holder)
        if heard:
            return heard  # "warned Sudmark that if it settled for that, it would"
    doing_so = verb is not None and _is_own_doing(verb)  # "before it has filled its vacancies"
    if actor and (doing_so or not own):  # nobody waits for itself: what it gets, another must give
        return actor
    named = tuple(p for p in parties_in(telling, start, end) if p not in {*holder, *borne})
    if not named and not actor:
        placed = _placed_in(telling, start, end, holder) or _made_by(telling, verb, holder)
        nobodys = _is_nobodys(telling, verb) if verb is not None else _is_of_judges(head)
        if placed or nobodys or _is_for_rulers(telling, verb, holder):
            return placed
    if AUTHOR in holder:
        return named
    other = likeliest(telling, head, start, end, holder, (*borne, *giver))
    joint = not named and _is_joint(telling, start, end)
    return _together(telling, holder, other) if joint else other


def _together(telling: Telling, holder: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Who must bring about what takes two: with the holder; a third waits for the two."""
    pair = telling.scene.pair
    third = len(pair) > 1 and not {*pair} & {*holder} and {*other} <= {*pair}
    return pair if third else tuple(dict.fromkeys((*holder, *other)))


def _is_misread(head: Token) -> bool:
    """Whether a clause is headed by a verb that the tagger takes for a noun: "Melk apologises"."""
    return head.dep_ == "advcl" and syntax.first(head, "nsubj") is not None


_DOING = words(
    "complete finish fill meet decide conclude consult study examine check hold hire train recruit "
    "publish review sell count inspect test discuss vote elect choose draft prepare build repair "
    "survey finalise finalize clear debate assess analyse analyze settle convene rule verify audit"
)


def _is_own_doing(verb: Token) -> bool:
    """Whether it is what one does for oneself: "has met its lawyers", not "has been paid"."""
    subject = syntax.first(verb, "nsubj", "nsubjpass")  # "until its review is complete"
    own = subject is not None and subject.lemma_ in _OWN_AFFAIRS
    return own or (verb.lemma_ in _DOING and not syntax.is_passive(verb))


_OWN_AFFAIRS = words("review inquiry investigation audit assessment consultation deliberation")


def _several(telling: Telling, verb: Token, holder: tuple[str, ...]) -> tuple[str, ...]:
    """Of "each will stop only if the other does", and of what a third waits for: of both."""
    subject, pair = telling.subject(verb), telling.scene.pair
    if len(holder) > 1 and _is_the_other(subject):
        return holder
    third = len(pair) > 1 and not set(holder) & set(pair)
    return pair if third and subject is not None and _are_both(subject) else ()


def _are_both(subject: Token) -> bool:
    """As in "if the parties ask for it", "provided both foreign ministers attend"."""
    words_ = {subject.lower_, *(child.lower_ for child in subject.lefts)}
    return "both" in words_ or subject.lower_ in {"parties", "sides"}


def _is_the_other(subject: Token | None) -> bool:
    return subject is not None and any(
        token.lower_ == "other" for token in (subject, *subject.lefts)
    )


_UNDOING = words(
    "lift drop go scrap withdraw end ease halt suspend remove cancel repeal revoke rescind stop "
    "cease abolish reverse cut lower relax waive axe shelve"
)
_MAKING = words(
    "impose introduce levy declare erect launch order adopt pass enact set raise start begin call "
    "announce place put slap keep maintain build apply issue extend double increase"
)


def _made_by(telling: Telling, verb: Token | None, holder: tuple[str, ...]) -> tuple[str, ...]:
    """Of "until the tariff is lifted": who imposed it, or whose it was said to be."""
    thing = telling.subject(verb) if verb is not None and verb.lemma_ in _UNDOING else None
    if thing is None or thing.pos_ != "NOUN":
        return ()
    found = Counter[str]()
    for noun in telling.scene.nouns_by_lemma.get(thing.lemma_.lower(), ()):
        if noun != thing:
            found.update(_makers(telling, noun))
    return tuple(party for party, _ in found.most_common() if party not in holder)[:1]


def _makers(telling: Telling, noun: Token) -> tuple[str, ...]:
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in _MAKING:
        return telling.holder(verb)
    owner = syntax.first(noun, "poss")
    return telling.scene.refers(owner) if owner is not None else ()


_NOBODYS = words(
    "weather winter spring summer autumn rain monsoon snow storm wind wave tide sea ice fog "
    "drought flood season harvest daylight night dawn dusk day month year court judge jury "
    "tribunal arbitrator referendum election"
)


def _is_nobodys(telling: Telling, verb: Token | None) -> bool:
    """Whether none of the sides can do it: "until the rains come", "once the court has ruled"."""
    subject = telling.subject(verb) if verb is not None and not syntax.is_passive(verb) else None
    if subject is None or syntax.first(subject, "poss") is not None:
        return False
    return subject.lemma_.lower() in _NOBODYS or _is_strangers(subject)


def _is_for_rulers(telling: Telling, verb: Token | None, holder: tuple[str, ...]) -> bool:
    """Whether those who rule wait for a law of theirs: "before the budget is passed"."""
    subject = telling.subject(verb) if verb is not None and syntax.is_passive(verb) else None
    if verb is None or verb.lemma_ not in _ENACTING or subject is None:
        return False
    entries = filter(None, map(telling.scene.entry, holder))
    ruling = any(one.type in RULED or not one.words.isdisjoint(_RULING) for one in entries)
    return ruling and subject.lemma_ in _ENACTED


_ENACTING = words("pass adopt approve enact vote")
_ENACTED = words("budget bill law act legislation constitution statute")
_RULING = words("council government parliament assembly senate county city municipality")


def _is_strangers(subject: Token) -> bool:
    """Whether somebody does it who is no party: "unless the Duke sells", "an expert finds"."""
    first = subject.left_edge.lower_
    if subject.pos_ == "PROPN":  # an office of somebody's
        of = next(syntax.children(subject, "prep"), None)
        return first == "the" and of is not None and of.lower_ == "of"
    return first in {"a", "an"} and subject.lemma_.lower() in OUTSIDE


def _borne(telling: Telling, start: int, end: int) -> tuple[str, ...]:
    """Who is named but does nothing: on whom a levy is laid, the captive, whose cars they are.

    "the levy on Lethanian cars is lifted", "in exchange for Captain Melk".
    """
    found: dict[str, bool] = {}
    for token in telling.doc[start:end]:
        if token.dep_ == "poss" and token.pos_ == "PRON":
            continue  # "is given guarantees of its independence"
        for party in telling.scene.refers(token):
            found[party] = found.get(party, True) and _bears(telling, token, party)
    return tuple(party for party, bears in found.items() if bears)


def _bears(telling: Telling, token: Token, party: str) -> bool:
    actor = telling.scene.by_id.get(party)
    sort = actor.type if actor is not None else None
    if token.dep_ == "compound":  # "Captain" of "Captain Melk"
        token = token.head
    if token.dep_ == "amod":
        token = token.head
        if sort not in {None, *_LANDS}:
            return True
    if token.dep_ == "pobj" and token.head.lower_ in {"on", "against", "upon"}:
        return token.head.head.lemma_.lower() in _LAID
    handed = token.dep_ in {"pobj", "dobj", "nsubjpass"} and token.pos_ == "PROPN"
    return _is_freed(token) or _is_given(token) or (sort == "person" and handed)


def _is_given(token: Token) -> bool:
    """As in "is given guarantees", "receives a pledge", "is compensated": others give it."""
    verb = token.head
    if token.dep_ == "nsubjpass":
        given = verb.lemma_ in _GIVING and syntax.first(verb, "dobj", "oprd") is not None
        return given or verb.lemma_ in _MADE_GOOD
    return token.dep_ == "nsubj" and verb.lemma_ in {"receive", "get", "obtain"}


_GIVING = words("give grant offer promise guarantee accord award allow pay hand deny refuse")
_MADE_GOOD = words("compensate reimburse reassure assure indemnify")


def _is_freed(token: Token) -> bool:
    """As in "the crew is freed", "wants the crew released", "the release of the crew"."""
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        return token.head.head.lemma_.lower() in _FREED
    loose = token.dep_ in {"nsubj", "nsubjpass"} and token.head.tag_ == "VBN"
    patient = token.dep_ == "dobj" or (loose and not syntax.first(token.head, "aux", "dobj"))
    return patient and token.head.lemma_ in _FREED


_FREED = words(
    "free release extradite repatriate liberate deport expel reinstate rehire acquit pardon arrest "
    "detain amnesty extradition repatriation liberation deportation expulsion reinstatement"
)
_LANDS = frozenset({"state", "province", "territory"})
_LAID = words(
    "levy duty tariff tax toll fee fine charge ban embargo sanction blockade siege boycott curb "
    "restriction penalty quota surcharge limit cap claim attack raid strike measure pressure veto "
    "case suit lawsuit complaint writ warrant"
)


def _placed_in(telling: Telling, start: int, end: int, holder: tuple[str, ...]) -> tuple[str, ...]:
    """Of "once prisoners had been freed in Niamey": whose capital it is where it must be done."""
    for token in telling.doc[start:end]:
        if token.dep_ == "pobj" and token.head.lower_ in {"in", "from"}:
            party = telling.scene.capital(token)
            if party is not None and party not in holder:
                return (party,)
    return ()


def _says_they(telling: Telling, verb: Token) -> bool:
    subject = telling.subject(verb)
    return subject is not None and subject.lower_ in {"they", "he", "she", "you", "it"}


def _noun_actor(telling: Telling, noun: Token) -> tuple[str, ...]:
    for preposition in syntax.children(noun, "prep", "agent"):
        if preposition.lower_ in {"by", "from"} or (
            preposition.lower_ == "of" and noun.lemma_ in _CONSENT
        ):
            found = telling.whose(syntax.first(preposition, "pobj"))
            if found:
                return found
    possessive = telling.whose(syntax.first(noun, "poss"))
    if possessive:
        return possessive
    for inner in syntax.children(noun, "acl", "relcl", "amod"):
        found = telling.holder(inner) if inner.dep_ != "amod" else telling.who(inner)
        if found:
            return found
    return ()


def _is_of_judges(noun: Token) -> bool:
    """As in "subject to the consent of the court", "a ruling by the tribunal": no party's to do."""
    preps = (p for p in syntax.children(noun, "prep", "agent") if p.lower_ in {"of", "by", "from"})
    by = [one for prep in preps for one in syntax.children(prep, "pobj")]
    by += syntax.children(noun, "poss")
    return any(one.lemma_.lower() in _JUDGING for one in by)


_JUDGING = COURTS - {"panel"} | words("referee ombudsman auditor")


def _is_joint(telling: Telling, start: int, end: int) -> bool:
    return any(token.lemma_.lower() in _JOINT for token in telling.doc[start:end])
