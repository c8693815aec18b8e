#!/usr/bin/env bash
# status.sh PROGRAM: the status of texts that are signed, stale, incomplete and not there, in three forms; and the proof of one of them.
. "$(dirname "$0")/start.sh"
. tests/release.sh
cp -r translations templates fonts "$folder"

# text DOCUMENT LANGUAGE: what the JSON says of it.
text() {
	"$program" status --json --data "$folder" 2>/dev/null | node -e '
		const status = JSON.parse(require("fs").readFileSync(0));
		const text = status.documents.find(d => d.id === process.argv[1]).texts.find(t => t.language === process.argv[2]);
		console.log(text ? [text.state, text.since, text.translated, text.reviewed, text.final, text.stale].join(" ") : "absent");' "$1" "$2"
}

is() {
	local said
	said=$(text "$1" "$2")
	[[ $said == "$3" ]] || fail "$1 $2 is \"$said\", not \"$3\""
}

sign() {
	"$program" approve "$1" "$2" --as "$3" --by "proef $3" --date "$4" ${5:+--unit "$5"} --data "$folder" >/dev/null || fail "sign $*"
}

units=$("$program" list --json --data "$folder" | node -e 'console.log(JSON.parse(require("fs").readFileSync(0)).documents.find(d => d.id === "verklaring").translations[0].units)')
is verklaring so "translated  $units 0 0 0"
sign verklaring so translator 2026-11-01
is verklaring so "translated 2026-11-01 $units 0 0 0"
sign verklaring so reviewer 2026-11-02 title
sign verklaring so reviewer 2026-11-03
is verklaring so "reviewed 2026-11-03 0 $units 0 0"
sign verklaring so approver 2026-11-04
is verklaring so "final 2026-11-04 0 0 $units 0"
release_ready "$folder" verklaring
release_sign "$program" "$folder" verklaring >/dev/null
for role in translator reviewer approver; do sign common so $role 2026-11-05; done
is verklaring so "released 2026-11-04 0 0 $units 0"
is common so "final 2026-11-05 0 0 $(text common so | cut -d' ' -f5) 0"
is verklaring xx absent
is praatkaart so absent
sed -i '/<unit id="carry.love"/,/<\/unit>/d' "$folder/translations/verklaring/ti.xlf"
is verklaring ti "incomplete  $((units - 1)) 0 0 0"

# A sentence changes: the Dutch is signed no more, translations are stale since the day of the text; the proof shows what changed
sed -i 's|U houdt van onze dochter|Jullie houden veel van onze dochter|; s| date="[0-9-]*"| date="2026-12-20"|' "$folder/translations/verklaring/nl.xml"
is verklaring so "stale 2026-12-20 0 0 $((units - 1)) 1"
is verklaring nl "translated  1 0 $((units - 1)) 0"

"$program" status --data "$folder" >"$folder/table" 2>/dev/null
grep -qE "^  so +Somalisch +$units +0 +0 +$((units - 1)) +1  stale +2026-12-20" "$folder/table" || fail "the table"
"$program" status --html "$folder/status.html" --data "$folder" >/dev/null 2>&1 || fail "--html"
xmllint --html --noout "$folder/status.html" 2>"$folder/diag"
grep -v 'Tag main invalid\|Tag time invalid\|<main>\|<time>\|\^' "$folder/diag" | grep 'error' >/dev/null && fail "the page is not well-formed"
for words in '<html lang="nl">' '<th scope="row">Somalisch' '<th scope="col">vaste regels' 'dir="rtl"' 'verouderd</b>' 'sinds <time>2026-12-20'; do
	grep -qF "$words" "$folder/status.html" || fail "the page has no $words"
done
sed -i 's|name-nl="Somalisch"|name-nl="So\&lt;script\&gt;"|; s|nl="Somalisch"|nl="So\&lt;script\&gt;"|' "$folder/translations/languages.xml"
"$program" status --html "$folder/status.html" --data "$folder" >/dev/null 2>&1
grep -q '<script' "$folder/status.html" && fail "a name is not escaped"
"$program" status --html "$folder/no/such/folder/status.html" --data "$folder" >/dev/null 2>"$folder/diag" && fail "a file that cannot be written"
grep -qF '[file-unwritable]' "$folder/diag" || fail "a file that cannot be written is not told"
exit $failed
