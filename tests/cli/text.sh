#!/usr/bin/env bash
# text.sh PROGRAM [bless]: the words as a message and as a sheet to read aloud, against tests/cli/text/ and by what must hold of them.
. "$(dirname "$0")/start.sh"

golden() {
	local name=$1
	shift
	"$program" text "$@" >"$folder/printed" || fail "$name: text"
	if [[ $bless == bless ]]; then
		cp "$folder/printed" "tests/cli/text/$name"
	else
		diff -u "tests/cli/text/$name" "$folder/printed" >&2 || fail "$name"
	fi
}

bless=${2-}
# Digits, dates, isolates around literals in Arabic and Persian and none in Dutch
golden directions --data tests/golden/directions --language nl,ar,fa
# Ethiopic and Khmer sentences, which have marks of their own; telephone numbers figure by figure
golden script-ethiopic --data tests/golden/ethiopic --language am --script
golden script-urdu --data tests/golden/arabic --language ur --script

# Two languages: the reader's own whole, then Dutch, in a file of its own name
"$program" text --data . --document verklaring --language ar --with nl --output "$folder" >"$folder/names" || fail "ar with nl"
text=$folder/verklaring-ar+nl-text.txt
grep -qxF "$text" "$folder/names" || fail "does not name $text"
arabic=$(grep -n '^1\. ' "$text" | sed -n 1p | cut -d: -f1) dutch=$(grep -n '^1\. ' "$text" | sed -n 2p | cut -d: -f1)
last=$(grep -n '^25\. ' "$text" | sed -n 1p | cut -d: -f1)
((arabic < last && last < dutch)) || fail "the languages are not one after the other"
[[ $(sed -n 2p "$text") == Concept* ]] || fail "the notice does not stand first, in Dutch too"
tail -1 "$text" | grep -q 'controleer na' || fail "the imprint does not stand last"
LC_ALL=C.UTF-8 grep -qF "$(printf '\xe2\x81\xa60800-2000\xe2\x81\xa9')" "$text" || fail "a number in Arabic is not isolated"

# A draft says so in every document, in its own language and in Dutch
for document in verklaring eer praatkaart; do
	"$program" text --data . --document $document --language nl | head -2 | grep -q '^Concept' || fail "$document does not say first that it is a draft"
done
"$program" text --data . --document eer --language tr | sed -n 2p | grep -qx 'Concept; niet van de overheid' || fail "eer in Turkish does not say so in Dutch"

# Every word of the master is in the message; none of the formatting controls in a language that reads to the right
"$program" text --data . --document verklaring --language so --output "$folder" >/dev/null || fail "so"
grep -q "$(printf '\xe2\x81[\xa6-\xa9]')" "$folder/verklaring-so-text.txt" && fail "isolates in Somali"
grep -q "$(printf '\xc2\xad')" "$folder/verklaring-so-text.txt" && fail "soft hyphens"
for number in $(seq 25); do
	grep -q "^$number\. " "$folder/verklaring-so-text.txt" || fail "$number is missing"
done
iconv -f UTF-8 -t UTF-8 "$folder/verklaring-so-text.txt" >/dev/null || fail "no UTF-8"

# The sheet to read from
"$program" text --data . --document verklaring --language nl --script --output "$folder" >/dev/null || fail "script"
script=$folder/verklaring-nl-script.txt
grep -qx '      0800-2000: 0 8 0 0 – 2 0 0 0' "$script" || fail "a number is not spelled"
grep -qx ' *[0-9]*  Bewaar dit papier bij uw paspoorten, en bewaar die zelf\.' "$script" || fail "a sentence is not alone"
numbers=$(grep -oE '^ {0,3}[0-9]+  ' "$script" | tr -d ' ')
[[ $numbers == "$(seq "$(wc -l <<<"$numbers")")" ]] || fail "the sentences are not numbered on"

"$program" text --data . --language xx 2>"$folder/stderr" && fail "a language that is not"
grep -qF '[language-unknown]' "$folder/stderr" || fail "does not say language-unknown"
exit $failed
