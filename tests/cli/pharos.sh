#!/usr/bin/env bash
# pharos.sh PROGRAM: the way of docs/pharos.md from a changed sentence to a recalled paper, with the commands that stand there.
. "$(dirname "$0")/start.sh"
. tests/release.sh
cp -r translations templates fonts "$folder"

run() {
	"$program" "$@" --data "$folder" >"$folder/said" 2>"$folder/diag" || { fail "verklaring $*"; cat "$folder/diag" >&2; }
}

# Every command of the page exists, with every option that stands there
mapfile -t lines < <(grep -oE 'verklaring (approve|check|dossier|export|facts|import|kit|proof|recall|record|render|status|sync|which)( [^`]*)?' docs/pharos.md)
((${#lines[@]} >= 20)) || fail "the page holds ${#lines[@]} commands"
for line in "${lines[@]}"; do
	read -r _ command words <<<"$line"
	"$program" "$command" --help >"$folder/help" 2>&1 || fail "$line"
	for option in $(grep -oE -- '--[a-z-]+' <<<"$words"); do
		grep -qE -- "^  $option( |\$)" "$folder/help" || fail "$command has no $option"
	done
done

# A released text, of which a sentence changes
release_ready "$folder" verklaring
release_sign "$program" "$folder" verklaring so >/dev/null || fail "signing"
cd "$folder" || exit 1
run render --release --document verklaring --language so --output "$folder"
sed -i 's/U houdt van onze dochter, net als wij/U houdt van onze dochter, zoals wij/; s/ version="0\.[0-9]*"/ version="0.9"/' translations/verklaring/nl.xml
run check --document verklaring --language nl
run sync verklaring
"$program" render --release --document verklaring --language so --output "$folder/none" --data "$folder" >/dev/null 2>&1 && fail "a stale text is released"

# Out to the translator, who sees the sentence anew, and back
run export verklaring so
[[ -s verklaring-so.xlf ]] || fail "nothing was written for the translator"
sed -i '/id="carry.love"/,/<\/unit>/{s/state="initial"/state="translated"/; s/ subState="vk:source-changed"//; s/<target>Gabadhayada/<target>Gabadha/}' verklaring-so.xlf
run import verklaring-so.xlf
grep -q '<target>Gabadha ' translations/verklaring/so.xlf || fail "the new words did not arrive"
run check --document verklaring --language so
run proof verklaring so
pdftotext -layout verklaring-so-proof.pdf - | grep -F '[+Gabadha+]' >/dev/null || fail "the proof does not show the new word"

# Signed and released again, by whoever must: only the changed sentence
for tag in nl so; do
	for role in translator reviewer approver; do
		run approve verklaring $tag --as $role --by "proef $role"
		grep -q ': 1 signed' "$folder/said" || fail "more than the changed sentence is signed in $tag"
	done
done
run render --release --document verklaring --language so --output "$folder"
run record --document verklaring --language so
code=$(grep -oE '^[0-9A-Z]{7}' "$folder/said")
run which "$code"
grep -q current "$folder/said" || fail "the new paper is not current"
SOURCE_DATE_EPOCH=1830000000 run which "$code" # 2027-12
grep -q 'to be checked anew' "$folder/said" || fail "a paper that is overdue is not one to be checked"
run recall "$code" --reason "Het nummer is vervangen"
run which "$code"
grep -q RECALLED "$folder/said" || fail "the paper is not recalled"
exit $failed
