"""The house is as the docs draw it, and shows only the names that it means to show."""

import re
import subprocess
import sys
from pathlib import Path

import detente

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "src/detente"


def test_the_picture_names_every_room():
    picture = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    drawn = set(re.findall(r"^\| `(\w+)/?` \|", picture, re.MULTILINE))
    rooms = {
        path.stem
        for path in HOUSE.iterdir()
        if path.stem[0] not in "_." and path.suffix != ".typed"
    }
    assert drawn == rooms


def test_the_picture_names_every_package_of_a_room():
    picture = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)/?` \| (.+) \|$", picture, re.MULTILINE))
    unnamed = [
        f"{room}/{package.parent.name}"
        for room, told in rows.items()
        for package in (HOUSE / room).glob("*/__init__.py")
        if package.parent.name not in re.findall(r"\w+", told)
    ]
    assert unnamed == []


def test_the_public_names_are_pinned():
    assert sorted(detente.__all__) == [
        "__version__", "analyse", "brief", "draft", "dumps", "explain", "load", "loads",
        "paths", "read", "robust", "unlock", "write_case",
    ]  # fmt: skip
    assert all(getattr(detente, name) for name in detente.__all__)


def test_help_imports_nothing_heavy():
    code = (
        "import sys, detente.cli as c\n"
        "try: c.detente(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'pydantic', 'trafilatura', 'jinja2', 'rich'} & set(sys.modules)\n"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_nothing_committed_names_this_machine():
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    wrong = re.compile(rb"(?<![\w.])/(?:work|root|farm)/|https?://\S+\.(?:whl|tar\.gz|deb)\b")
    found = [
        name
        for name in files.stdout.decode().split("\0")
        if name and (ROOT / name).is_file() and wrong.search((ROOT / name).read_bytes())
    ]
    assert found == []
