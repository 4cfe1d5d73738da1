"""New coverage for a corrected case: corrections stay byte for byte, what is new is proposed."""

from difflib import ndiff

import pytest

from detente import jobs
from detente.dispute.file import load
from detente.errors import InputError, NothingToAnswerError

FIRST = """Norland: no ferries until Sudmark pays

2 March 2031

Norland will not reopen the ferry line until Sudmark pays the harbour dues, the transport ministry
in Norhaven said on Sunday. Sudmark refuses to pay the dues. Its foreign minister, Pavel Rudnik,
said Sudmark would withdraw its patrol boats only if Norland recognised the fishing zone. Norland
demanded that Sudmark withdraw its patrol boats. Talks broke off in February and both sides are at
an impasse.
"""
SECOND = """Sudmark ready to pay, says minister

9 May 2031

Sudmark is ready to pay the harbour dues if Norland reopens the ferry line, Foreign Minister Pavel
Rudnik said in Sudholm on Friday. Norland insists that Sudmark withdraw its patrol boats from the
strait. Sudmark demanded that Norland release the two trawlers. Norland refused to release the
trawlers. The two governments remain deadlocked.
"""
MATCH = """Norland beat Sudmark in extra time

The coach demanded a penalty and the referee refused. Norland's goalkeeper saved the ball, and
the striker scored the winning goal before half-time of extra time in a full stadium.
"""


@pytest.fixture
def case(tmp_path):
    """A drafted case that a person has corrected: a title, a label, an order, comments."""
    (tmp_path / "first.txt").write_text(FIRST)
    (tmp_path / "second.txt").write_text(SECOND)
    (tmp_path / "match.txt").write_text(MATCH)
    folder = tmp_path / "ferry.case"
    jobs.write_case(jobs.draft([str(tmp_path / "first.txt")]), folder)
    file = folder / "dispute.yaml"
    text = file.read_text()
    assert "reopen the ferry line" in text
    text = text.replace("label: reopen the ferry line", "label: 'let them sail'   # my words")
    file.write_text(f"# Reviewed on Monday\n{text}")
    return folder


def add(case, *names):
    base = jobs.source_of(case)
    made = jobs.add([str(case.parent / name) for name in names], case)
    jobs.write_into(made, case, base)
    return made


def lost(before, after):
    """Lines that were there and are no more, or stand otherwise."""
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] == "-"]


def test_every_byte_of_the_case_stays(case):
    before = jobs.source_of(case)
    add(case, "second.txt")
    after = jobs.source_of(case)
    assert lost(before, after) == []
    assert "label: 'let them sail'   # my words" in after
    assert after.startswith("# Reviewed on Monday\n")


def test_what_is_new_is_proposed_and_marked(case):
    old = load(case)
    add(case, "second.txt")
    new = load(case)
    fresh = [want for party in new.parties for want in party.ordered_wants if want.note]
    assert "sudmark.pay only if norland.reopen" in [str(want.formula) for want in fresh]
    assert all("proposed from d2" in want.note for want in fresh)
    quoted = {piece.id for piece in new.evidence if piece.document == "d2"}
    assert quoted
    assert all(want.assumed or quoted & set(want.because) for want in fresh)
    assert new.look_first[0].startswith("From d2 (Sudmark ready to pay, says minister): ")
    assert new.resolution == old.resolution
    for party in old.parties:
        kept = new.party(party.id)
        assert kept.options[: len(party.options)] == party.options
        assert kept.wants[: len(party.wants)] == party.wants


def test_a_position_that_changed_is_told(case):
    add(case, "second.txt")
    new = load(case)
    assert [change.sort for change in new.changes] == ["softened"]
    assert any("newer is" in line and "softened" in line for line in new.look_first)


def test_what_is_said_again_is_told_and_not_doubled(case):
    add(case, "second.txt")
    new = load(case)
    assert any(line.startswith("Said again: ") for line in new.look_first)
    for party in new.parties:
        formulas = [str(want.formula) for want in party.ordered_wants]
        assert len(formulas) == len(set(formulas))


def test_the_texts_stand_beside_the_case(case):
    add(case, "second.txt")
    assert (case / "documents" / "d2.txt").read_text() == SECOND
    assert (case / "documents" / "d2.orig.txt").read_bytes() == SECOND.encode()
    assert (case / "documents" / "d1.txt").read_text() == FIRST


def test_the_same_article_again_says_nothing_new(case):
    before = jobs.source_of(case)
    with pytest.raises(NothingToAnswerError, match="nothing new"):
        add(case, "first.txt")
    assert jobs.source_of(case) == before
    assert not (case / "documents" / "d2.txt").exists()


def test_what_is_no_dispute_adds_nothing(case):
    before = jobs.source_of(case)
    with pytest.raises(NothingToAnswerError, match="no dispute found"):
        add(case, "match.txt")
    assert jobs.source_of(case) == before


def test_a_crash_leaves_the_case_whole(case, monkeypatch):
    before = jobs.source_of(case)

    def crash(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(jobs, "write_text", crash)
    with pytest.raises(KeyboardInterrupt):
        add(case, "second.txt")
    assert jobs.source_of(case) == before
    monkeypatch.undo()
    add(case, "second.txt")
    assert load(case).documents[-1].id == "d3"  # the orphaned text stays where it is


def test_a_case_that_changed_meanwhile_is_not_written(case):
    base = jobs.source_of(case)
    made = jobs.add([str(case.parent / "second.txt")], case)
    (case / "dispute.yaml").write_text(f"{base}# one more thought\n")
    with pytest.raises(InputError, match="changed while"):
        jobs.write_into(made, case, base)
    assert jobs.source_of(case).endswith("# one more thought\n")


def test_a_ranked_party_gets_no_new_options(case):
    file = case / "dispute.yaml"
    old = load(case)
    text = file.read_text()
    states = [f"{a}{b}" for a in "NY" for b in "NY"]
    assert len(old.options) > 1
    title = "title: The ferries"
    small = f"""detente: 1
{title}
parties:
  norland:
    options: {{reopen: {{}}}}
    ranking: [{", ".join(states)}]
  sudmark:
    options: {{pay: {{}}}}
    wants:
      - not sudmark.pay
"""
    assert text != small
    file.write_text(small)
    add(case, "second.txt")
    new = load(case)
    assert len(new.options) == 2
    assert new.party("norland").ranking == tuple((state,) for state in states)
    assert lost(small, jobs.source_of(case)) == []


def test_a_bare_file_will_do(tmp_path, case):
    bare = tmp_path / "mine.yaml"
    bare.write_text("""detente: 1
title: The ferries
parties:
  north:
    name: Norland
    options:
      sail: {label: reopen the ferry line}
  sudmark:
    options:
      pay: {label: pay the harbour dues}
    wants:
      - not sudmark.pay  # as they told us
""")
    before = bare.read_text()
    base = jobs.source_of(bare)
    jobs.write_into(jobs.add([str(case.parent / "second.txt")], bare), bare, base)
    new = load(bare)
    assert lost(before, bare.read_text()) == []
    assert (tmp_path / "documents" / "d1.txt").read_text() == SECOND
    assert "sudmark.pay only if north.sail" in [
        str(want.formula) for want in new.party("sudmark").ordered_wants
    ]
    assert new.evidence[0].document == "d1"
