"""Conditions in the shape of a bargain: two clauses or two things side by side.

"They pay, we open"; "no pay, no play"; "proof first, then regrets"; "they should build, and we
will go"; "a promise in
writing, and we'll come".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions import moments
from detente.reading.conditions.commands import promised_after
from detente.reading.conditions.found import Found, by_sentence, put_by
from detente.reading.moods import is_due, is_promise
from detente.reading.negation import is_negated
from detente.reading.parsed import Doc, Span, Token
from detente.reading.parties.names import nouns
from detente.reading.saying import is_saying
from detente.reading.wording import DASHES, words

_SHORT = 8  # words of "first the money"
_JOINING = frozenset({"then", "and"})


def _nominal(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Proof first, then regrets", "First the money, then the keys", "no arms, then rice"."""
    doc = sentence.doc
    for then in sentence.spelt(_JOINING):
        if then.i - 1 <= sentence.start:
            continue
        if then.lower_ == "and" and doc[min(then.i + 1, len(doc) - 1)].lower_ != "then":
            continue
        comma = then.i - 1 if doc[then.i - 1].text in {",", ";", *DASHES} else then.i
        begins = _phrase_start(doc, comma - 1, sentence.start)
        part = [t for t in doc[begins:comma] if not t.is_punct]
        verbal = any(t.pos_ in {"VERB", "AUX"} for t in part)
        ordered = part and {part[0].lower_, part[-1].lower_} & {"first", "no"}
        main = next((t for t in doc[then.i + 1 : sentence.end] if t.pos_ in _THINGS), None)
        if verbal or not ordered or main is None or len(part) > _SHORT:
            continue
        if not telling.voice(main).is_narrator:
            start = part[0].i + (part[0].lower_ == "first")
            end = part[-1].i + (part[-1].lower_ != "first")
            yield Found("first ... then", "only", then.i, start, end, main, fronted=True)


