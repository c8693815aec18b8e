#!/usr/bin/env bash
# sheet.sh PROGRAM: two languages, the printer's wishes, the stamp, the publisher and the guides, as a user meets them.
. "$(dirname "$0")/start.sh"

render() {
	"$program" render --document verklaring --output "$folder" "$@" >"$folder/table" 2>"$folder/diag"
}

says() {
	check "says $1" grep -qF "[$1]" "$folder/diag"
}

pages_of() {
	pdfinfo "$folder/$1" | sed -n 's/^Pages: *//p'
}

# viewer FILE WORDS: the viewer preferences hold these words
viewer() {
	qpdf --qdf --object-streams=disable "$folder/$1" - | grep -aA8 ViewerPreferences | grep -qaF "$2"
}

# Two languages, both orders, any two; the page follows the first
check "ar+nl" render --language ar --with nl
check "two leaves" test "$(pages_of verklaring-ar+nl-office.pdf)" -eq 4
check "a right-to-left page first" viewer verklaring-ar+nl-office.pdf "/Direction /R2L"
check "nl+ar" render --language nl --with ar
check "no right-to-left page first" bash -c "! qpdf --qdf '$folder/verklaring-nl+ar-office.pdf' - | grep -qa R2L"
check "ckb+ti" render --language ckb --with ti
text=$(pdftotext -layout "$folder/verklaring-ar+nl-office.pdf" - 2>/dev/null)
check "numbers stand beside both languages" grep -qE '^ *17 .*[^0-9]17$' <<<"$text"

# Back to back: each page in one language, Dutch behind
check "back to back" render --language ar --with nl --back-to-back
check "two leaves" test "$(pages_of verklaring-ar+nl-office-back.pdf)" -eq 4
for page in 2 4; do
	check "Dutch on page $page" grep -q "bladzijde $page van 4" \
		<(pdftotext -f $page -l $page "$folder/verklaring-ar+nl-office-back.pdf" -)
done
check "no Dutch text in front" bash -c "! pdftotext -f 1 -l 1 '$folder/verklaring-ar+nl-office-back.pdf' - | grep -q 'Lieve familie'"
check "back to back alone is refused" bash -c "! '$program' render --document verklaring --language ar --back-to-back --output '$folder' 2>'$folder/diag'"
says back-alone

# The printer
viewer verklaring-ar+nl-office.pdf "/PrintScaling /None" || check "real size" false
viewer verklaring-ar+nl-office.pdf "/PickTrayByPDFSize true" || check "the right tray" false
viewer verklaring-ar+nl-office.pdf "/Duplex /DuplexFlipLongEdge" || check "duplex" false
for pair in none:Simplex short:DuplexFlipShortEdge long:DuplexFlipLongEdge; do
	check "--duplex ${pair%:*}" render --language so --duplex "${pair%:*}"
	check "says ${pair#*:}" viewer verklaring-so-office.pdf "/Duplex /${pair#*:}"
done
check "--duplex up is refused" bash -c "! '$program' render --document verklaring --language so --duplex up --output '$folder' 2>'$folder/diag'"
says duplex-invalid

# A draft bears no stamp, and no empty frame that looks like one that is missing
check "a stamp on a draft is refused" bash -c "! '$program' render --document verklaring --language fr --stamp --output '$folder' 2>'$folder/diag'"
says stamp-draft
check "and nothing is written" test ! -e "$folder/verklaring-fr-office.pdf"
rules=$("$program" inspect --document verklaring --stage=pages --language so | grep -c '^  rule')
check "no frame for a stamp" test "$rules" -eq 4

# Who speaks stands on the side for home, when the document says so
cp -r translations templates fonts "$folder"
check "no publisher, no line" bash -c "! '$program' inspect --document verklaring --stage=lines --language nl | grep -q Uitgever"
sed -i 's/ template="sheet"/ publisher="Proefdruk" contact="proef@example.org" licence="CC BY 4.0"&/' \
	"$folder/translations/verklaring/nl.xml"
for word in Proefdruk proef@example.org 'CC BY 4.0'; do
	check "$word is printed" grep -qF "$word" \
		<("$program" inspect --document verklaring --stage=lines --language so --data "$folder" | sed 's/<U+00A0>/ /g')
done

# An empty value leaves no trace
check "no empty place in the imprint" bash -c "! '$program' inspect --document verklaring --stage=lines --language so | grep -q '· *·'"

# Guides, and the languages that try a design hardest
check "guides" render --language so --guides
check "guides name the frames" grep -q carry <(pdftotext "$folder/verklaring-so-office-guides.pdf" -)
check "worst" render --language worst
check "several languages in one file" test "$(pages_of verklaring-worst-office.pdf)" -ge 6
check "one of them from right to left" grep -qE '^(ar|ckb) ' "$folder/table"

# Large letters
check "large" render --language ti --edition large
check "two leaves" test "$(pages_of verklaring-ti-large.pdf)" -eq 4
for file in "$folder"/*.pdf; do
	check "whole: $file" qpdf --check "$file" >/dev/null
done
exit $failed
