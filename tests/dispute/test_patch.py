"""Patches: tree over tree, and every fault told where it stands, in the one file or the other."""

import pytest

from detente.dispute.patch import laid_over, patched
from detente.errors import InputError

FILE = """detente: 1
title: Ferry
resolution: a.sail and b.pay
parties:
  a:
    options: {sail: {label: sail}}
    wants:
      - a.sail only if b.pay
      - any order: [b.pay, a.sail]
      - not b.patrol
  b: {options: {pay: , patrol: {status_quo: yes}}, wants: [not b.pay]}
"""


def after(patch, file=FILE):
    return laid_over(file, patch).after


def wants(dispute, party):
    return [str(want.formula) for want in dispute.party(party).ordered_wants]


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        ("replace: {1: a.sail}", ["a.sail", "b.pay", "a.sail", "not b.patrol"]),
        ("remove: [1, 4]", ["b.pay", "a.sail"]),
        ("remove: 2", ["a.sail only if b.pay", "a.sail", "not b.patrol"]),
        ("first: [b.patrol]", ["b.patrol", "a.sail only if b.pay", "b.pay", "a.sail", "not b.patrol"]),
        ("last: b.patrol", ["a.sail only if b.pay", "b.pay", "a.sail", "not b.patrol", "b.patrol"]),
        ("after: {1: [b.patrol]}", ["a.sail only if b.pay", "b.patrol", "b.pay", "a.sail", "not b.patrol"]),
        ("after: {2: b.patrol}", ["a.sail only if b.pay", "b.pay", "a.sail", "b.patrol", "not b.patrol"]),
        ("remove: [2], replace: {3: {want: not a.sail, assumed: yes}}", ["a.sail only if b.pay", "not a.sail", "not b.patrol"]),
    ],
)  # fmt: skip
def test_wants_are_changed_by_their_places_as_written(edit, left):
    assert wants(after(f"{{patch: 1, parties: {{a: {{wants: {{{edit}}}}}}}}}"), "a") == left


def test_a_list_of_wants_stands_instead():
    assert wants(after("{patch: 1, parties: {a: {wants: [b.pay]}}}"), "a") == ["b.pay"]


def test_a_group_that_lost_nothing_stays_one():
    entries = after("{patch: 1, parties: {a: {wants: {remove: [1]}}}}").party("a").wants
    assert [type(entry).__name__ for entry in entries] == ["AnyOrder", "Want"]


def test_options_are_added_and_their_keys_set():
    found = after("""
        patch: 1
        parties:
          a: {options: {sail: {can: start}, wait: {status_quo: yes}}}
          c: {name: Ostia, options: {hold: }}
        infeasible: [c.hold and not b.patrol]
        resolution: a.sail
    """)
    assert [str(option.atom) for option in found.options] == [
        "a.sail", "a.wait", "b.pay", "b.patrol", "c.hold",
    ]  # fmt: skip
    assert (found.options[0].can, found.options[0].label) == ("start", "sail")
    assert found.status_quo == "NYNYN"
    assert str(found.resolution.formula) == "a.sail"
    assert len(found.infeasible) == 1


def test_what_was_is_left_as_it_was():
    found = laid_over(FILE, "{patch: 1, title: Trust, parties: {c: {options: {hold: }}}}")
    assert found.title == "Trust"
    assert [str(option.atom) for option in found.before.options] == ["a.sail", "b.pay", "b.patrol"]


@pytest.mark.parametrize(
    ("patch", "faults"),
    [
        ("", ["patch.yaml:1:1: the file is empty"]),
        ("[1]", ["patch.yaml:1:1: a mapping is expected here; begin with: patch: 1"]),
        ("patch: 2\nparties: {c: }", ["patch.yaml:1:8: no format of patches; write patch: 1"]),
        ("parties: {c: }", ["patch.yaml:1:1: key 'patch' is missing; begin with: patch: 1"]),
        ("patch: 1", ["patch.yaml:1:1: it changes nothing"]),
        ("patch: 1\nparteis: {c: }\nparties: []", [
            "patch.yaml:2:1: unknown key 'parteis'; did you mean 'parties'?",
            "patch.yaml:3:1: a mapping is expected here",
        ]),
        ("patch: 1\nparties:\n  a:\n    wants: {remove: [9], replace: {x: a.sail}, frist: [a.sail]}", [
            "patch.yaml:4:22: a has no want '9'; write a number from 1 to 4",
            "patch.yaml:4:36: a has no want 'x'",
            "patch.yaml:4:48: unknown key 'frist'; did you mean 'first'?",
        ]),
        ("patch: 1\nparties:\n  a:\n    options: {sail: {cna: start}}\n    wants: {last: [c.hold]}", [
            "patch.yaml:4:22: unknown key 'cna'; did you mean 'can'?",
            "patch.yaml:5:20: there is no option 'c.hold'",
        ]),
        ("patch: 1\ninfeasible: [b.patrol]", ["patch.yaml:2:14: the status quo is infeasible by this"]),
    ],
)  # fmt: skip
def test_all_faults_at_once_each_where_it_stands(patch, faults):
    with pytest.raises(InputError) as error:
        laid_over(FILE, patch)
    lines = str(error.value).splitlines()
    assert len(lines) == len(faults)
    assert [line.startswith(fault) for line, fault in zip(lines, faults, strict=True)] == [True] * len(faults), lines  # fmt: skip


def test_faults_of_both_files_are_told_together():
    with pytest.raises(InputError) as error:
        laid_over(FILE.replace("not b.pay", "not b.pya"), "{patch: 1, parteis: }")
    assert [line.split(":")[0] for line in str(error.value).splitlines()] == [
        "dispute.yaml", "patch.yaml", "patch.yaml",
    ]  # fmt: skip


def test_files(tmp_path):
    (tmp_path / "dispute.yaml").write_text(FILE)
    (tmp_path / "trust.yaml").write_text("{patch: 1, resolution: a.sail}")
    found = patched(tmp_path, tmp_path / "trust.yaml")
    assert (found.title, str(found.after.resolution.formula)) == ("trust", "a.sail")
    with pytest.raises(InputError, match="there is no such file"):
        patched(tmp_path, tmp_path / "missing.yaml")
