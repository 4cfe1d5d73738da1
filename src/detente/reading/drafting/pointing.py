"""What a pronoun in a position stands for, by the words before it.

"It has recalled its ambassador and will not send him back": the ambassador. "They have stopped
paying rent and will not start again": paying rent.
"""

from __future__ import annotations

import re

from detente.dispute.evidence import Document, Evidence
from detente.reading import page, saying
from detente.reading.drafting.lexicon import words
from detente.reading.drafting.noun_words import noun_words
from detente.reading.drafting.things import is_when
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns

_OBJECT = re.compile(
    r"(?<=\w )(?<!that )(?<!what )(?<!when )(?<!if )(?<!as )(?<!among )"
    r"(it|them|him|her|one(?! of\b))(?= |$)"
    r"(?! (?:is|are|was|were|will|has|have)\b)"
)
_REPORTED = re.compile(r"(?<=\w )(it|them|him|her), (?:[\w'’.-]+ ){1,6}?(?:said|says)\b.*$")
_SUBJECT = re.compile(r"^(it|they)(?= (?:is|are|was|were|has|have|had|stays?|remains?) )")
_DONE_TO = re.compile(r"^(them)(?= [a-z]+(?:ed|en|wn|ut|pt|ld|nt)\b)")  # "wants them ratified"
_OTHERS = re.compile(r"\b(the others|the rest|the remaining (?:ones|two|three))(?= |$)")
_GOT_BACK = re.compile(  # "has demanded its return": of the boat that was spoken of
    r"(?<=\w )((?:its|their|his|her) (?:immediate |safe |prompt |unconditional )?)"
    r"(?=(?:return|release|repatriation|handover|extradition|restitution|dismantling)"
    r"(?:$|[,.;]| and | but | by | from ))"
)
_COUNTED = re.compile(r"\b(?:one|all|each|some|none|both|any) of (them)\b")
_CALLED_OFF = re.compile(
    r"\b(?:call(?:s|ed|ing)?|break(?:s|ing)?|broke) (this|it|that|them|these|those) off\b"
)
_AGAIN = re.compile(r"(?:start|begin|resume|do so)(?: again)?|resume", re.IGNORECASE)
_STOPPED = re.compile(
    r"\bstop(?:s|ped)? ([a-z]+ing\b[^,.;:]*?)(?= in protest| and | but |[,.;:]|$)"
)
_LEAVES = re.compile(r"^(?:(?:they|the [a-z]+|all of them) )?(?:leaves?|left|have left|move out)$")
_TAKEN = re.compile(
    r"\b(?:occup(?:y|ies|ied|ying)|seiz(?:e|es|ed|ing)|t(?:a|oo)k(?:e|ing)? over|broke into"
    r"|camp(?:s|ed|ing)? (?:in|on|at|outside)|sitting in|sat down in|moved into) "
    r"((?:the|its|their|an?) (?:[\w'’-]+ ){0,2}?[\w'’-]+?)"
    r"(?= (?:on|in|since|for|and|at|by|last|to|after|with|of|that|which)\b|[.,;:])"
)
_FOLLOWS = re.compile(r"(the (?:rest|others|remainder))(?: (?:will|would|can))? follow")
_DONE_SO_FAR = re.compile(r"\b(freed|released|paid|delivered|handed over|returned)\b")
_DESCRIBED = re.compile(r"\b(?:the|an?|its|their|this|that) (?:[\w-]+ )*$")
_OWNED = re.compile(r"^(?:its|their|an?)\b")
_BEFORE = 400  # characters


