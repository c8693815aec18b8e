#!/usr/bin/env bash
# What print shops, phones and piles of copies get, and what is refused, without a file left behind.
set -euo pipefail
program=$1
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8 LANGUAGE=
failed=0

complain() {
	echo "$1" >&2
	failed=1
}

# refuses WORD STATUS ARGUMENTS...: says the word, gives the status, leaves no file.
refuses() {
	local word=$1 wanted=$2 status=0
	shift 2
	rm -rf "$folder/out"
	"$program" "$@" --output "$folder/out" >"$folder/said" 2>&1 || status=$?
	grep -qF "[$word]" "$folder/said" || complain "$*: does not say [$word]: $(cat "$folder/said")"
	((status == wanted)) || complain "$*: status $status"
	[[ -z $(find "$folder/out" -type f 2>/dev/null) ]] || complain "$*: leaves files"
}

# broken-tree FILE SED: the tree with one file changed.
broken_tree() {
	rm -rf "$folder/tree"
	mkdir "$folder/tree"
	cp -r translations templates fonts "$folder/tree"
	sed -i "$2" "$folder/tree/$1"
	! cmp -s "$1" "$folder/tree/$1" || complain "$2 changes nothing in $1"
}

one=(render --data . --document verklaring --language so)

# press
"$program" "${one[@]}" --edition press --output "$folder/press" >/dev/null
"$program" "${one[@]}" --edition press --output "$folder/again" >/dev/null
cmp "$folder/press/verklaring-so-press.pdf" "$folder/again/verklaring-so-press.pdf" || complain "press: two runs differ"
sheet=$(pdftotext -layout "$folder/press/verklaring-so-press-job.pdf" -)
for words in '210 × 297 mm' '3 mm afloop' 'Bladzijden: 2' 'zwart en overdrukt' 'FOGRA39' 'van links naar rechts' 'concept'; do
	grep -qF "$words" <<<"$sheet" || complain "job sheet: not told: $words"
done
"$program" render --data . --document verklaring --language ar --edition pocket-press --output "$folder/pocket" >/dev/null
sheet=$(pdftotext -layout "$folder/pocket/verklaring-ar-pocket-press-job.pdf" -)
for words in '88 × 125 mm' 'Bladzijden: 8' 'van rechts naar links' 'aan de rechterkant'; do
	grep -qF "$words" <<<"$sheet" || complain "job sheet: not told: $words"
done
numbers=$(pdftotext -raw "$folder/pocket/verklaring-ar-pocket-press-job.pdf" - | grep -xE '[0-9]' | tr -d '\n')
[[ $numbers == 12345678* ]] || complain "job sheet: the pages are numbered $numbers"
refuses icc-kind 2 "${one[@]}" --edition press --output-intent /usr/share/color/icc/sRGB.icc
refuses icc-broken 2 "${one[@]}" --edition press --output-intent packages
head -c 50000 "$(dirname "$program")/fogra39.icc" >"$folder/broken.icc"
refuses icc-broken 2 "${one[@]}" --edition press --output-intent "$folder/broken.icc"
refuses file-unreadable 2 "${one[@]}" --edition press --output-intent "$folder/nothing.icc"
refuses press-only 2 "${one[@]}" --marks
refuses edition-unknown 2 "${one[@]}" --edition pres
refuses language-twice 2 "${one[@]}" --with so
broken_tree templates/theme.xml '/id="tint"/s/9 27 45 0/90 90 81 0/'
refuses ink-limit 1 render --data "$folder/tree" --document verklaring --language so
broken_tree templates/editions.xml '/edition id="press"/s/ text-color="ink"/ text-color="accent"/'
refuses text-not-black 1 render --data "$folder/tree" --document verklaring --language so

