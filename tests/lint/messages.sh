#!/usr/bin/env bash
# Every sentence has its Dutch: the sentences in the code and in diag.def are taken out and looked up in src/po/nl.po.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
xgettext --language=C --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=DIAG:4 --no-location \
	-o "$folder/all.pot" src/*.c src/*/*.[ch] src/base/diag.def
msgcmp --no-fuzzy-matching src/po/nl.po "$folder/all.pot"
# A sentence that the code no longer says has no place in the catalogue.
msgcomm --no-location --more-than=1 -o "$folder/both.po" src/po/nl.po "$folder/all.pot"
unused=$(($(grep -c '^msgid' src/po/nl.po) - $(grep -c '^msgid' "$folder/both.po")))
((unused <= 1)) || { echo "src/po/nl.po holds $((unused - 1)) sentences that the program does not say" >&2; exit 1; }
