"""Writing: what is written loads as it was, and what the user wrote stays."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dispute.evidence import Condition, Document, Evidence
from detente.dispute.file import digest, load, loads
from detente.dispute.formula import parse
from detente.dispute.model import AnyOrder, Dispute, Option, Party, Want
from detente.dispute.writing import dumps, save, write_text
from detente.errors import InputError

BASE = """\
# why this file is ours
detente: 1
title: 'Ferry'   # the short name
parties:
  b:             # b stands first on purpose
    options: {pay: {label: "pay, at last", status_quo: No}}
    wants:
      - b.pay only if a.sail     # said in March
      - {want: not a.halt, cost: 2.50}
      - any order: [b.pay, a.sail]
  a:
    options:
      halt: {}
      sail:
        label: sail
        can: start   # they cannot go back
resolution: a.sail and b.pay
"""

anything = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)


def test_untouched_file_comes_back_to_the_byte():
    assert dumps(loads(BASE), BASE) == BASE


def test_an_edit_keeps_comments_order_and_quoting_elsewhere():
    dispute = loads(BASE)
    first, second = dispute.parties
    edited = replace(
        dispute,
        title="The ferry",
        parties=(replace(first, wants=(first.wants[0], first.wants[2])), second),
    )
    text = dumps(edited, BASE)
    assert loads(text) == edited
    for kept in (
        "# why this file is ours",
        "# the short name",
        "# b stands first on purpose",
        '{pay: {label: "pay, at last", status_quo: No}}',
        "b.pay only if a.sail     # said in March",
        "can: start   # they cannot go back",
        "any order: [b.pay, a.sail]",
    ):
        assert kept in text
    assert "cost: 2.50" not in text


def test_the_order_of_options_follows_the_dispute():
    dispute = loads(BASE)
    first, second = dispute.parties
    edited = replace(dispute, parties=(first, replace(second, options=second.options[::-1])))
    text = dumps(edited, BASE)
    assert [str(option.atom) for option in loads(text).options] == ["b.pay", "a.sail", "a.halt"]
    assert "# they cannot go back" in text


@given(anything, anything, anything)
def test_any_text_survives(title, label, quote):
    piece = Evidence("q1", "d1", quote, 0, len(quote), "claim", holder=("a",), about=label)
    piece = replace(piece, condition=Condition(quote, 0, len(quote), "if", by=("a",)))
    dispute = Dispute(
        title=title if title.strip() else "x",
        parties=(
            Party(
                "a",
                label,
                because=("q1",),
                options=(Option("a", "act", label, commit_cost=Fraction("0.000123")),),
                wants=(
                    AnyOrder((Want(parse("a.act"), note=quote, cost=Fraction("1.5")),)),
                    Want(parse("not a.act"), assumed=True),
                ),
            ),
        ),
        evidence=(piece,),
        documents=(Document("d1", title=label, text=quote, sha256=digest(quote)),),
        look_first=(label,),
    )
    assert loads(dumps(dispute), texts={"d1": quote}) == dispute


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "Yes",
        "null",
        "~",
        "1945",
        "2022-03-21",
        "- x",
        "a: b",
        "#x",
        "0x1F",
        "1e3",
        "'",
        "y",
        "=",
        "<<",
        "a #b",
        "é",
        "[x]",
    ],
)
def test_odd_words_stay_text(word):
    dispute = Dispute(title=word, parties=(Party("a", word, aliases=(word, "x")),))
    again = loads(dumps(dispute))
    assert (again.title, again.parties[0].name, again.parties[0].aliases) == (
        word,
        word,
        (word, "x"),
    )


def test_save_is_whole_or_not_at_all(tmp_path):
    file = tmp_path / "dispute.yaml"
    file.write_text(BASE, encoding="utf-8")
    save(replace(load(file), title="New"), tmp_path)
    assert load(tmp_path).title == "New"
    assert [path.name for path in tmp_path.iterdir()] == ["dispute.yaml"]


def test_a_full_disk_is_one_clear_line(tmp_path, monkeypatch):
    target = tmp_path / "out.txt"
    target.write_text("before")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="No space left on device; nothing was changed"):
        write_text(target, "after")
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
