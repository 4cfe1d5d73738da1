"""Conditions in the shape of a bargain: two clauses or two things side by side.

"Clear the road and we shall talk"; "they pay, we open"; "proof first, then regrets"; "let them
sign, and we will"; "pay up or we strike".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import PROMISING, Found, by_sentence, is_promise
from detente.reading.parsed import Doc, Span, Token
from detente.reading.saying import is_plain, is_saying
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

_SHORT = 8  # words of "first the money"


def _nominal(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Proof first, then regrets", "First the money, then the keys", "no arms, then rice"."""
    doc = sentence.doc
    for then in sentence:
        if then.lower_ not in {"then", "and"} or then.i - 1 <= sentence.start:
            continue
        if then.lower_ == "and" and doc[min(then.i + 1, len(doc) - 1)].lower_ != "then":
            continue
        comma = then.i - 1 if doc[then.i - 1].text in {",", ";", "-", "–", "—"} else then.i
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
    for token in sentence:
        said = doc[token.i + 1 : min(token.i + 4, sentence.end)]
        told = len(said) > 1 and said[0].text == "," and is_saying(said[1])
        if token.lower_ != "first" or not told:
            continue
        begins = _phrase_start(doc, token.i, sentence.start)
        part = [t for t in doc[begins : token.i] if not t.is_punct]
        main = next((t for t in reversed(part) if t.pos_ in {"NOUN", "PROPN"}), None)
        verbal = any(t.pos_ in {"VERB", "AUX"} for t in part)
        if main is not None and not verbal and not telling.voice(main).is_narrator:
            speaker = next(
                (t for t in doc[said[1].i + 1 : sentence.end] if t.pos_ in _THINGS), None
            )
            yield Found(
                "first", "only", token.i, part[0].i, token.i, main, fronted=True, owner=speaker
            )


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
    commas = [t for t in quoted[:-1] if t.text in {",", "—", "–", "-"}]
    if first is None or len(commas) != 1 or len(quoted) > _SPLICED:
        return
    comma = commas[0]
    parts = sentence.doc[first.i : comma.i], sentence.doc[comma.i + 1 : quoted[-1].i + 1]
    verbs = [_only_verb(part) for part in parts]
    own = first.lower_ in {"we", "i", "our", "my"}  # "we count the dead, they count the tonnes"
    if verbs[0] is None or verbs[1] is None or own:
        return
    if verbs[0].lemma_ not in {*_STATIVE, verbs[1].lemma_}:
        yield Found("splice", "only", first.i, first.i, comma.i, verbs[1], fronted=True)


def _only_verb(part: Span) -> Token | None:
    """The one verb of a short clause in the present, with its subject and bound to nothing."""
    verbs = [token for token in part if token.tag_ in _PRESENT and token.dep_ != "relcl"]
    bound = len(part) and (part[0].dep_ in _BINDING or part[0].lower_ in {"first", "then"})
    if len(verbs) != 1 or bound or not any(c.dep_ in syntax.SUBJECTS for c in verbs[0].children):
        return None
    return verbs[0]


_BINDING = frozenset({"mark", "advmod", "cc", "prep"})
_SPLICED = 16  # tokens of the two clauses
_PRESENT = frozenset({"VBP", "VBZ"})
_STATIVE = words("be have know think say want need believe hope see mean seem")


