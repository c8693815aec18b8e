#!/usr/bin/env bash
# sixth.sh PROGRAM: one more leaflet for young people is a folder with a master; layouts, editions and program stay as they are.
. "$(dirname "$0")/start.sh"

render() {
	"$program" render --data "$folder/data" --output "$folder" --document zesde "$@" >"$folder/table" 2>"$folder/diag" ||
		{ echo "failed: render $*: $(cat "$folder/diag")" >&2; failed=1; }
}

mkdir "$folder/data"
cp -r translations templates fonts "$folder/data"
mkdir "$folder/data/translations/zesde"
cp tests/cli/sixth/nl.xml "$folder/data/translations/zesde/"

check "check" "$program" check --data "$folder/data" --document zesde >"$folder/stdout" 2>"$folder/diag"
"$program" list --data "$folder/data" >"$folder/list" 2>"$folder/diag"
for edition in office screen press picture discreet discreet-picture; do
	render --edition "$edition"
	check "list knows $edition" bash -c "sed -n '/^zesde/,/^\$/p' '$folder/list' | grep -q '^  $edition '"
done
check "two sides of A4" test "$(pdfinfo "$folder/zesde-nl-office.pdf" | grep -cE '^Pages: +2$|^Page size: +595.*841')" -eq 2
check "eight pages for the screen" test "$(pdfinfo "$folder/zesde-nl-screen.pdf" | sed -n 's/^Pages: *//p')" -eq 8
check "tagged" bash -c "pdfinfo '$folder/zesde-nl-screen.pdf' | grep -q '^Tagged: *yes'"
check "single pages for the press" test "$(pdfinfo "$folder/zesde-nl-press.pdf" | sed -n 's/^Pages: *//p')" -eq 8
check "nine pictures" test "$(find "$folder" -maxdepth 1 -name 'zesde-nl-picture-*.png' | wc -l)" -eq 9
check "a card without a name" test "$(find "$folder" -maxdepth 1 -name 'nummers-nl-*.pdf' | wc -l)" -eq 1
check "its title is neutral" bash -c "pdfinfo '$folder'/nummers-nl-*.pdf | grep -q '^Title: *Handige nummers$'"
check "the words are in it" bash -c "pdftotext '$folder/zesde-nl-screen.pdf' - | grep -q 'Dit is een proef'"

# What names no edition of its own gets none of another layout
"$program" render --data "$folder/data" --output "$folder/none" --edition discreet --language nl >"$folder/table" 2>"$folder/diag"
check "cards of leaflets alone" test "$(grep -c '^nl ' "$folder/table")" -eq 6
"$program" render --data "$folder/data" --output "$folder/none" --edition booklet --language nl >"$folder/table" 2>"$folder/diag"
check "a booklet of the declaration alone" bash -c "! ls '$folder/none' | grep -q zesde"
exit $failed
