"""What hangs on a verb: its particle, sign, complement, objects, subject."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.drafting.lexicon import EXIST, common, tables, verbs, words
from detente.reading.drafting.things import (
    span,
)
from detente.reading.page import listed
from detente.reading.parsed import Token

PARTICLES = frozenset(
    ["back", "out", "down", "up", "off", "over", "away", "in", "aside", "ahead", "on", "through",
     "forward"]
)  # fmt: skip


_SEEKING = frozenset(["look_for", "search_for", "apply_for"])


def verbal(token: Token) -> bool:
    """Whether a token is a verb at work: no gerund with an article."""
    if token.pos_ == "AUX":
        return True
    return token.pos_ == "VERB" and not (
        token.tag_ == "VBG" and any(t.dep_ == "det" for t in token.children)
    )


def parts(verb: Token) -> list[Token]:
    """What hangs on a verb, or on its auxiliary."""
    helping = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return [*verb.children, *(inner for one in helping for inner in one.children)]


def negated(verb: Token) -> bool:
    """Whether a verb is negated, by itself or by its subject or object.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The wages were paid and no longer linked to oil.")
    >>> [negated(token) for token in doc if token.lower_ in ("paid", "linked")]
    [False, True]
    """
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "nobody", "nothing", "neither"):
            return True
        if child.lower_ == "longer" and any(inner.lower_ == "no" for inner in child.children):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            inner.lower_ == "no" and inner.dep_ == "det" for inner in child.children
        ):
            return True
    return False


def lemma_of(verb: Token) -> str:
    """A verb with its particle: ``hand_over``, ``pull_back``, ``go_back_to``.

    >>> from detente.reading.page import phrase
    >>> lemma_of(phrase("They pulled their boats back.")[1])
    'pull_back'
    """
    lemma = _known_form(str(verb.lemma_.lower()))
    candidates = [*_with_next(verb, lemma), *_with_particle(verb, lemma)]
    if any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children):
        candidates.append(f"{lemma}_place")
    known = {*verbs(), *words("light", "yes"), *words("light", "no")}
    return next((c for c in candidates if c in known), next(iter(candidates), lemma))


def _known_form(lemma: str) -> str:
    """A lemma without the ending that the lemmatiser makes up: "reconnecte" → reconnect.

    >>> _known_form("reconnecte"), _known_form("readmitte"), _known_form("release")
    ('reconnect', 'readmit', 'release')
    """
    if again := done_again(lemma):
        return again
    made_up = lemma.endswith("e") and lemma not in listed("verb")
    stems = (lemma[:-1], lemma[:-2] if lemma[-3:-2] == lemma[-2:-1] else lemma)
    known = (stem for stem in stems if stem.removeprefix("re") in listed("verb"))
    return next(known, lemma) if made_up else lemma


def done_again(form: str) -> str:
    """The verb of what is done again, which the parser's word lists do not have.

    >>> done_again("redrawn"), done_again("reroute"), done_again("red"), done_again("drawn")
    ('redraw', 'reroute', '', '')
    """
    stems = [form, *(form.removesuffix(p) + base for p, base in _PASTS if form.endswith(p))]
    known = form in listed("verb") or not form.startswith("re")
    rest = (verb for verb in stems if verb.removeprefix("re") in listed("verb"))
    return "" if known else next(rest, "")


_PASTS = (
    ("awn", "aw"), ("ew", "aw"), ("itten", "ite"), ("uilt", "uild"), ("aken", "ake"),
    ("sold", "sell"), ("told", "tell"), ("iven", "ive"), ("ound", "ind"), ("ought", "uy"),
)  # fmt: skip


def _with_particle(verb: Token, lemma: str) -> Iterator[str]:
    for child in verb.children:
        if _is_particle(verb, child, lemma):
            if child.i + 1 < len(verb.doc):
                beyond = f"{lemma}_{child.lower_}_{verb.doc[child.i + 1].lower_}"
                yield from [beyond] if beyond in verbs() else []
            yield f"{lemma}_{child.lower_}"
        apart = child.lower_ == "out" and not any(
            c.dep_ in ("dobj", "nsubjpass") and c.i < child.i for c in verb.children
        )  # "keep out of the dispute"
        if child.dep_ == "prep" and f"{lemma}_{child.lower_}" in _SEEKING:
            yield f"{lemma}_{child.lower_}"
        apart = apart or _is_easy(verb, child)
        if child.dep_ == "prep" and not apart and f"{lemma}_{child.lower_}" in verbs():
            yield f"{lemma}_{child.lower_}"
    back = [t for t in verb.doc[verb.i + 1 : verb.i + 5] if t.lower_ == "back"]
    loose = back and back[0].dep_ == "advmod" and not _is_hyphened(back[0])
    if loose and f"{lemma}_back" in verbs():
        yield f"{lemma}_back"


def _is_particle(verb: Token, child: Token, lemma: str) -> bool:
    """As "up" of "give up", "in" of "the diggers move in next week"."""
    alone = child.dep_ == "advmod" or (child.dep_ == "prep" and not any(child.children))
    if child.dep_ == "prep":
        alone = alone and f"{lemma}_{child.lower_}" in words("bare", "verbs")
    if child.dep_ != "prt" and not (alone and child.lower_ in PARTICLES):
        return False
    beside = child.i > verb.i and _is_near(verb, child) and not _is_hyphened(child)
    return beside and not (_is_up_to(child) or _tells_the_day(child))


def _is_up_to(particle: Token) -> bool:
    """Whether "up" only goes with "to": until when, or how much."""
    after = particle.doc[particle.i + 1 : particle.i + 2]
    signs = particle.head.lemma_.lower() in ("sign", "live", "own", "stand", "face", "add")
    return particle.lower_ == "up" and after.text.lower() == "to" and not signs


def _tells_the_day(particle: Token) -> bool:
    """Whether it only tells when: "both steps were taken on the same day"."""
    after = particle.doc[particle.i + 1 : particle.i + _NEAR]
    return any(t.dep_ == "npadvmod" and t.lower_ in words("measures", "times") for t in after)


_NEAR = 5  # words


def _is_easy(verb: Token, link: Token) -> bool:
    """``go easy on the rules``: what stands between says what is done, it does not go on."""
    return any(t.pos_ in ("ADJ", "ADV") for t in verb.doc[verb.i + 1 : link.i])


def _is_near(verb: Token, particle: Token) -> bool:
    """Whether no other clause stands between a verb and its particle: "while the line is off"."""
    between = verb.doc[verb.i + 1 : particle.i]
    return not any(t.pos_ in ("VERB", "AUX", "SCONJ") or t.dep_ == "mark" for t in between)


def _is_hyphened(token: Token) -> bool:
    """Whether a word is the first part of a compound: "back-to-work legislation"."""
    return token.nbor().text == "-"


def _with_next(verb: Token, lemma: str) -> Iterator[str]:
    if verb.i + 1 < len(verb.doc):
        joined = f"{lemma}_{verb.doc[verb.i + 1].lower_}"
        yield from [joined] if joined in verbs() else []


def complement(verb: Token) -> Token | None:
    """The verb that a verb governs: ``agree to pay``, ``stop drilling``."""
    for child in verb.children:
        if (
            child.dep_ in ("xcomp", "ccomp")
            and (verbal(child) or child.pos_ == "ADJ")
            and child.i > verb.i
        ):
            return child
        if child.dep_ == "acomp":
            deeper = [c for c in child.children if c.dep_ in ("xcomp", "ccomp") and verbal(c)]
            if deeper:
                return deeper[0]
        if child.dep_ == "prep" and child.lower_ in ("to", "on", "from", "of"):
            deeper = [c for c in child.children if c.dep_ == "pcomp"]
            if deeper:
                return deeper[0]
    return None


def shell_of(noun: Token) -> Token | None:
    """The verb behind a noun that only talks of it: ``the idea of withdrawing``, ``an attempt to``.

    >>> from detente.reading.page import phrase
    >>> str(shell_of(phrase("They rejected any talk of withdrawing the boats.")[3]))
    'withdrawing'
    """
    if noun.lower_ not in words("shell", "nouns") | words("shell", "nouns_no"):
        return None
    inner = [t for link in noun.children if link.lower_ == "of" for t in link.children]
    inner += [t for t in noun.children if t.dep_ in ("acl", "relcl") and t.tag_ == "VB"]
    return next((t for t in inner if t.dep_ in ("pcomp", "acl", "relcl") and verbal(t)), None)


def state_of(verb: Token) -> str:
    """The adjective or adverb after ``be``."""
    if verb.tag_ == "VBG" and verb.lower_ in tables()["states_no"]:
        return f"be_{verb.lower_}"
    if verb.lemma_ not in ("be", "remain", "stay", "become", "keep", "stand"):
        return ""
    for child in verb.children:
        said = child.pos_ in ("ADJ", "ADV", "ADP") or child.tag_ == "VBN"
        said = said or bool(done_again(child.lower_))
        said = said and child.lower_ not in words("small", "adding")
        if said and child.dep_ in ("acomp", "advmod", "oprd") and child.i > verb.i:
            return f"be_{child.lower_}"
        if child.dep_ == "xcomp" and child.lower_ in ("shut", "closed", "open", "sealed", "locked"):
            return f"be_{child.lower_}"  # "stays shut", taken for a verb
        if child.dep_ == "prep" and child.lower_ == "in":
            inner = [c.lower_ for c in child.children if c.dep_ == "pobj"]
            if inner and f"in_{inner[0]}" in tables()["states"]:
                return f"be_in_{inner[0]}"
    return ""


def worth(state: str) -> tuple[str, bool]:
    """The verb family that a state is worth, and its sign."""
    said = state.removeprefix("be_")
    if said in tables()["states_no"]:
        return str(tables()["states_no"][said]), False
    if said.endswith("ed") and (verb := next(filter(verbs().get, (said[:-2], said[:-1])), None)):
        return verbs()[verb]
    worth = tables()["states"].get(said, done_again(said) or state)
    return (EXIST, True) if worth == EXIST else verbs().get(worth, (worth, True))


def safe_from(verb: Token) -> Token | None:
    """``safe from sanctions``, ``free of sanctions``: without them."""
    for child in verb.children:
        if child.dep_ == "acomp" and child.lower_ in ("safe", "free", "exempt"):
            for inner in child.children:
                if inner.dep_ == "prep" and inner.lower_ in ("from", "of"):
                    return next((t for t in inner.children if t.dep_ == "pobj"), None)
    return None


def clause_object(verb: Token) -> tuple[tuple[str, ...], str] | None:
    """``pay what they owe us``, ``establish what is owed``: the clause as a thing."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "dobj") and child.i > verb.i:
            first = next(iter(child.subtree))
            if first.lower_ in ("what", "whose", "who", "how", "which") and first.i > verb.i:
                owed = tables()["owing"].get(child.lemma_, tables()["owing"].get(child.lower_))
                words_ = [t for t in child.subtree if t.pos_ in ("NOUN", "VERB") and t != first]
                theme = (owed,) if owed else tuple(common(t.lemma_.lower()) for t in words_)
                return theme, "what is owed" if owed else span(child)
    return None


def fits(verb: str) -> bool:
    """Whether a verb brings about or ends what both sides do: "accept a truce".

    >>> fits("accept"), fits("ratify")
    (True, False)
    """
    return verb == "accept" or verbs().get(verb, ("", True))[0] in (EXIST, "sign", "talk")
