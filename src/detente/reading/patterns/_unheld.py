"""Whose terms a condition is that the words around give to nobody: by who else is named there."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import is_withheld
from detente.reading.conditions.found import Found
from detente.reading.conditions.markers import PREDICATES
from detente.reading.moods import PROMISING
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.parties.cast import is_office, wills
from detente.reading.patterns import _topics as topics
from detente.reading.patterns._holders import is_taken
from detente.reading.tellers import teller
from detente.reading.wording import words

_PROMISES = PROMISING | frozenset({"may", "might", "must", "cannot"})
_SAID_OF_ANY = frozenset(
    {"any", "or", "require", "no ..., no", "whoever", "anyone who", "those who", "the moment"}
)


def likely(telling: Telling, found: Found) -> tuple[str, ...]:
    """Who is likely to hold it: the one party named beside it, or told of just before."""
    of_any = found.marker in _SAID_OF_ANY or is_advised(telling, found.main)
    if of_any or _is_strangers(telling, found):
        return ()
    if not _is_promise(telling, found):
        return _of_whom_it_asks(telling, found) or topics.last_told(telling, found, promised=False)
    inside = {*telling.scene.denoted(found.start, found.end)}
    voice = telling.voice(found.main)
    if voice.cue is not None:
        whose = _of_teller(telling, telling.doc[voice.cue], direct=voice.direct)
        if whose or not voice.direct:
            return whose or topics.last_told(telling, found, promised=True)
    named = (_beside(telling, found), _before(telling, found))
    parties = next(filter(None, ([p for p in near if p not in inside] for near in named)), [])
    if len(parties) == 1:
        return tuple(parties)
    if parties or voice.direct:
        return topics.last_told(telling, found, promised=True)
    return _opponent(telling, inside)


def _of_whom_it_asks(telling: Telling, found: Found) -> tuple[str, ...]:
    """Of "The release was made conditional on Norland dropping its suit": Norland's opponent."""
    main = found.main
    made = main.lemma_ == "make" and syntax.is_passive(main) and syntax.agent(main) is None
    if found.marker not in PREDICATES or not (made and telling.voice(main).is_narrator):
        return ()
    named = map(telling.scene.refers, telling.doc[found.start : found.end])
    first = next(filter(None, named), ())
    return _opponent(telling, {*first}) if first else ()


def ordained(telling: Telling, found: Found) -> tuple[str, ...]:
    """Of "No lorry is to pass before", "The walkout will begin unless": who lays it down.

    Whoever the paragraph was last told of as doing something, where nobody else says it.
    """
    main = found.main
    if not telling.voice(main).is_narrator or found.family not in _LAID_DOWN:
        return ()
    verbal = main.pos_ in {"VERB", "AUX"}
    what = telling.subject(main) if verbal else None
    pressed = what is not None and what.lemma_.lower() in _PRESSURE and bool(syntax.modal(main))
    if not pressed and not (verbal and is_withheld(main) and _is_ruled(main)):
        return ()
    inside = telling.scene.denoted(found.start, found.end)
    party = topics.last_doing(telling, found)
    return () if set(party) & {*inside} else party


def announced(telling: Telling, found: Found) -> tuple[str, ...]:
    """Of "Norland turns it round: no gun will be counted before", "Its reply was short: no": whose.

    Where what stands before the colon tells how somebody stands or answers.
    """
    main = found.main
    before = telling.doc[main.sent.start : main.i]
    colon = next((token.i for token in reversed(before) if token.text == ":"), None)
    if colon is None or not telling.voice(main).is_narrator:
        return ()
    opening = telling.doc[main.sent.start : colon]
    stances = (t for t in opening if {t.lower_, t.lemma_.lower()} & _FIRM)
    stance = next(stances, None)
    subjects = (t for t in opening if t.dep_ in syntax.SUBJECTS)
    whose = next(filter(None, map(telling.whose, subjects)), ())
    inside = telling.scene.denoted(found.start, found.end)
    return whose if stance is not None and not set(whose) & {*inside} else ()


_FIRM = words(
    "unbending unyielding adamant firm blunt plain clear intransigent inflexible unmoved "
    "unwavering resolute categorical terse curt brief short simple turn way round line order "
    "harden toughen stiffen stick reply answer position stance message demand term terms retort "
    "response verdict rule motto offer condition counter dig insist budge refuse reject "
    "unequivocal brusque"
)
_LAID_DOWN = frozenset({"until", "while", "unless", "not while"})
_PRESSURE = words("strike walkout boycott blockade lockout stoppage picket sit-in protest overtime")


def _is_ruled(verb: Token) -> bool:
    """As in "is to pass", "may begin", "shall be opened": a rule that somebody makes."""
    to_be = any(c.lower_ in {"is", "are"} and c.dep_ == "aux" for c in verb.children)
    to_be = to_be or (verb.dep_ == "xcomp" and verb.head.lemma_ == "be")
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return syntax.modal(verb) in {"may", "shall"} or (to_be and to)


