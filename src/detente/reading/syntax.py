"""The clause as a reader of positions needs it: who does it, to whom, negated or not, how far.

Built on the dependency parse (CLEAR labels, as OntoNotes-trained models give them). Subjects that
are not said again are found: conjoined verbs, relative clauses, participles, infinitives.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import elision
from detente.reading.parsed import Span, Token, remembered
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.wording import DASHES, words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN"})
PLURAL = frozenset({"NNS", "NNPS"})  # tags of nouns for several
OBJECTS = frozenset({"dobj", "dative", "obj"})
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp"})
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
VERBAL = frozenset({"VERB", "AUX"})
HELPERS = frozenset({"aux", "auxpass"})
BRANCHES = frozenset({"Local", "Lodge", "Branch", "Chapter"})  # a figure follows: "Local 43"
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})  # tags of nouns
REFLEXIVE = words("itself himself herself themselves")  # "it had itself asked"
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_OBJECT_CONTROL = words(
    "urge ask tell order force allow want press invite require compel warn advise encourage "
    "instruct expect persuade beg implore exhort oblige accuse blame call "
    "lead prompt cause drive push induce get provoke"
)
PRESENT = frozenset({"VBZ", "VBP"})  # tags of what is so, or done, now
TENSED = frozenset({"VBD", "VBZ", "VBP"})  # tags of verbs with a tense
FINITE = TENSED | {"MD"}
PAST = frozenset({"VBD", "VBN"})  # tags of what is over, or done to it


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The children of `token` under one of the labels."""
    return (child for child in token.children if child.dep_ in labels)


def first(token: Token, *labels: str) -> Token | None:
    """The first child under one of the labels."""
    for child in token.children:
        if child.dep_ in labels:
            return child
    return None


def clause_of(token: Token) -> Token:
    """The verb that a word hangs on, if it is none itself; the root, where there is no verb."""
    while token.head != token and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


def governing(token: Token) -> Token | None:
    """As `clause_of`, where there is a verb."""
    verb = clause_of(token)
    return verb if verb.pos_ in {"VERB", "AUX"} else None


def opens_paragraph(sentence: Span) -> bool:
    r"""Whether a sentence is the first of its paragraph.

    >>> from detente.reading.page import phrase
    >>> [opens_paragraph(one) for one in phrase("It fell. It rose.\nIt stayed.").sents]
    [True, False, True]
    """
    return sentence.start == 0 or "\n" in sentence.doc[sentence.start - 1].text


def verb_above(token: Token) -> Token | None:
    """The nearest verb that a word, be it a verb itself, hangs on."""
    return next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)


