"""Which of the relations that are said stand: by whom they are told, and whether they matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.reading.arguments import things_of
from detente.reading.grammar import is_part
from detente.reading.parsed import Token
from detente.reading.parties.bodies import is_crowd
from detente.reading.relations.presence import is_armed
from detente.reading.relations.reader import Reader
from detente.reading.relations.said import Said
from detente.reading.relations.unlikely import is_unlikely
from detente.reading.syntax import verb_above
from detente.reading.things import type_of
from detente.reading.wording import words

_OWNING = words("own belong possess be")
_NAMING = words("call name know term")
_ASKING = frozenset({"who", "what", "which", "whose", "whom", "whoever"})


def sifted(reader: Reader, found: Iterable[Said]) -> Iterator[Said]:
    """The relations that stand, in their order; what a side says is its own is claimed.

    Not told is what somebody asks ("who owns the seabed"), and that somebody holds a thing that is
    nowhere else spoken of ("the rebels posted guards at a mill").
    """
    found = [_as_told(reader, said) for said in found]
    claimed = [said for said in found if said.kind == "claims"]
    alone = {id(said.root) for said in claimed if said.source == said.target}
    held = {(said.source, said.target) for said in found if said.kind == "controls"}
    for said in found:
        if said.source == said.target or (said.kind == "claims" and id(said.root) in alone):
            continue  # "A and B claim it": neither of them is it
        named = said.kind == "claims" and said.root.lemma_ in _NAMING
        if named and (said.source, said.target) in held:
            continue  # who has it need not claim it by a name
        by_the_way = _is_by_the_way(reader, said) or _is_of_experts(reader, said)
        by_the_way = by_the_way or is_unlikely(reader, said)
        if not (_is_asked(said.root) or by_the_way or _is_itself(reader, said)):
            yield said


def _is_asked(root: Token) -> bool:
    """Whether it stands in an indirect question: "who owns the seabed", "whether A backs B"."""
    verb = root if root.pos_ in {"VERB", "AUX"} else verb_above(root)
    if verb is None or verb.dep_ == "advcl":
        return False
    if any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in verb.children):
        return verb.dep_ in {"ccomp", "pcomp"}
    asking = [c for c in verb.children if c.lower_ in _ASKING and c.i < verb.i]
    asking = [c for c in asking if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}]
    if verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return False  # "the isle, which A claims and which B holds"
    if verb.dep_ == "relcl":  # "over who owns the seabed", as the parser takes it
        return any(c.i and c.nbor(-1).lower_ in _BEFORE_QUESTIONS for c in asking)
    return bool(asking)


_BEFORE_QUESTIONS = words("over about on of namely decide settle ask know agree")


def _as_told(reader: Reader, said: Said) -> Said:
    """As in "A says that it owns B", "A asserts its ownership of B": a claim."""
    root = said.root
    if said.kind != "controls" or not _is_of_title(root) or root.dep_ == "relcl":
        return said
    voice = reader.voice(root)
    above = verb_above(root)
    if root.pos_ == "NOUN" and above is not None and above.lemma_ in _ASSERTING:
        return replace(said, kind="claims")
    if voice.is_narrator or voice.doubted or said.source not in voice.holder:
        return said
    return replace(said, kind="claims")


def _is_of_title(root: Token) -> bool:
    """Whether it is said whose a thing is by right: "own", "has sovereignty over"."""
    titled = root.lemma_ in _HAVING and any(t.lemma_ in _TITLES for t in things_of(root))
    return titled or root.lemma_ in _OWNING | _TITLES


_TITLES = words("ownership sovereignty title possession owner proprietor")
_HAVING = words("have hold enjoy exercise possess")
_ASSERTING = words("claim assert base rest trace derive insist found")


def _is_itself(reader: Reader, said: Said) -> bool:
    """Whether what is held is but another name of who holds it."""
    actor = reader.scene.by_id.get(said.source)
    if actor is None or said.target is None:
        return False
    return said.target == actor.name or (said.target.isupper() and said.target in actor.aliases)


def _is_by_the_way(reader: Reader, said: Said) -> bool:
    """Whether a thing without a name of its own is held that is named but once; or are people."""
    name = said.target or ""
    if said.root.lemma_ == "belong" and is_crowd(name.lower().removesuffix("s")):
        return True
    if said.kind != "controls" or name[:1].isupper() or name in reader.scene.by_id:
        return False
    head = name.rsplit(maxsplit=1)[-1].lower()
    if reader.spelt[head] != 1:
        return False
    mention = next(token for token in reader.scene.words if token.lower_ == head)
    return not is_part(mention) and type_of(mention) in _LOOSE


def _is_of_experts(reader: Reader, said: Said) -> bool:
    """Whether somebody who only studies the matter has an idea for both sides."""
    actor = reader.scene.by_id.get(said.source)
    proposed = said.kind == "mediates" and said.root.lemma_ in _PROPOSING
    return proposed and actor is not None and actor.role == "expert"


_PROPOSING = words("propose suggest present put draft draw outline devise float")


def is_beside_the_point(reader: Reader, said: Said) -> bool:
    """Whether what the article does not begin with is claimed or held by a bystander or a person.

    So as well where it is only to be left or given up, or where somebody has armed people.
    """
    if said.kind not in {"claims", "controls"} or said.target is None:
        return False
    actor = reader.scene.by_id.get(said.source)
    person = actor is not None and actor.type == "person"
    bare = said.root.tag_ == "VB" and not any(c.dep_ == "nsubj" for c in said.root.children)
    weak = person or reader.is_third(said.source) or bare
    weak = weak or any(is_armed(token) for token in reader.scene.doc[said.first : said.end])
    return weak and not reader.is_early(said.target)


_LOOSE = frozenset({"other", "resource", "institution", "status"})
