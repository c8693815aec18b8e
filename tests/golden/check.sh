#!/usr/bin/env bash
# check.sh PROGRAM NAME STAGE [bless]: what a stage prints of tests/golden/NAME must equal the file STAGE in it.
# The file "languages" in it names the tags; "diag" holds what render says, which must then leave no file behind.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$1 tree=tests/golden/$2 stage=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C LANGUAGE=

languages=$(paste -sd, "$tree/languages")
if [[ $stage == diag ]]; then
	status=0
	"$program" render --data "$tree" --language "$languages" --output "$folder/out" --jobs 1 \
		>"$folder/table" 2>"$folder/diag" || status=$?
	grep -E '\[[a-z0-9-]+\]$' "$folder/diag" >"$folder/printed" || true
	echo "exit status $status, $(find "$folder/out" -type f | wc -l) files" >>"$folder/printed"
else
	"$program" inspect --stage="$stage" --data "$tree" --language "$languages" >"$folder/printed"
fi
if [[ ${4-} == bless ]]; then
	cp "$folder/printed" "$tree/$stage"
else
	diff -u "$tree/$stage" "$folder/printed"
fi