@remembered
def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice ("was urged", "seen as")."""
    if any(child.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for child in verb.children):
        return True
    if verb.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in verb.children):
        perfect = any(child.lemma_ in {"have", "'ve"} for child in children(verb, "aux"))
        joint = verb.tag_ == "VBN" and verb.head.tag_ == "VBN" and not perfect
        return joint and is_passive(verb.head)  # not "was lost and has demanded"
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


@remembered
def subject(verb: Token) -> Token | None:
    """The head of the noun phrase that is the verb's subject, said or understood.

    The antecedent stands for a relative pronoun, the object of "urge" for the subject of its
    infinitive, the first verb's subject for that of a conjoined one.
    """
    return _subject(verb, _STEPS)


_STEPS = 8  # up the tree for a subject that is not said again


def _subject(verb: Token, depth: int) -> Token | None:
    both = [child for child in verb.children if child.dep_ in SUBJECTS]
    near = [child for child in both if child.i < verb.i]
    own = near[-1] if len(near) > 1 else both[0] if both else None  # "Workers it will not send"
    if own is None or own.lower_ in REFLEXIVE:
        helpers = children(verb, "aux", "auxpass")
        own = next((c for h in helpers for c in h.children if c.dep_ in SUBJECTS), None)
    if own is not None:
        return _antecedent(own, verb)
    if any(True for _ in children(verb, "expl")):
        return None
    dated = _after_date(verb)
    if dated is not None or depth == 0 or verb.head == verb:
        return dated if dated is not None else elision.understood(verb)
    return _understood(verb, depth - 1)


_DATES = frozenset({*MONTHS, *WEEKDAYS, "spring", "summer", "autumn", "winter"})


def _after_date(verb: Token) -> Token | None:
    """As in "In May Norland had left": the parser takes the subject for a part of the date."""
    left = min((c.i for c in children(verb, "aux", "auxpass") if c.i < verb.i), default=verb.i)
    if left <= verb.sent.start or not is_finite(verb):
        return None
    noun = verb.doc[left - 1]
    if noun.dep_ != "pobj" or noun.pos_ not in {"PROPN", "NOUN"} or noun.head.head != verb:
        return None
    before = [child for child in noun.children if child.i < noun.i]
    dated = before and (before[0].lower_ in _DATES or before[0].is_digit)
    return noun if dated and before[0].i == noun.head.i + 1 else None


def _antecedent(own: Token, verb: Token) -> Token:
    if own.lower_ in _RELATIVES and own.tag_ in {"WDT", "WP"} and verb.dep_ in {"relcl", "acl"}:
        return verb.head
    return own


def _understood(verb: Token, depth: int) -> Token | None:
    head, label = verb.head, verb.dep_
    if label in {"relcl", "acl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return head if verb.tag_ != "VB" else owner(head)
    if label in {"xcomp", "ccomp"} and head.lemma_ in _OBJECT_CONTROL:
        return first(head, *OBJECTS) or _subject(head, depth)
    if label == "pcomp" and head.dep_ == "prep":
        return _of_gerund(head.head, depth)
    if label not in CLAUSAL and label not in {"acomp", "dep", "aux", "attr"}:
        return None
    apart = label == "conj" and is_finite(verb) and any(c.tag_ == "TO" for c in head.children)
    found = _of_finite(head, depth) if apart else _subject(head, depth)
    if label == "conj" and found is not None and not _agree(verb, found):
        return _subject(head.head, depth)
    return found


def _of_finite(infinitive: Token, depth: int) -> Token | None:
    """Who "refused" in "told the firm to leave and refused to talk": who told it.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The mayor told the firm to leave the square and refused to talk.")
    >>> str(subject(doc[10]))
    'mayor'
    """
    above = next((v for v in infinitive.ancestors if v.pos_ in {"VERB", "AUX"}), None)
    if above is None or depth == 0:
        return None
    return _subject(above, depth - 1) if is_finite(above) else _of_finite(above, depth - 1)


def _of_gerund(above: Token, depth: int) -> Token | None:
    """Who does "ramming" in "accused Sudmark of ramming", "Sudmark's policy of ramming"."""
    if above.pos_ == "NOUN":
        return owner(above)
    controls = above.lemma_ in _OBJECT_CONTROL and not is_passive(above)
    return (first(above, *OBJECTS) if controls else None) or _subject(above, depth)


def _agree(verb: Token, noun: Token) -> bool:
    """Whether a singular verb may have the noun as its subject."""
    tensed = [verb, *children(verb, "aux", "auxpass")]
    singular = any(word.tag_ == "VBZ" for word in tensed)
    return not (singular and noun.tag_ in PLURAL and noun.dep_ == "nsubj")


def owner(noun: Token) -> Token | None:
    """Whose the noun is: the possessive before it, or the first "of", "by" or "from" after it."""
    possessive = first(noun, "poss")
    if possessive is not None:
        return possessive
    for preposition in children(noun, "prep", "agent"):
        if preposition.lower_ in {"of", "by", "from"}:
            return first(preposition, "pobj")
    if noun.dep_ in {"dobj", "attr", "pobj"}:
        verb = noun.head if noun.dep_ != "pobj" else noun.head.head
        if verb.pos_ in {"VERB", "AUX"}:
            return subject(verb)
    return None


def agent(verb: Token) -> Token | None:
    """The "by" phrase of a passive verb."""
    for by in children(verb, "agent", "prep"):
        if by.lower_ == "by":
            return first(by, "pobj")
    return None


@remembered
def is_finite(verb: Token) -> bool:
    """Whether the verb has a tense or a modal of its own."""
    return verb.tag_ in FINITE or any(
        child.tag_ in FINITE for child in children(verb, "aux", "auxpass")
    )


@remembered
def modal(verb: Token) -> str | None:
    """The modal of the verb, in full ("will", "can"; "must" of "has to"), shared by conjuncts."""
    if verb.tag_ == "MD":
        return _MODALS.get(verb.lower_, verb.lower_)
    for aux in children(verb, "aux"):
        if aux.tag_ == "MD":
            return _MODALS.get(aux.lower_, aux.lower_)
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ in {"VERB", "AUX"}:
        return modal(verb.head)
    bare = verb.tag_ == "VB" or any(child.tag_ == "VB" for child in children(verb, "auxpass"))
    if bare and verb.dep_ == "xcomp" and _is_duty(verb.head):
        return "must"
    return None


def _is_duty(head: Token) -> bool:
    """As "has" of "has to pay", "got" of "has got to pay"; not of "has itself to blame"."""
    if any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) for c in head.children):
        return False
    got = head.lower_ == "got" and any(c.lemma_ in {"have", "'ve"} for c in children(head, "aux"))
    return got or head.lemma_ in {"have", "need"}


_MODALS = {"wo": "will", "'ll": "will", "ca": "can", "'d": "would", "sha": "shall", "ought": "must"}


def keys(verb: Token) -> tuple[str, ...]:
    """How cue tables may name the verb, the fullest first: "rule out", then "rule"."""
    lemma = verb.lemma_.lower()
    after = [
        child.lower_
        for child in verb.children
        if child.i > verb.i and child.dep_ in {"prt", "prep", "advmod", "acomp", "dative", "agent"}
    ]
    return (*(f"{lemma} {word}" for word in after), lemma)


@remembered
def extent(head: Token) -> tuple[int, int]:
    """The half-open range of tokens of the clause, without other clauses that stand beside it."""
    apart = {
        inner.i
        for child in children(head, "conj", "ccomp")
        if child.pos_ in {"VERB", "AUX"} and (child.dep_ == "conj" or is_before_semicolon(child))
        for inner in child.subtree
    }
    inside = {token.i for token in head.subtree} - apart
    start = end = head.i
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    return trimmed(head, start, end + 1)


def is_before_semicolon(verb: Token) -> bool:
    """As "refused" of "A had refused; now it accepts": the parser takes it for what is said."""
    head = verb.head
    return verb.i < head.i and any(t.text == ";" for t in verb.doc[verb.i : head.i])


def trimmed(token: Token, start: int, end: int) -> tuple[int, int]:
    """The range without punctuation, spaces and conjunctions at its ends."""
    doc = token.doc.tokens
    while start < end - 1 and (doc[start].is_space or doc[start].lower_ in _EDGES_LEFT):
        start += 1
    while end - 1 > start and (doc[end - 1].is_space or doc[end - 1].lower_ in _EDGES_RIGHT):
        end -= 1
    if end - start > _PUT_BETWEEN and doc[end - 1].lower_ in _BETWEEN and doc[end - 2].text == ",":
        return start, end - _PUT_BETWEEN  # "without its consent, however,"
    return start, end


_PUT_BETWEEN = 2  # a comma and a word
_BETWEEN = frozenset({"however", "though", "therefore", "moreover", "nevertheless", "nonetheless"})
_DASHES = {",", ";", ":", *DASHES, ".", "and", "but", '"', "'", "“", "”", "’"}
_EDGES_LEFT = frozenset({*_DASHES, ")"})
_EDGES_RIGHT = frozenset({*_DASHES, "(", "!", "?"})
