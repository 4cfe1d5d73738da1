#!/usr/bin/env bash
# What some tests need of the system: Chromium (pages) and poppler's tools (print). Installed from
# Debian's packages where it is missing and we are root; otherwise those tests are skipped by name,
# which is a failure when CI=true.
set -u
missing=()
command -v chromium >/dev/null || missing+=(chromium fonts-dejavu-core fonts-noto-cjk)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "not installed: ${missing[*]} (the tests that need them are skipped)" >&2
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
{ apt-get update && apt-get install -y --no-install-recommends "${missing[@]}"; } >/dev/null ||
    echo "could not install: ${missing[*]} (the tests that need them are skipped)" >&2
exit 0
