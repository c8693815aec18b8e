#!/usr/bin/env bash
# Every header compiles alone, is guarded by its own path and opens with the four lines; every .c includes its own header first.
set -euo pipefail
cd "$(dirname "$0")/../.."
flags=$(pkg-config --cflags libxml-2.0 icu-uc harfbuzz harfbuzz-subset)
failed=0
complain() {
	echo "$1: $2" >&2
	failed=1
}

for header in src/*/*.h; do
	name=${header#src/}
	guard=$(tr 'a-z/.' 'A-Z__' <<<"$name")
	grep -q "^#ifndef $guard\$" "$header" || complain "$header" "the guard is not $guard"
	for line in Offsets Lengths Memory Errors; do
		grep -qE "^ \* (.*  )?$line: " "$header" || complain "$header" "the comment at the top does not tell $line"
	done
	# shellcheck disable=SC2086
	echo "#include \"$name\"" | ${CC:-gcc} -std=c11 -D_GNU_SOURCE -Isrc $flags -fsyntax-only -x c - ||
		complain "$header" "does not compile alone"
done
for source in src/*/*.c; do
	name=${source#src/}
	[[ -f ${source%.c}.h ]] || continue
	[[ $(grep -m1 '^#include' "$source") == "#include \"${name%.c}.h\"" ]] ||
		complain "$source" "does not include its own header first"
done
exit $failed