def pointed(document: Document, piece: Evidence, phrase: str, end: int | None = None) -> str:
    """A phrase with the pronoun in it replaced by what it stands for, if the text tells.

    `end`: where the words end in which to look; else where the phrase begins.

    Examples
    --------
    >>> text = "Norland has recalled its envoy and will not send him back."
    >>> said = Evidence("q1", "d1", text, 0, len(text), "refusal", ("norland",))
    >>> pointed(Document("d1", text=text), said, "send him back")
    'send its envoy back'
    >>> text = "The boat is still held in the port of Sarn. Norland has demanded its return."
    >>> said = Evidence("q1", "d1", text[44:], 44, len(text), "demand", ("norland",))
    >>> pointed(Document("d1", text=text), said, "demand its return")
    'demand the return of the boat'
    """
    if (whole := _taken_up(document, piece, phrase)) is not None:
        return whole
    if (off := _CALLED_OFF.search(phrase)) is not None:
        stopped = _pressing(document.text[: piece.start])
        return f"{phrase[: off.start(1)]}{stopped}{phrase[off.end(1) :]}" if stopped else phrase
    if (got := _GOT_BACK.search(phrase)) is not None:
        return _got_back(document, piece, phrase, got)
    if (reported := _REPORTED.search(phrase)) is not None:  # "reopen them, an army spokesman said"
        phrase = phrase[: reported.end(1)]
    rules = (_OBJECT, _SUBJECT, _DONE_TO, _COUNTED, _OTHERS)
    said = next((found for rule in rules if (found := rule.search(phrase))), None)
    if said is None or (said[1] == "one" and _counts(phrase[said.end() :])):
        return phrase
    if said[1] == "it" and _does(phrase[said.end() :]):  # "the power it buys"
        return phrase
    before = _before(document, piece, _place(piece, phrase, said[1]) if end is None else end)
    counted = end is not None and _COUNTED.search(phrase) is not None
    own = frozenset(re.findall(r"[a-z]+", (piece.about or "").lower())) if counted else frozenset()
    stands_for = _antecedent(before, said[1], own)
    if said[1] == "one" and _DESCRIBED.search(phrase[: said.start()]):  # "the old one"
        stands_for = _contrasted(before, phrase) or stands_for.split(" ", 1)[-1]
    return f"{phrase[: said.start()]}{stands_for}{phrase[said.end() :]}" if stands_for else phrase


def _got_back(document: Document, piece: Evidence, phrase: str, got: re.Match[str]) -> str:
    """A phrase with whose return is asked for: "demand its return", of the boat."""
    whose, _, how = got[1].partition(" ")
    before = _before(document, piece, _place(piece, phrase, got[1].strip()))
    several = whose == "their"
    held = [one for one in _HELD.findall(before) if one.endswith("s") == several]
    thing = held[-1] if held else _antecedent(before, _IN_PLACE[whose])
    word = phrase[got.end() :]
    deed = re.match(r"[a-z]+", word)
    if not thing or deed is None:
        return phrase
    thing = f"{thing[:1].lower()}{thing[1:]}"
    return f"{phrase[: got.start()]}the {how}{deed[0]} of {thing}{word[deed.end() :]}"


_HELD = re.compile(  # "the Norlandic prisoners held in Sarn", "the boat is still held in Sarn"
    r"\b((?:[Tt]he|[Ii]ts|[Tt]heir) (?:[\w-]+ ){0,2}?[\w-]+)(?:, however,)?"
    r" (?:(?:is|are|was|were|remains?) )?(?:still |being |now )*"
    r"(?:held|detained|imprisoned|jailed|impounded|captured|interned|seized)\b"
)
_IN_PLACE = {"its": "it", "their": "them", "his": "him", "her": "her"}


def _taken_up(document: Document, piece: Evidence, phrase: str) -> str | None:
    """What "start again", "the rest will follow" and "they will leave" take up, made whole."""
    if _AGAIN.fullmatch(phrase):
        found = _STOPPED.search(_before(document, piece, len(piece.quote) + piece.start))
        return found[1] if found else phrase
    if (rest := _FOLLOWS.fullmatch(phrase)) is not None:
        done = _DONE_SO_FAR.findall(document.text[: piece.start + len(piece.quote)])
        whole = _antecedent(_before(document, piece, piece.start), rest[1]) if done else ""
        whole = re.sub(r"^(?:the )?[\d.,]+ ", "the ", whole)  # "700 prisoners"
        return f"{rest[1]} of {whole} are {done[-1]}" if whole else phrase
    if _LEAVES.search(phrase) is not None:
        taken = _TAKEN.findall(document.text[: piece.start + len(piece.quote)])
        return f"{phrase} {_OWNED.sub('the', taken[-1])}" if taken else phrase
    return None