# pictures
"$program" "${one[@]}" --edition picture --output "$folder/picture" >/dev/null
for png in "$folder"/picture/*.png; do
	[[ $(head -c 24 "$png" | tail -c 8 | od -An -tu1) == *" 4  56 "* ]] || complain "$png is not 1080 wide"
done
[[ $(ls "$folder/picture") == *-picture-01.png*-picture-08.png ]] || complain "names of pictures: $(ls "$folder/picture")"
# The last one tells whom to call from abroad, in every language
"$program" inspect --data . --document verklaring --edition picture --stage=lines | sed 's/<U+[0-9A-F]*>/ /g' |
	awk '/^page/ {page = $2; texts += page == 8} /\+31 247 247 247/ {page == 8 ? found++ : wrong++} END {exit !(texts && found == texts && !wrong)}' ||
	complain "pictures: the last one does not tell whom to call"
mkdir "$folder/empty" "$folder/failing"
printf '#!/bin/sh\nexit 3\n' >"$folder/failing/pdftocairo"
printf '#!/bin/sh\necho no picture\n' >"$folder/empty/pdftocairo"
chmod +x "$folder"/{failing,empty}/pdftocairo
PATH=$folder/failing:$PATH refuses raster-failed 2 "${one[@]}" --edition picture
PATH=$folder/empty:$PATH refuses raster-failed 2 "${one[@]}" --edition picture
mkdir "$folder/bin"
for tool in rm grep cat find; do ln -s "$(command -v $tool)" "$folder/bin"; done
PATH=$folder/bin refuses raster-missing 2 "${one[@]}" --edition picture

# grey: not one operator of colour
"$program" "${one[@]}" --grey --output "$folder/grey" >/dev/null
qpdf --qdf --object-streams=disable "$folder/grey/verklaring-so-office-grey.pdf" - |
	grep -aE '^[0-9. ]+ (rg|RG|k|K)$' && complain "grey: colours are set"

# piles: each copy on a leaf of its own, copies that cost next to nothing, a cover that counts
kit() { "$program" kit --data . "$@" >/dev/null; }
pages() { qpdf --show-npages "$1"; }
kit --drafts --copies so=1,ar=1,ti=1 --output "$folder/few"
kit --drafts --copies so=100,ar=120,ti=80 --output "$folder/many"
few=$folder/few/verklaring-kit-office.pdf many=$folder/many/verklaring-kit-office.pdf
qpdf --check "$many" >/dev/null || complain "kit: qpdf finds fault"
(($(pages "$few") == 8)) || complain "kit: $(pages "$few") pages of three copies"
(($(pages "$many") == 602)) || complain "kit: $(pages "$many") pages of 300 copies"
(($(stat -c %s "$many") < $(stat -c %s "$few") + 10000)) || complain "kit: 300 copies cost $(stat -c %s "$many") bytes"
pdftotext -f 1 -l 1 "$many" - | grep -q 'Stapel van 300 exemplaren' || complain "kit: the cover does not count"
pdftotext -f 1 -l 1 "$many" - | grep -q 'Arabisch (ar): 120 × 1 blad, blad 102 tot en met 221' || complain "kit: the cover does not list"
[[ -z $(pdftotext -f 2 -l 2 "$many" - | tr -d '\f\n') ]] || complain "kit: the back of the cover is not blank"
for page in 3 202 203 442 443 602; do
	pdftotext -f $page -l $page "$many" - | grep -q Concept || complain "kit: page $page is not marked as a draft"
done
refuses copies-invalid 2 kit --data . --drafts --copies so=0
refuses copies-invalid 2 kit --data . --drafts --copies so=10000000
refuses copies-invalid 2 kit --data . --drafts --copies so=300,ar=201
refuses copies-invalid 2 kit --data . --drafts --copies so
refuses copies-invalid 2 kit --data . --drafts
refuses language-unknown 2 kit --data . --drafts --copies xx=2
refuses kit-document 2 kit --data . --drafts --copies so=1,so=2
refuses kit-document 2 kit --data . --drafts --copies so=1 --document verklaring,eer
refuses kit-edition 2 kit --data . --drafts --copies so=2 --edition press
refuses kit-draft 1 kit --data . --copies so=2
exit $failed
