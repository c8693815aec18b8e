#!/usr/bin/env bash
# install.sh BUILD: cmake --install gives a program that runs from any folder, moved as a whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$1" --prefix "$folder/first" >/dev/null
mv "$folder/first" "$folder/moved"
cd /
"$folder/moved/bin/verklaring" render --document verklaring --language so,ar --output "$folder/out" >/dev/null
test "$(find "$folder/out" -name '*.pdf' | wc -l)" -eq 2
LC_ALL=C.UTF-8 LANGUAGE=nl "$folder/moved/bin/verklaring" list >"$folder/list"
grep -q Somalisch "$folder/list"
