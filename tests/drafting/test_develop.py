"""Every annotated article drafts soundly, as if reading were perfect."""

import re
from functools import cache
from itertools import product

import pytest
from analysis_judge import judge
from perfect_reading import articles, coverage

from detente.dispute.file import loads
from detente.dispute.formula import Conditional, atoms, evaluate
from detente.dispute.writing import dumps
from detente.errors import NothingToAnswerError
from detente.reading.drafting import draft

PATHS = {path.stem: path for path in articles()}


@cache
def drafted(name):
    read = coverage(PATHS[name])
    if not read.documents[0].is_dispute:
        with pytest.raises(NothingToAnswerError, match="no dispute found"):
            draft(read, judge)
        pytest.skip("no dispute, and said so")
    return draft(read, judge)


@pytest.fixture(params=sorted(PATHS))
def dispute(request):
    return drafted(request.param)


def test_is_sound(dispute):
    again = loads(dumps(dispute))
    assert again.status_quo == dispute.status_quo
    assert again.resolution.formula == dispute.resolution.formula


def test_is_small(dispute):
    assert 2 <= len(dispute.options) <= 14
    assert 1 <= len([party for party in dispute.decision_makers if party.wants]) <= 5


def test_is_not_settled(dispute):
    assert judge(dispute).verdict != "settled"


def test_everything_is_quoted_or_assumed(dispute):
    known = {piece.id for piece in dispute.evidence}
    for party in dispute.parties:
        for option in party.options:
            assert option.because
            assert set(option.because) <= known
        for want in party.ordered_wants:
            assert want.assumed is not bool(want.because)
            assert set(want.because) <= known


def test_no_want_contradicts_itself(dispute):
    """Each part of a want can be so, and can fail to be."""
    for party in dispute.parties:
        for want in party.ordered_wants:
            one = want.formula
            parts = [one.left, one.right] if isinstance(one, Conditional) else [one]
            for part in parts:
                known = list(dict.fromkeys(atoms(part)))
                rows = product([False, True], repeat=len(known))
                values = {evaluate(part, dict(zip(known, row, strict=True))) for row in rows}
                assert values == {False, True}, str(one)


def test_labels_are_short_verb_phrases(dispute):
    for option in dispute.options:
        assert not re.match(r"(?:that|to|the|a|an|and|of|it|they)\b", option.label), option.label
        assert not re.search(r"\b(?:our|it|they|he|she|which|until|unless|the)$", option.label), (
            option.label
        )
        assert 1 < len(option.label.split()) <= 11, option.label
        said = re.sub(r"^(?:bring about|go on with): ", "", option.label)
        assert not re.search(r"[.;:“”\"\n_](?!\d)", said), option.label


def test_the_same_coverage_gives_the_same_draft():
    path = PATHS["a02"]
    assert dumps(draft(coverage(path))) == dumps(draft(coverage(path)))


def test_as_many_are_stuck_as_were():
    """A floor: what the coverage tells as stuck comes out as stuck."""
    told = [name for name in PATHS if coverage(PATHS[name]).documents[0].is_dispute]
    stuck = [name for name in told if judge(drafted(name)).verdict == "stuck"]
    assert len(stuck) >= 0.95 * len(told)