def _first(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Payment first, says Norland"."""
    doc = sentence.doc
    for token in sentence.spelt({"first"}):
        said = doc[token.i + 1 : min(token.i + 4, sentence.end)]
        told = len(said) > 1 and said[0].text == "," and is_saying(said[1])
        if not told:
            continue
        begins = _phrase_start(doc, token.i, sentence.start)
        part = [t for t in doc[begins : token.i] if not t.is_punct]
        main = next((t for t in reversed(part) if t.pos_ in syntax.NOMINAL), None)
        verbal = any(t.pos_ in {"VERB", "AUX"} for t in part)
        if main is not None and not verbal and not telling.voice(main).is_narrator:
            speaker = next(
                (t for t in doc[said[1].i + 1 : sentence.end] if t.pos_ in _THINGS), None
            )
            yield Found(
                "first", "only", token.i, part[0].i, token.i, main, fronted=True, owner=speaker
            )


def _first_later(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Trailers first, technicalities after", "Norland: prisoners first, talks later"."""
    doc = sentence.doc
    for token in sentence.spelt({"first"}):
        rest = doc[token.i + 1 : min(token.i + _SHORT, sentence.end)]
        later = next((t for t in rest if t.lower_ in _LATER), None)
        if later is None or rest[0].text not in {",", ";"} or later.i < token.i + 3:
            continue
        begins = _phrase_start(doc, token.i, sentence.start)
        first, then = doc[begins : token.i], doc[token.i + 2 : later.i]
        told = [t for t in (*first, *then) if t.tag_ in {"MD", "VBD"} or t.text == ","]
        noun = next((t for t in first if t.pos_ in syntax.NOMINAL), None)
        main = next((t for t in then if t.pos_ in _THINGS), None)
        if noun is None or main is None or told or telling.voice(noun).is_narrator:
            continue
        yield Found("first", "only", token.i, begins, token.i, noun, fronted=True, about=main)


_LATER = words("later after afterwards second next")
_THINGS = frozenset({"NOUN", "PROPN", "VERB", "PRON"})


def _phrase_start(doc: Doc, at: int, start: int) -> int:
    while at > start and doc[at - 1].text not in {",", ";", ":", '"', "“", "”", "—", "–", "."}:
        at -= 1
    return at


def _spliced(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "They pay, the gates open", "No fines are due, they sail": two clauses side by side."""
    quoted = [t for t in sentence if telling.quotation(t) is not None and not t.is_space]
    if not quoted:
        return
    first = next((t for t in quoted if not t.is_punct), None)
    commas = [t for t in quoted[:-1] if t.text in {",", *DASHES}]
    length = sum(not token.is_quote for token in quoted)
    if first is None or len(commas) != 1 or length > _SPLICED:
        return
    comma = commas[0]
    next_to_it = comma.i + 1 + (comma.nbor().lower_ == "then")  # "They ratify, then we talk"
    then = _taken_up_at_once(quoted, comma) or next_to_it
    parts = sentence.doc[first.i : comma.i], sentence.doc[then : quoted[-1].i + 1]
    verbs = [_only_verb(part) for part in parts]
    own = first.lower_ in {"we", "i", "our", "my"}  # "we count the dead, they count the tonnes"
    at_once = moments.moment([t.lower_ for t in parts[1]][: moments.LONGEST])
    if verbs[0] is None or verbs[1] is None or own or at_once or verbs[1].lemma_ in _ENDURED:
        return  # "The signal comes back, the hour the debt is paid"
    second = syntax.first(verbs[1], "nsubj")
    ours = second is not None and second.lower_ in {"we", "i"}  # "They give it up, we give it up"
    if verbs[0].lemma_ not in _STATIVE and (ours or verbs[0].lemma_ != verbs[1].lemma_):
        yield Found("splice", "only", first.i, first.i, comma.i, verbs[1], fronted=True)


_ENDURED = words("watch wait suffer lose starve mourn bury weep listen")  # "They take, we watch"


def _taken_up_at_once(quoted: list[Token], comma: Token) -> int | None:
    """Of "“They seal it,” he says, “and it opens the same day.”": where "it opens" begins."""
    rest = [t for t in quoted if t.i > comma.i and not t.is_punct]
    if not rest or rest[0].i <= comma.i + 2 or not any(t.lower_ in _AT_ONCE for t in rest):
        return None
    return rest[0].i + (rest[0].lower_ in _JOINING)


_AT_ONCE = words("same tomorrow tonight immediately once instantly overnight straightaway")


def _only_verb(part: Span) -> Token | None:
    """The one verb of a short clause in the present, with its subject and bound to nothing."""
    verbs = [token for token in part if token.tag_ in syntax.PRESENT and token.dep_ != "relcl"]
    verbs = [verb.head if verb.dep_ == "auxpass" else verb for verb in verbs]
    bound = len(part) and (part[0].dep_ in _BINDING or part[0].lower_ in {"first", "then"})
    if len(verbs) != 1 or bound or not any(c.dep_ in syntax.SUBJECTS for c in verbs[0].children):
        return None
    return verbs[0]


_BINDING = frozenset({"mark", "advmod", "cc", "prep"})
_SPLICED = 14  # tokens of the two clauses

_STATIVE = words("be have own hold know think say want need believe hope see mean seem remember")


def _due_and(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "They should build, and we will go", "they pay and we open"."""
    for token in sentence.spelt({"and"}):
        second = token.doc[token.i + 1] if token.i + 1 < sentence.end else token
        ours = second.lower_ in {"we", "i", "then"}
        theirs = second.lower_ in _TAKERS and telling.quotation(token) is not None
        if not (ours or theirs) or telling.voice(token).is_narrator:
            continue
        main = promised_after(token.i, sentence)
        if theirs and not ours and (main is None or not _gets(main, second)):
            continue
        begins = _phrase_start(token.doc, token.i - 1, sentence.start)
        if token.doc[token.i - 1].text == ",":
            begins = _phrase_start(token.doc, token.i - 2, sentence.start)
        first = next((t for t in token.doc[begins : token.i] if _is_theirs(t)), None)
        ours = first is not None and any(
            t.lower_ in {"we", "i"} for t in first.doc[begins : token.i]
        )
        if main is not None and first is not None and not ours and is_promise(main):
            start, end = syntax.trimmed(first, begins, token.i)
            yield Found("and", "only", begins, start, end, main, fronted=True)


def _thing_and(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "A promise in writing, and we'll have the kettle on": a thing, and what it brings."""
    doc = sentence.doc
    for token in sentence.spelt({"and"}):
        second = doc[token.i + 1] if token.i + 1 < sentence.end else token
        if second.lower_ not in _TAKERS or doc[token.i - 1].text != ",":
            continue
        begins = token.i - 1
        while begins > sentence.start and not (
            doc[begins - 1].is_quote or doc[begins - 1].text == ":"
        ):
            begins -= 1
        part = doc[begins : token.i - 1]
        head = next((t for t in part if t.pos_ in syntax.NOMINAL), None)
        if head is None or part[0].tag_ not in _OPENING_NOUN or telling.voice(token).is_narrator:
            continue
        main = promised_after(token.i, sentence)
        told = [t for t in part if t.tag_ in syntax.FINITE]
        if main is not None and is_promise(main) and all(head in t.ancestors for t in told):
            start, end = syntax.trimmed(head, begins, token.i)
            yield Found("and", "only", begins, start, end, main, fronted=True)


def _neither(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "No recognition, no gas"."""
    commas = [t for t in sentence if t.text == ","]
    for comma in commas:
        left = next((t for t in sentence.doc[sentence.start : comma.i] if t.lower_ == "no"), None)
        right = comma.doc[comma.i + 1] if comma.i + 1 < sentence.end else None
        plain = left is not None and not any(
            t.pos_ in {"VERB", "AUX"} for t in comma.doc[left.i : comma.i]
        )
        if left is None or right is None or right.lower_ != "no" or not plain:
            continue
        if left.i > sentence.start and (left.nbor(-1).lemma_ == "be" or _is_told_of_plan(left)):
            continue  # "there can be no treaty, no railway and no ambassador"
        if comma.i - left.i > _BRIEF:
            continue
        main = right.head if right.head.i > right.i else comma.doc[right.i + 1]
        start, end = syntax.trimmed(left, left.i, comma.i)
        owner = put_by(telling, sentence)
        yield Found("no ..., no", "not while", left.i, start, end, main, fronted=True, owner=owner)


def _is_told_of_plan(no: Token) -> bool:
    """As in "put forward a moratorium: no cuts, no strikes": what is in it, and no bargain."""
    colon = no.nbor(-1)
    before = no.doc[max(no.sent.start, colon.i - _BRIEF) : colon.i]
    return colon.text == ":" and any(one.lemma_.lower() in _PLANS for one in before)


_PLANS = nouns("plans") | words("moratorium truce agreement freeze pause standstill ceasefire deal")
_BRIEF = 6  # tokens of "no recognition"


def _once_more(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "One more raid and we leave", "Anything less, and they will film it themselves"."""
    doc = sentence.doc
    for token in sentence.spelt({"and"}):
        begins = _phrase_start(doc, token.i - 1, sentence.start)
        if doc[token.i - 1].text == ",":
            begins = _phrase_start(doc, token.i - 2, sentence.start)
        part = doc[begins : token.i]
        opening = " ".join(t.lower_ for t in part[:2])
        told = any(t.tag_ in syntax.FINITE for t in part)
        fits = opening.startswith(_ONE_MORE) and len(part) <= _SHORT and not told
        if not fits or telling.voice(token).is_narrator:
            continue
        main = promised_after(token.i, sentence)
        if main is not None and main.i < token.i + _SHORT and main.lemma_ != "do":
            start, end = syntax.trimmed(part[0], begins, token.i)
            yield Found("and", "if", begins, start, end, main, fronted=True, harm=True)


_ONE_MORE = ("one more", "another ", "any more", "any further", "anything less", "anything more",
             "one false", "one single", "a single", "one wrong")  # fmt: skip


def _gets(main: Token, second: Token) -> bool:
    """As in "He gives us his word, and he shall have his key"."""
    own = second.head == main and syntax.modal(main) in {"shall", "will", "can", "may"}
    return own and main.lemma_ in {"have", "get", "keep", "go", "come", "sail", "pass", "receive"}


_TAKERS = frozenset({"we", "i", "they", "he", "she", "it"})
_OPENING_NOUN = frozenset({"DT", "NN", "NNS", "JJ", "CD", "PRP$"})


def _is_theirs(verb: Token) -> bool:
    """Whether others must do it, or do it."""
    subject = syntax.first(verb, "nsubj")
    if verb.pos_ not in {"VERB", "AUX"} or subject is None:
        return False
    if subject.lower_ in {"we", "i", "it", "this", "that", "there"}:
        return False
    return is_due(verb) or verb.tag_ in syntax.PRESENT


def _in_return(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "It would pay for the wall. In exchange, Sudmark would have to sign": its price."""
    doc, at = sentence.doc, sentence.start
    opening = [token.lower_ for token in doc[at : at + 3]]
    if opening not in _IN_RETURN or not at:
        return
    told = sentence.root
    main = next(syntax.children(told, "ccomp"), told) if is_saying(told) else told
    subject = syntax.subject(main)
    before = doc[at - 1].sent
    given = [v for v in before if syntax.modal(v) in _AHEAD and not is_negated(v)]
    if subject is None or not given or not (syntax.modal(main) or is_due(main)):
        return
    holder, other = telling.holder(given[-1]), telling.whose(subject)
    if holder and other and not set(holder) & set(other):
        start, end = subject.left_edge.i, syntax.extent(main)[1]
        start, end = syntax.trimmed(main, start, end)
        yield Found("in return", "given", at, start, end, given[-1], fronted=False)


_IN_RETURN = (["in", "return", ","], ["in", "exchange", ","])
_AHEAD = frozenset({"will", "would", "could", "can", "may", "might"})


find = by_sentence(
    _in_return, _nominal, _first, _first_later, _spliced, _due_and, _neither, _once_more, _thing_and
)
