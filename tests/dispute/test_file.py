"""The dispute file: all faults at once, each in its place; hostile files refused at once."""

from fractions import Fraction
from pathlib import Path

import pytest

from detente.dispute.file import check, check_text, digest, load, loads
from detente.dispute.model import AnyOrder
from detente.dispute.schema import json_schema
from detente.errors import InputError

SOUND = """\
detente: 1
title: 2031
resolution: {want: m.open and s.pay, assumed: yes}
look_first: ["one thing"]
parties:
  m:
    name: No
    type: state
    role: principal
    aliases: [Northland]
    options:
      open: {label: open the line, status_quo: "FALSE", can: start, commit_cost: 0.5}
    wants:
      - m.open only if s.pay
      - want: not s.strike
        because: [q1]
        cost: 3
        note: said twice
      - any order:
          - s.pay
          - {want: not m.open, assumed: True}
  s:
    options: {pay: , strike: {status_quo: Yes}}
    ranking: [[NYN, YYN], YYY, NYY, NNY, NNN, YNY]
  u:
infeasible:
  - {when: m.open and s.strike and not s.pay, because: [q1]}
  - m.open and not s.pay and not s.strike
evidence:
  q1:
    document: d1
    quote: "Stop the strike"
    at: [0, 15]
    kind: demand
    holder: m
    addressee: [s]
    confidence: .9
    date: 2031-03-02
documents:
  d1: {title: "null", language: no, published: 2031-03-02}
"""


def test_a_sound_file_is_read_as_it_is_meant():
    text = SOUND.replace("NNN, YNY", "NNN")
    dispute = loads(text, texts={"d1": "Stop the strike now."})
    north, south, outsider = dispute.parties
    assert (dispute.title, north.name, outsider.name) == ("2031", "No", "U")
    assert dispute.status_quo == "NNY"
    assert [str(option.atom) for option in dispute.options] == ["m.open", "s.pay", "s.strike"]
    assert north.options[0].commit_cost == Fraction(1, 2)
    assert (north.options[0].can, south.options[1].status_quo) == ("start", True)
    assert [want.cost for want in north.ordered_wants] == [1, 3, 1, 1]
    assert isinstance(north.wants[2], AnyOrder)
    assert north.wants[2].wants[1].assumed
    assert south.ranking[0] == ("NYN", "YYN")
    assert dispute.documents[0].title == "null"
    assert (dispute.documents[0].language, dispute.evidence[0].date) == ("no", "2031-03-02")
    assert dispute.resolution.assumed


def faults(text, **more):
    return [str(fault) for fault in check_text(text, "f.yaml", **more).faults]


HEAD = "detente: 1\ntitle: T\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "f.yaml:1:1: the file is empty"),
        ("detente: 2\ntitle: T\nparties: {a: }", "f.yaml:1:10: format 2 is newer"),
        ("title: T\nparties: {a: }", "f.yaml:1:1: key 'detente' is missing"),
        ("detente: 1\ntitle: T", "f.yaml:1:1: key 'parties' is missing"),
        (HEAD + "parties: {}", "f.yaml:3:10: at least one party is expected"),
        (HEAD + "parties: {a: }\ntitel: x", "f.yaml:4:1: unknown key 'titel'; did you mean 'title'"),
        (HEAD + "parties:\n  a: {wnats: []}", "f.yaml:4:7: unknown key 'wnats'; did you mean 'wants'"),
        (HEAD + "parties: {a: {options: {x: {cn: 1}}}}", "f.yaml:3:29: unknown key 'cn'; did you mean 'can'"),
        (HEAD + "parties: {a: {wants: [a.x]}}", "f.yaml:3:23: there is no option 'a.x'"),
        (HEAD + "parties: {a: {options: {xy: }, wants: ['not a.xz']}}", "f.yaml:3:45: there is no option 'a.xz'; did you mean 'a.xy'"),
        (HEAD + "parties: {a: {wants: [{want: a.x, because: q1}]}}", "there is no evidence 'q1'"),
        (HEAD + "parties: {no: }", "f.yaml:3:11: 'no' is a reserved word"),
        (HEAD + "parties: {A b: }", "f.yaml:3:11: 'A b' is not an id; use a-z, 0-9, _, a letter first: a_b"),
        (HEAD + "parties: {a: {speaks_for: b}}", "f.yaml:3:27: there is no party 'b'"),
        (HEAD + "parties: {a: {options: {x: {status_quo: 1}}}}", "f.yaml:3:41: '1' is neither yes nor no"),
        (HEAD + "parties: {a: {options: {x: {commit_cost: 0}}}}", "f.yaml:3:42: '0' is no cost"),
        (HEAD + "parties: {a: {options: {x: {commit_cost: 1e9999999}}}}", "'1e9999999' is no cost"),
        (HEAD + "parties: {a: {options: {x: {commit_cost: nan}}}}", "'nan' is no cost"),
        (HEAD + "parties: {a: {type: stat}}", "f.yaml:3:21: 'stat' is not known here; did you mean 'state'"),
        (HEAD + "parties: [a]", "f.yaml:3:10: a mapping is expected here"),
        (HEAD + "parties: {a: {wants: a.x}}", "f.yaml:3:22: a list is expected here"),
        (HEAD + "parties: {a: }\nviews: 1", "f.yaml:4:8: 'views' is reserved for hypergames"),
        (HEAD + "parties: {a: {options: {x: {status_quo: yes}}}}\ninfeasible: [a.x]", "f.yaml:4:14: the status quo is infeasible"),
        (HEAD + "parties: {a: {options: {x: }, ranking: [Y, N], wants: [a.x]}}", "both wants and ranking"),
        (HEAD + "parties: {a: {options: {x: }, ranking: [Y]}}", "1 feasible states are not ranked; add N"),
        (HEAD + "parties: {a: {options: {x: }, ranking: [Y, N, Y]}}", "'Y' stands twice"),
        (HEAD + "parties: {a: {options: {x: }, ranking: [Y, N, YY]}}", "'YY' is no feasible state; write 1 letters"),
        (HEAD + "parties: {a: &a {}}", "f.yaml:3:14: an anchor"),
        (HEAD + "parties: {a: !!map {}}", "f.yaml:3:14: a tag"),
        (HEAD + "parties: {a: {<<: {}}}", "f.yaml:3:15: a merge key"),
        (HEAD + "title: U\nparties: {a: }", "f.yaml:3:1: duplicate key 'title'; it stands in line 2"),
        (HEAD + "parties: " + "[" * 3000, "nested more than 20 deep"),
        (HEAD + "parties: {a: }\n---\n", "f.yaml:4:1: a second document"),
        ("a: [", "not YAML"),
    ],
)  # fmt: skip
def test_each_fault_has_its_place_and_what_would_be_right(text, expected):
    found = faults(text)
    assert any(expected in fault for fault in found), found
    assert all("; " in fault for fault in found)


