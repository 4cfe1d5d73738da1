"""What changed since an older version, and how one party sees it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shown import CASES, made

from detente.analysis.comparison import compare
from detente.analysis.unlocking import unlock
from detente.dispute.file import load
from detente.dispute.formula import parse
from detente.dispute.model import Want
from detente.showing import blocks as b
from detente.showing.brief import findings, render_text
from detente.showing.excerpt import excerpt
from detente.showing.words.figures import fraction


def told(brief, anchor):
    section = next(section for section in brief.sections if section.anchor == anchor)
    return [b.plain(item.line) for block in section.blocks for item in block.items]


def hardened(ferry):
    """The ferry dispute as it was before Norland would talk about the dues at all."""
    norland = ferry.parties[0]
    wants = (Want(parse("not norland.reopen"), norland.wants[0].because), *norland.wants[1:])
    return replace(ferry, parties=(replace(norland, wants=wants), *ferry.parties[1:]))


def test_what_changed_stands_on_top_findings_first(ferry):
    brief = made(ferry, since=compare(hardened(ferry), ferry))
    assert [section.anchor for section in brief.sections][:2] == ["headline", "since"]
    lines = told(
        excerpt(ferry, findings(ferry), "since", since=compare(hardened(ferry), ferry)), "since"
    )
    assert lines[0] == "Why: You first (before: Content with today and Incompatible)."
    assert any("first want" in line for line in lines)
    assert {"changed", "findings"} <= {section.anchor for section in brief.annex}


def test_nothing_changed_is_said(ferry):
    brief = made(ferry, since=compare(ferry, ferry))
    assert told(brief, "since") == ["Nothing in the model, and no finding."]


def test_without_an_older_version_nothing_is_said_of_one(ferry):
    assert not {"since", "changed", "side"} & {section.anchor for section in made(ferry).sections}


@pytest.mark.parametrize("path", CASES[:8], ids=lambda path: path.stem)
def test_one_side_is_told_what_was_found(path):
    dispute = load(path)
    found = findings(dispute)
    for party in dispute.decision_makers:
        lines = told(excerpt(dispute, found, "side", side=party.id), "side")
        wants = dispute.party(party.id).ordered_wants
        assert lines[-1].startswith(f"On record: {len(wants)} want")
        if not found.has_resolution or found.explanation.settled:
            continue
        alone = unlock(dispute, only=party.id, most=1)
        line = next(line for line in lines if line.startswith("Alone: "))
        if not alone.unlockings:
            assert "no concession" in line
        elif alone.least_cost:
            assert f"(cost {fraction(alone.least_cost)})" in line
        for way in found.ways[:1]:
            others = {given.party for given in way.concessions} - {party.id}
            line = next(line for line in lines if line.startswith("The others would give: "))
            assert bool(others) is ("nobody else concedes" not in line)


def test_evidence_that_moved_is_flagged_wherever_it_is_used(ferry):
    stale = replace(ferry.documents[0], sha256="0" * 64)
    brief = made(replace(ferry, documents=(stale,)))
    shown = render_text(brief, 5000, annex=True)
    quoted = [len(block.items) for section in brief.sections for block in section.blocks
              if isinstance(block, b.Items) and block.style == "evidence"]  # fmt: skip
    assert shown.count("the source has changed since") == sum(quoted) > len(ferry.evidence)
    model = next(section for section in brief.annex if section.anchor == "model")
    wants = [row for block in model.blocks if isinstance(block, b.Table) for row in block.rows
             if (row.anchor or "").startswith("w-")]  # fmt: skip
    assert {"[source changed]" in b.plain(row.cells[1]) for row in wants} == {True, False}
    assert "source changed" not in render_text(made(ferry), 5000, annex=True)