def _contrasted(before: str, phrase: str) -> str:
    """Of "the old rate … the new one" the rate.

    >>> _contrasted("It had no money for the old rate. Interns would be posted as", "the new one")
    'rate'
    """
    found = re.findall(r"\b(?:old|present|current|existing) ([a-z]{3,})\b", before)
    return found[-1] if found and re.search(r"\bnew one\b", phrase) else ""


def _does(after: str) -> bool:
    """Whether "it" does what follows: "it buys from Norland", not "it back"."""
    word = _next_word(after)
    return word.endswith("s") and word[:-1] in page.listed("verb")


def _counts(after: str) -> bool:
    """Whether "one" counts what follows it: "for one season", not "the old one"."""
    word = _next_word(after)
    if word in _FURTHER:
        return True
    return word in page.listed("noun") and word not in page.listed("verb") | page.listed("adv")


_FURTHER = ("more", "further", "extra", "single", "late", "last")


def _next_word(after: str) -> str:
    return after.split(" ")[1] if after.startswith(" ") else ""


def _pressing(before: str) -> str:
    """The strike, the boycott that was spoken of last."""
    nouns_ = "|".join(sorted(words("pressure", "nouns")))
    found = re.findall(rf"\b({nouns_})s?\b", before, re.IGNORECASE)
    return f"the {found[-1].lower()}" if found else ""


def _place(piece: Evidence, phrase: str, pronoun: str) -> int:
    """Where the pronoun stands in the document."""
    found = re.search(rf"\b{re.escape(pronoun)}\b", phrase)
    place = found.start() if found else 0
    before = phrase[max(0, place - _NEAR) : place].lower()
    at = piece.quote.lower().find(before + pronoun)
    return piece.start + (at + len(before) if at >= 0 else 0)


_NEAR = 8  # characters before a pronoun by which it is found in the quote


def _before(document: Document, piece: Evidence, end: int) -> str:
    """The words of the paragraph before a place."""
    start = max(document.text.rfind("\n", 0, piece.start) + 1, end - _BEFORE, 0)
    words_ = document.text[start:end]
    return words_.partition(" ")[2] if start and document.text[start - 1].isalnum() else words_


def _antecedent(text: str, pronoun: str, own: frozenset[str] = frozenset()) -> str:
    """The last noun in some words that a pronoun fits; objects before subjects.

    `own`: what is to come when "all of them" have gone is none of them.
    """
    doc = page.phrase(page.same_length(text).replace("\n", " "))
    fitting = [token for token in doc if _fits(token, pronoun) and token.lower_ not in own]
    fitting = [token for token in fitting if not _does_it(token)]
    objects = [t for t in fitting if t.dep_ in ("dobj", "nsubjpass", "attr", "oprd")]
    objects = [_called(t, fitting) for t in objects]
    ends = [m.end() for m in re.finditer(r"(?<=[a-z\d”\"])[.!?][”\"]? ", text)]
    here = [t for t in fitting if t.idx >= (ends[-1] if ends else 0)]
    last = [t for t in objects if t in here] or here or objects or fitting
    if last and (clause := _telling(last[-1])) is not None:
        apart = [t for t in here if not (t == clause.head or _telling(t))]
        last = apart or last
    if not last:
        return ""
    if pronoun == "one":
        new = [t for t in fitting if any(c.lower_ in ("a", "an") for c in t.lefts)]
        noun = (new or last)[-1].lemma_.lower()  # "accept an arbitrator. It would agree to one"
        return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    noun = noun_words(last[-1])
    first, _, rest = noun.partition(" ")
    at = text.rfind(noun)
    opens = at <= 0 or text[:at].rstrip()[-1:] in '.!?:”"“—'
    if opens and rest[:1].islower() and page.is_common(first.lower()) and first[1:].islower():
        noun = f"{noun[0].lower()}{noun[1:]}"
    return re.sub(r"^(?:an?|another) ", "the ", noun)


