#!/usr/bin/env bash
# profile.sh PROGRAM: who hands a paper out: name, number and logo, and every logo that cannot be used.
. "$(dirname "$0")/start.sh"

# profile ATTRIBUTES: writes the file.
profile() {
	echo "<profile xmlns=\"urn:verklaring:profile:1\" $*/>" >"$folder/profile.xml"
}

render() {
	rm -rf "$folder/out"
	"$program" render --data . --document verklaring --profile "$folder/profile.xml" --output "$folder/out" "$@" \
		>"$folder/printed" 2>"$folder/said"
}

# refuses WORD [ARGUMENT...]: is refused with this word, and leaves no file.
refuses() {
	local word=$1
	shift
	render --language nl "$@" && fail "$word: is made"
	grep -qF "[$word]" "$folder/said" || fail "$word: says $(cat "$folder/said")"
	[[ -z $(ls -A "$folder/out" 2>/dev/null) ]] || fail "$word: leaves files"
}

# A draft bears name, number and contact, each as it is written, also where the page reads from the right
profile 'name="GGD Voorbeeldstad" phone="020 555 5555" contact="jgz@ggd.example"'
for edition in office large; do
	render --language nl,ar --edition $edition || fail "$edition: $(cat "$folder/said")"
	for language in nl ar; do
		mutool draw -q -F txt -o "$folder/text" "$folder/out/verklaring-$language-$edition.pdf"
		for words in 'GGD Voorbeeldstad' '020 555 5555' 'jgz@ggd.example'; do
			tr '\n\302\240' '   ' <"$folder/text" | tr -s ' ' | grep -qF "$words" || fail "$edition $language: no $words"
		done
	done
done
render --language ti --with nl || fail "a pair"
# What is not told leaves no middle dot
profile 'name="GGD Voorbeeldstad" contact="jgz@ggd.example"'
render --language nl || fail "without a number"
pdftotext -layout "$folder/out/verklaring-nl-office.pdf" - | grep -qF 'GGD Voorbeeldstad · jgz@ggd.example' || fail "the middle dot"
# A layout that has no place says so
render --language nl --edition card || fail "card"
grep -qF '[profile-placeless]' "$folder/said" || fail "a card has no place, and nobody says so"

# Logos: on a draft none; those that cannot be read never
cp templates/artwork/family.svg "$folder/logo.svg"
"$program" render --data . --document verklaring --language nl --output "$folder" >/dev/null 2>&1
pdftocairo -png -singlefile -r 20 "$folder/verklaring-nl-office.pdf" "$folder/logo"
pdftocairo -jpeg -singlefile -r 20 "$folder/verklaring-nl-office.pdf" "$folder/logo"
for logo in logo.svg logo.png logo.jpg; do
	profile "name=\"GGD Voorbeeldstad\" logo=\"$logo\""
	refuses logo-draft
done
pdftocairo -png -singlefile -scale-to-x 4097 -scale-to-y 8 "$folder/verklaring-nl-office.pdf" "$folder/wide"
pdftocairo -jpegcmyk -singlefile -r 20 "$folder/verklaring-nl-office.pdf" "$folder/press" 2>/dev/null ||
	gs -q -dBATCH -dNOPAUSE -sDEVICE=jpegcmyk -r20 -dLastPage=1 -o "$folder/press.jpg" "$folder/verklaring-nl-office.pdf"
head -c 900 "$folder/logo.png" >"$folder/half.png"
head -c 900 "$folder/logo.jpg" >"$folder/half.jpg"
echo GIF89a-and-more >"$folder/logo.gif"
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>GGD</text></svg>' >"$folder/words.svg"
# uses LOGO: a profile with this one.
uses() {
	profile "name=\"GGD Voorbeeldstad\" logo=\"$1\""
}
pdftocairo -png -singlefile -r 5 "$folder/verklaring-nl-office.pdf" "$folder/coarse"
uses coarse.png
refuses logo-coarse
uses wide.png
refuses logo-size
uses press.jpg
refuses logo-cmyk
uses half.png
refuses logo-broken
uses half.jpg
refuses logo-broken
grep -qF half.jpg "$folder/said" || fail "the picture is not named"
uses logo.gif
refuses logo-kind
uses words.svg
refuses svg-element
uses absent.png
refuses file-unreadable
profile 'phone="020 555 5555"'
refuses attribute-missing
exit $failed