def _is_strangers(telling: Telling, found: Found) -> bool:
    """Whether somebody says or does it who is told by a name or a noun of his own, and is no party.

    As in "Aurel said it would", "State mediators will step in if", "Business leaders said they".
    """
    voice, main = telling.voice(found.main), found.main
    if voice.direct:
        return False
    if voice.cue is not None:
        who = teller(telling.doc[voice.cue])
    else:
        who = telling.subject(main) if main.pos_ in {"VERB", "AUX"} else None
    if who is None or telling.whose(who):
        return False
    if who.lower_ == "they" and who.sent.start:
        before = telling.subject(telling.doc[who.sent.start - 1].sent.root)
        return before is not None and before.tag_ == "NNS" and not telling.whose(before)
    named = who.pos_ == "PROPN" and voice.cue is not None
    told_apart = who.tag_ == "NNS" and any(True for _ in syntax.children(who, "amod", "compound"))
    return named or (told_apart and (voice.cue is not None or is_office(who) or wills(who)))


def is_advised(telling: Telling, main: Token) -> bool:
    """Whether the narrator says what somebody should do: "The EU should stay as long as"."""
    advised = main.pos_ == "VERB" and syntax.modal(main) == "should"
    return advised and telling.voice(main).is_narrator


def is_foreseen(verb: Token) -> bool:
    """As in "Until that changes, prospects stay bleak": what is to be expected of the quarrel."""
    told = [child for child in verb.children if child.dep_ in _TOLD_OF]
    return any(word.lemma_.lower() in _OUTLOOK for child in told for word in child.subtree)


def is_ruled(telling: Telling, main: Token) -> bool:
    """As in "enters into force only if", "will be closed until": how a thing is laid down.

    Of the narrator's; no outlook, as in "Nothing will change as long as".
    """
    told = not telling.voice(main).is_narrator or syntax.modal(main) == "would"
    if told or main.pos_ not in {"VERB", "AUX"}:
        return False
    permitted = syntax.is_passive(main) and main.lemma_ not in {"expect", "leave"}
    laws = (noun for p in syntax.children(main, "prep") for noun in syntax.children(p, "pobj"))
    in_force = any(noun.lower_ in {"force", "effect"} for noun in laws)
    return permitted or in_force or not is_foreseen(main)


_TOLD_OF = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp"})
_OUTLOOK = words(
    """prospect outlook hope chance future resolution solution settlement agreement accord deal pact
    treaty peace compromise breakthrough progress movement change reconciliation truce ceasefire
    stability talk negotiation dialogue dispute conflict war crisis deadlock impasse stalemate
    tension tie relation nothing little normalisation normalization unlikely likely impossible
    hostage"""
)


def is_experts(telling: Telling, holder: tuple[str, ...]) -> bool:
    """Whether a person holds it who speaks for nobody: what he would have first is advice."""
    alone = (p for p in telling.scene.parties if p.id in holder)
    return any(p.type == "person" and p.role == "expert" for p in alone)


def _of_teller(telling: Telling, cue: Token, *, direct: bool) -> tuple[str, ...]:
    """Whose "an adviser to the Malian transition" or "a spokesman in Norland's capital" is.

    Of a quotation only where an officer speaks it, no expert and no passer-by.
    """
    who = teller(cue)
    if direct and (who is None or who.lemma_.lower() not in topics.OFFICERS):
        return ()
    for token in who.subtree if who is not None else ():
        capital = telling.scene.capital(token)
        ids = telling.scene.refers(token) or ((capital,) if capital else ())
        if ids:
            return ids
    return ()


def _is_promise(telling: Telling, found: Found) -> bool:
    """Whether it says what will come or not, or somebody says it in so many words."""
    main = found.main
    if any(child.lower_ == "have" for child in syntax.children(main, "aux")):
        return False  # "would have made such blocks subject to a warrant"
    return (
        syntax.modal(main) in _PROMISES
        or telling.quotation(main) is not None
        or (main.tag_ in syntax.PRESENT and is_negated(main))
    )


def _beside(telling: Telling, found: Found) -> list[str]:
    """The parties of its sentence, without those of the condition."""
    sentence = found.main.sent
    placed = telling.scene.placed(sentence.start, sentence.end)
    taken = telling.subject(found.main) if is_taken(found.main) else None
    theirs = {c.i for c in taken.children if c.dep_ == "poss"} if taken is not None else set()
    inside = {*range(found.start, found.end), *theirs}
    return list(dict.fromkeys(party for at, ids in placed if at not in inside for party in ids))


def _before(telling: Telling, found: Found) -> list[str]:
    """The parties that are told to do or say something in the sentence before."""
    sentence = found.main.sent
    if not sentence.start:
        return []
    before = telling.doc[sentence.start - 1].sent
    return list(dict.fromkeys(party for ids in _doing(telling, before) for party in ids))


def _doing(telling: Telling, sentence: Span) -> Iterator[tuple[str, ...]]:
    for at, ids in telling.scene.placed(sentence.start, sentence.end):
        token: Token = telling.doc[at]
        if token.dep_ in syntax.SUBJECTS:
            yield ids


def _opponent(telling: Telling, inside: set[str]) -> tuple[str, ...]:
    """The other one of the two, where the condition is on the one."""
    pair = telling.scene.pair
    others = tuple(party for party in pair if party not in inside)
    return others if len(others) == 1 and len(pair) > len(others) else ()
