#!/usr/bin/env bash
# check.sh PROGRAM NAME STAGE [bless]: what a stage prints of tests/golden/NAME must equal the file STAGE in it.
# The file "languages" in it names the tags, "options" (if there is one) further words of the command line, one a line;
# "diag" holds what render says and how many files it leaves.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$1 tree=tests/golden/$2 stage=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C LANGUAGE=

options=(--data "$tree" --language "$(paste -sd, "$tree/languages")")
[[ ! -f $tree/options ]] || mapfile -t -O ${#options[@]} options <"$tree/options"
if [[ $stage == diag ]]; then
	status=0
	mkdir "$folder/out"
	"$program" render "${options[@]}" --output "$folder/out" --jobs 1 >"$folder/table" 2>"$folder/diag" || status=$?
	grep -E '\[[a-z0-9-]+\]$' "$folder/diag" >"$folder/printed" || true
	echo "exit status $status, $(find "$folder/out" -type f | wc -l) files" >>"$folder/printed"
else
	"$program" inspect --stage="$stage" "${options[@]}" >"$folder/printed" 2>"$folder/diag"
fi
if [[ ${4-} == bless ]]; then
	cp "$folder/printed" "$tree/$stage"
else
	diff -u "$tree/$stage" "$folder/printed"
fi
