#!/usr/bin/env bash
# Sizes of the house: files under 400 lines, headers under 150, nine functions in ten under 50 lines and none over 80.
set -euo pipefail
cd "$(dirname "$0")/../.."
failed=0
for file in src/*/*.[ch] src/main.c; do
	most=400
	[[ $file == *.h ]] && most=${HEADER_MOST:-150}
	lines=$(wc -l <"$file")
	((lines <= most)) || { echo "$file: $lines lines, more than $most" >&2; failed=1; }
done
awk '
	FNR == 1 { open = 0 }
	/^[a-z].*\(/ && !/;$/ { start = FNR; name = $0 }
	/^\{/ { open = 1; body = FNR }
	/^\}/ && open {
		open = 0; length_ = FNR - body - 1; count++
		if (length_ > 50) over++
		if (length_ > 80) { print FILENAME ":" start ": a function of " length_ " lines" > "/dev/stderr"; bad = 1 }
	}
	END {
		printf "%d functions, %d over 50 lines\n", count, over
		if (over * 10 > count) bad = 1
		exit bad
	}' src/*/*.c src/main.c || failed=1
exit $failed
