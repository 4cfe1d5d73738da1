"""What a notebook shows of a dispute, a brief or a finding: a fragment of HTML, escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

from detente.analysis.explanation import Explanation
from detente.analysis.robustness import Robustness
from detente.analysis.sequences import Paths
from detente.analysis.solutions import Solution
from detente.analysis.unlocking import Unlockings
from detente.dispute.model import Dispute, Party
from detente.showing import answers
from detente.showing.blocks import Brief, safe
from detente.showing.findings import Findings
from detente.showing.renderers.data import told
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import capitalised
from detente.showing.words.names import clean
from detente.showing.words.tables import CONCEPTS
from detente.showing.words.tongue import Tongue, tongue

_SHOWN = 40  # entries of a list


def html(value: object, language: str = "en") -> str:
    """The HTML of a dispute, of a brief, or of what the analysis finds.

    What is told in sentences is told in `language`; the answers of single verbs are shown as the
    JSON that they are, whose keys are English. A brief is in the language that it was made in.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> dispute = loads("{detente: 1, title: A <b>, parties: {a: {options: {x: }, wants: [a.x]}}}")
    >>> "A &lt;b&gt;" in html(dispute), "<script" in html(dispute)
    (True, False)
    """
    for kind, made in _SHOW.items():
        if isinstance(value, kind):
            return str(made(value, tongue(language)))
    return str(escape(repr(value)))


def _dispute(dispute: Dispute, speech: Tongue) -> Markup:
    voice, say = Voice(dispute, speech), speech.say
    rows = [_party(voice, party) for party in dispute.parties]
    goal = dispute.resolution
    settled = voice.clause(goal.formula) if goal else say("the file does not say")
    head = (say("Party"), say("Can do"), say("Wants, best first"))
    return Markup("<p><strong>{}</strong></p>{}<p>{}</p>").format(
        clean(dispute.title),
        _table(head, rows),
        say("What would count as settled: {what}", what=settled),
    )


def _party(voice: Voice, party: Party) -> tuple[str, str, str]:
    say, semicolon = voice.tongue.say, voice.tongue.semicolon
    phrases = [(voice.phrase(option.atom).plain, option.status_quo) for option in party.options]
    can = [
        say("{option} (does today)", option=words) if today else words for words, today in phrases
    ]
    wants = [
        voice.wish(party.id, want.formula) + (" [?]" if want.assumed else "")
        for want in party.ordered_wants
    ]
    ranked = [] if party.ranking is None else [say("a ranking of the states")]
    return voice.naming(party.id).label, semicolon.join(can), semicolon.join(wants or ranked)


def _brief(brief: Brief, _: Tongue) -> Markup:
    parts = [Markup("<p><strong>{}</strong></p>").format(safe(brief.title))]
    annexed = {section.anchor for section in brief.annex}
    for section in brief.sections:
        if section.anchor not in annexed:
            lines = [safe(line) for block in section.blocks for line in told(block)]
            parts.append(Markup("<p><em>{}</em></p>").format(section.title))
            parts.append(Markup("<ul>{}</ul>").format(_joined("<li>{}</li>", lines)))
    return Markup().join(parts)


def _findings(found: Findings, speech: Tongue) -> Markup:
    from detente.showing.excerpt import excerpt

    names = ("headline", "why", "unlock", "sure")
    return _brief(excerpt(found.dispute, found, *names, language=speech.language), speech)


def _answer(answer: Mapping[str, Any]) -> Markup:
    rows = [(capitalised(key.replace("_", " ")), _value(value)) for key, value in answer.items()]
    return _table(("What", "Found"), rows)


def _solution(found: Solution, _: Tongue) -> Markup:
    rows = []
    for name in found.concepts:
        count = found.count(name)
        more = f" and {count - _SHOWN:,} more" if count > _SHOWN else ""
        states = ", ".join(found.listed(name, limit=_SHOWN)) + more
        rows.append((CONCEPTS[name][0], f"{count:,}", states))
    return _table(("Concept", "States that hold", "Which"), rows)


def _value(value: Any) -> str | Markup:
    if isinstance(value, Mapping):
        return _answer(value) if value else "–"
    if isinstance(value, list):
        if not any(isinstance(entry, Mapping | list) for entry in value):
            more = f" and {len(value) - _SHOWN} more" if len(value) > _SHOWN else ""
            return ", ".join(str(entry) for entry in value[:_SHOWN]) + more or "–"
        return Markup().join(Markup("<div>{}</div>").format(_value(v)) for v in value[:_SHOWN])
    return {"None": "–", "True": "yes", "False": "no"}.get(str(value), str(value))


def _table(head: Iterable[str], rows: Iterable[Iterable[str | Markup]]) -> Markup:
    cells = _joined('<th scope="col">{}</th>', head)
    body = Markup().join(Markup("<tr>{}</tr>").format(_joined("<td>{}</td>", row)) for row in rows)
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(cells, body)


def _joined(pattern: str, parts: Iterable[str | Markup]) -> Markup:
    shown = [part if isinstance(part, Markup) else safe(part) for part in parts]
    return Markup().join(Markup(pattern).format(part) for part in shown)  # noqa: S704 - our own


_SHOW: Mapping[type, Callable[[Any, Tongue], Markup]] = {
    Dispute: _dispute,
    Brief: _brief,
    Findings: _findings,
    Explanation: lambda found, _: _answer(answers.explain(found)),
    Unlockings: lambda found, _: _answer(answers.unlock(found)),
    Robustness: lambda found, _: _answer(answers.robust(found)),
    Solution: _solution,
    Paths: lambda found, _: _answer(answers.paths(found)),
}
