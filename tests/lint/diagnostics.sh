#!/usr/bin/env bash
# Every diagnostic is said somewhere in the program and exercised by a test, by its word or its code.
set -euo pipefail
cd "$(dirname "$0")/../.."
failed=0
while read -r code word; do
	grep -rqw "DIAG_$code" src --include='*.c' || { echo "diag.def: $code is never said" >&2; failed=1; }
	grep -rqE "\[$word\\\\?\]|'$word'|DIAG_$code\b|\"$word\"|(^|[[:space:]])(said|breaks|refuses) $word\b" tests --include='*.c' --include='*.sh' --include=diag --include='*.mjs' ||
		{ echo "diag.def: no test provokes $word" >&2; failed=1; }
done < <(sed -nE 's/^DIAG\(([A-Z0-9_]+), "([a-z0-9-]+)".*/\1 \2/p' src/base/diag.def)
exit $failed