def _imperative(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Clear the road and we shall talk", "Pay up, he said, and a date may be found".

    Word by word: the parser has no one way with it.
    """
    for verb in sentence:
        if not _may_command(verb):
            continue
        joint = _joint(verb)
        main = _promised_after(joint, sentence) if joint is not None else None
        if joint is None or main is None or telling.voice(verb).is_narrator:
            continue
        finite = (t for t in verb.doc[verb.i + 1 : joint] if t.tag_ in {"MD", "VBZ", "VBP"})
        if any(True for _ in finite if not _is_within(_, verb)):
            continue
        stop = _aside_before(verb, joint)
        start, end = syntax.trimmed(verb, verb.i, stop)
        yield Found("imperative", "only", verb.i, start, end, main, fronted=True)


def _may_command(verb: Token) -> bool:
    """Whether a word stands where a command begins, and is one."""
    before = verb.nbor(-1).text if verb.i else "."
    opens = verb.i == verb.sent.start or before in {'"', "“", "'", "‘", ":", "\n", "\n\n"}
    if not opens or verb.lower_ in _LETTING or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return False
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    if verb.tag_ == "VB" or (verb.tag_ == "VBP" and verb.lower_ == verb.lemma_):
        return True
    given = after.tag_ in {"DT", "PRP", "PRP$"} and verb.is_title
    return given and verb.lower_ in _COMMANDS


_COMMANDS = words(
    "empty free clear open close clean drop stop sign pay lift scrap hand pull show give put send "
    "return release take leave end withdraw bring get cut build fix repair apologise share move"
)


def _is_within(token: Token, verb: Token) -> bool:
    """Whether a finite verb is in a clause within the command: "show me a dredger I can pay"."""
    step = token
    while step not in {step.head, verb}:
        if step.dep_ in {"relcl", "acl", "ccomp", "advcl", "parataxis"}:
            return True
        step = step.head
    return False


def _aside_before(verb: Token, joint: int) -> int:
    """Where ", he said, and" begins before a conjunction, else the conjunction."""
    inside = verb.doc[verb.i : joint]
    cue = next((t for t in inside if is_plain(t) and t.tag_ in {"VBD", "VBZ", "VBP"}), None)
    if cue is None:
        return joint
    return next((t.i for t in inside if t.text == "," and t.i < cue.i), joint)


def _let(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Let them produce evidence, and it will be looked into", "Have them pay and we open".

    Word by word: the parser has no one way with it.
    """
    doc = sentence.doc
    for token in sentence:
        before = doc[token.i - 1].text if token.i else ""
        opens = token.i == sentence.start or before in {'"', "“", "'", "‘", ":", ";", ",", "—", "–"}
        after = doc[token.i + 1] if token.i + 1 < sentence.end else token
        if token.lower_ not in _LETTING or not opens or after.tag_ not in _SOMEBODY:
            continue
        wished = next((t for t in doc[token.i + 2 : sentence.end] if t.tag_ == "VB"), None)
        stop = _joint(wished) if wished is not None else None
        main = _promised_after(stop, sentence) if stop is not None else None
        if main is not None and stop is not None and not telling.voice(token).is_narrator:
            start, end = syntax.trimmed(token, token.i + 1, stop)
            yield Found("let", "only", token.i, start, end, main, fronted=True)


_LETTING = frozenset({"let", "have", "get"})
_SOMEBODY = frozenset({"PRP", "DT", "NNP", "NNPS", "NNS", "PRP$", "NN"})


def _joint(first: Token) -> int | None:
    """The place of the "and" or "then" after a verb."""
    after = first.doc[first.i + 1 : first.sent.end]
    stops = (t.i for t in after if t.lower_ == "then" or (t.lower_ == "and" and _starts_clause(t)))
    return next(stops, None)


def _starts_clause(conjunction: Token) -> bool:
    """Whether a subject and its finite verb come after "and"."""
    after = conjunction.doc[conjunction.i + 1 : min(conjunction.i + _SHORT, conjunction.sent.end)]
    for token in after:
        if token.tag_ in {"MD", "VBZ", "VBP"}:
            return token.i > conjunction.i + 1 and not is_plain(token)
        if token.text in {",", ";"} or token.tag_ in {"VBD", "VBG"}:
            return False
    return False


def _promised_after(stop: int, sentence: Span) -> Token | None:
    """The verb of what will come, or comes, after a place."""
    for token in sentence.doc[stop + 1 : sentence.end]:
        own = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}
        if own and (is_promise(token) or _is_present(token) or syntax.modal(token) == "may"):
            return None if is_plain(token) else token
    return None


def _is_present(verb: Token) -> bool:
    tensed = [verb, *syntax.children(verb, "aux", "auxpass")]
    return any(token.tag_ in _PRESENT for token in tensed) or syntax.modal(verb) in PROMISING