def _called(token: Token, fitting: list[Token]) -> Token:
    """Of "the map is a lawful statement" the map, of "called the vote an affront" the vote."""
    if token.dep_ not in ("attr", "oprd"):
        return token
    named = ("nsubj",) if token.dep_ == "attr" else ("dobj",)
    beside = [c for c in token.head.children if c.dep_ in named]
    beside += [c for c in token.children if c.dep_ == "nsubj"]
    return next((c for c in beside if c in fitting), token)


def _does_it(token: Token) -> bool:
    """Whether it is who does it: nobody drops itself in "the firm would drop it"."""
    after = token.doc[token.i + 1 :]
    last = token.doc[-2:][0] if token.doc[-1].is_space else token.doc[-1]
    own = token.dep_ == "dobj" and last.head in (token, token.head)
    if last.pos_ == "ADP" and last.lower_ not in _WHEN and (own or last == token.nbor()):
        return True  # "half of it", "put a dollar into it"
    asked = token.dep_ in ("dobj", "nsubj", "dative")  # "ask the board to void it"
    tensed = any(
        t.tag_ in ("MD", "VBZ", "VBD", "VBP") or (asked and t.tag_ == "TO") for t in after[:1]
    )
    tensed = tensed and not any(saying.is_saying(t) for t in after)  # "the bases say they have"
    rest = [t for t in after if not (t == last and t.pos_ == "ADP")]  # "would agree to"
    return tensed and all(
        t.pos_ in _OF_A_VERB or t.lower_ in _PARTS for t in rest
    )  # "the board has refused to halve"


_WHEN = ("until", "till", "before", "after", "since", "once", "than", "as")
_PARTS = ("half", "all", "part", "most", "some")  # "the company would lodge half of it"
_OF_A_VERB = ("AUX", "PART", "VERB", "ADV", "SPACE")


def _telling(token: Token) -> Token | None:
    """The clause that only tells of another in which a word stands: "the bank, which holds it".

    A clause that goes on to the end of the text is the pronoun's own.
    """
    clause = next((one for one in (token, *token.ancestors) if one.dep_ == "relcl"), None)
    ended = clause is not None and max(t.i for t in clause.subtree) < len(token.doc) - 2
    return clause if ended else None


def _fits(token: Token, pronoun: str) -> bool:
    if pronoun in ("him", "her") and token.pos_ == "PROPN":
        titles = (child.lower_.rstrip(".") in nouns("titles") for child in token.lefts)
        return any(titles) and not _speaks(token)
    measure = token.lemma_.lower() in words("measures", "nouns")  # "fell by a quarter"
    beside = token.dep_ in ("npadvmod", "compound", "poss") or is_when(token)
    named = any(c.dep_ in ("det", "poss") for c in token.children)  # "the Malaba crossing"
    noun = token.pos_ == "NOUN" or (token.tag_ == "VBG" and token.dep_ == "dobj" and named)
    if not noun or beside or measure:
        return False
    person = token.lemma_.lower() in nouns("roles") | nouns("people")
    if pronoun in ("him", "her"):
        return person and token.tag_ == "NN" and not _speaks(token)
    if pronoun == "them" and _speaks(token):  # "the clubs say they will unfreeze them"
        return False
    if pronoun in ("them", "they") or pronoun.startswith("the "):
        return token.tag_ == "NNS"
    new = pronoun == "one" and any(c.lower_ in ("a", "an") for c in token.lefts)
    return new or (not person and (token.tag_ in ("NN", "VBG") or pronoun == "one"))


def _speaks(token: Token) -> bool:
    """Whether it says something: who speaks of "him" is another."""
    named = token.head if token.dep_ == "appos" else token
    return named.dep_ == "nsubj" and saying.is_saying(named.head)