def test_all_faults_are_told_at_once():
    text = SOUND.replace("role: principal", "role: principl").replace("title: 2031", "titel: x")
    text = text.replace("m.open only if s.pay", "m.open only if s.pya").replace("[q1]", "[q2]")
    found = faults(text)
    assert len(found) == 6
    assert found == sorted(found, key=lambda fault: int(fault.split(":")[1]))


def test_quotes_must_stand_where_they_are_said_to():
    text = SOUND.replace("NNN, YNY", "NNN")
    found = faults(text, texts={"d1": "Now: Stop the strike"})
    assert found == ["f.yaml:33:9: the quote does not stand here; it stands at [5, 20]"]


def test_a_text_that_changed_since_is_a_warning(tmp_path):
    case = tmp_path / "case"
    (case / "documents").mkdir(parents=True)
    (case / "documents/d1.txt").write_text("Stop the strike now.")
    stale = "0" * 64
    file = f"file: documents/d1.txt, sha256: {stale}, language: no"
    text = SOUND.replace("NNN, YNY", "NNN").replace("language: no", file)
    (case / "dispute.yaml").write_text(text)
    assert any("has changed since" in str(warning) for warning in check(case).warnings)
    (case / "dispute.yaml").write_text(text.replace(stale, digest("Stop the strike now.")))
    assert not any("has changed" in str(warning) for warning in check(case).warnings)


def test_files_outside_the_case_are_not_opened(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    case = tmp_path / "case"
    case.mkdir()
    body = HEAD + "parties: {a: {options: {x: }}}\ndocuments: {d1: {file: ../secret.txt}}"
    (case / "dispute.yaml").write_text(body)
    assert load(case).documents[0].text == ""


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda _path: None, "there is no such file"),
        (lambda path: path.mkdir(), "dispute.yaml: there is no such file"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), "not UTF-8 at byte 0"),
        (lambda path: path.write_bytes(b"detente: \x00"), "not YAML"),
        (lambda path: path.write_bytes(bytes(50_000_000)), "too large (50 MB); at most 5 MB"),
    ],
)
def test_files_that_cannot_be_read(tmp_path, make, expected):
    path = tmp_path / "f.yaml"
    make(path)
    with pytest.raises(InputError) as caught:
        load(path)
    assert expected in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


BOMB = "a: &a [x,x]\n" + "".join(
    f"{n}: &{n} [*{p},*{p}]\n" for p, n in zip("abcde", "bcdef", strict=True)
)


@pytest.mark.parametrize("text", [BOMB, "a: " + "{a: " * 50_000, "- " * 50_000, "? " * 50_000])
def test_bombs_are_refused(text):
    assert len(faults(text)) == 1


def test_the_shipped_schema_is_the_loaders():
    import json

    shipped = Path(json_schema.__code__.co_filename).parent / "dispute.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == json_schema()