def _due_and(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "They should build, and we will go", "they pay and we open"."""
    for token in sentence:
        second = token.doc[token.i + 1] if token.i + 1 < sentence.end else token
        ours = second.lower_ in {"we", "i", "then"}
        if token.lower_ != "and" or not ours or telling.voice(token).is_narrator:
            continue
        main = _promised_after(token.i, sentence)
        begins = _phrase_start(token.doc, token.i - 1, sentence.start)
        if token.doc[token.i - 1].text == ",":
            begins = _phrase_start(token.doc, token.i - 2, sentence.start)
        first = next((t for t in token.doc[begins : token.i] if _is_theirs(t)), None)
        if main is not None and first is not None and is_promise(main):
            start, end = syntax.trimmed(first, begins, token.i)
            yield Found("and", "only", begins, start, end, main, fronted=True)


def _thing_and(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "A promise in writing, and we'll have the kettle on": a thing, and what it brings."""
    doc = sentence.doc
    for token in sentence:
        second = doc[token.i + 1] if token.i + 1 < sentence.end else token
        if token.lower_ != "and" or second.lower_ not in _TAKERS or doc[token.i - 1].text != ",":
            continue
        begins = token.i - 1
        while begins > sentence.start and not (
            doc[begins - 1].is_quote or doc[begins - 1].text == ":"
        ):
            begins -= 1
        part = doc[begins : token.i - 1]
        head = next((t for t in part if t.pos_ in {"NOUN", "PROPN"}), None)
        if head is None or part[0].tag_ not in _OPENING_NOUN or telling.voice(token).is_narrator:
            continue
        main = _promised_after(token.i, sentence)
        told = [t for t in part if t.tag_ in {"MD", "VBZ", "VBP", "VBD"}]
        if main is not None and is_promise(main) and all(head in t.ancestors for t in told):
            start, end = syntax.trimmed(head, begins, token.i)
            yield Found("and", "only", begins, start, end, main, fronted=True)


_TAKERS = frozenset({"we", "i", "they", "he", "she", "it"})
_OPENING_NOUN = frozenset({"DT", "NN", "NNS", "JJ", "CD", "PRP$"})


def _is_theirs(verb: Token) -> bool:
    """Whether others must do it, or do it."""
    subject = syntax.first(verb, "nsubj")
    if verb.pos_ not in {"VERB", "AUX"} or subject is None:
        return False
    if subject.lower_ in {"we", "i", "it", "this", "that", "there"}:
        return False
    return syntax.modal(verb) in {"must", "should"} or verb.tag_ in _PRESENT - {"VBG"}


def _or_else(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "must pay or face closures", "pay up or we strike", "either they go or we stay"."""
    for token in sentence:
        if token.lower_ != "or":
            continue
        main, begins = _alternative(token)
        if main is None:
            continue
        either = next((t for t in token.doc[begins : token.i] if t.lower_ == "either"), None)
        asked = either is not None or _is_asked(telling, token.head)
        start, end = syntax.trimmed(token, either.i + 1 if either else begins, token.i)
        if asked and end > start and (either is not None or _is_penalty(main)):
            yield Found("or", "unless", token.i, start, end, main, fronted=True)


def _alternative(token: Token) -> tuple[Token | None, int]:
    """The verb after "or", and where the clause before it begins."""
    first = token.head
    if first.pos_ not in {"VERB", "AUX"} or first.i > token.i:
        return None, token.i
    main = next((c for c in syntax.children(first, "conj") if c.i > token.i), None)
    return main, syntax.extent(first)[0]


def _is_asked(telling: Telling, verb: Token) -> bool:
    """Whether somebody must do it, or is told to."""
    if not syntax.is_finite(verb) or syntax.modal(verb) in {"must", "should", "need"}:
        return True
    return not telling.voice(verb).is_narrator and syntax.modal(verb) in {"will", "shall"}


def _is_penalty(verb: Token) -> bool:
    return verb.lemma_ in _SUFFERING or syntax.modal(verb) in {"will", "would"} or _is_present(verb)


_SUFFERING = words("face risk suffer forfeit lose pay incur forgo look see be get")


find = by_sentence(_nominal, _first, _spliced, _imperative, _let, _due_and, _thing_and, _or_else)
