#!/usr/bin/env bash
# catalogue.sh PROGRAM: what goes on the site and what does not, that a second run writes nothing, and that only our own files are removed.
. "$(dirname "$0")/start.sh"
. tests/release.sh
mkdir "$folder/data"
cp -r translations templates fonts "$folder/data"
data=$folder/data site=$folder/site
rm -rf "$data"/translations/*/history.xml
for document in "$data"/translations/*/nl.xml; do
	[[ $document =~ /(common|verklaring|praatkaart)/ ]] || rm -r "${document%/nl.xml}"
done
find "$data/translations/verklaring" -name '*.xlf' ! -name so.xlf -delete
# Two editions are enough to see that all are made.
node -e '
	const fs = require("fs"), file = process.argv[1];
	fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/<edition id="(?!office|screen|a5)[^]*?<\/edition>/g, ""));' "$data/templates/editions.xml"

make_site() {
	"$program" catalogue --data "$data" --output "$site" "$@" >"$folder/stdout" 2>"$folder/stderr"
}

says() {
	grep -qF "$1" "$folder/stdout" "$folder/stderr" || fail "not said: $1"
}

# What nobody has confirmed is said on no public page, and whoever makes it hears that.
make_site && fail "public pages with facts that nobody has confirmed"
says "[site-fact]"
grep -rqF -e vgv@ggdghor.nl -e 'href="mailto:' -e 0800-2000 "$site" --include=index.html --include=nl.html && fail "an unconfirmed fact stands on a public page"
cp -r "$data/translations" "$folder/unconfirmed"
release_ready "$data" verklaring

# Nothing is released: no text, no file of one, and the page says whom to ask.
make_site || fail "a site without texts"
[[ -z $(find "$site" -name '*.pdf') ]] || fail "a draft went out unasked"
grep -q 'vgv@ggdghor.nl' "$site/index.html" || fail "an empty site tells nobody where to go"
for page in "$site"/*.html "$site"/*/*.html "$site"/en/taal/*.html; do
	grep -q 'class="draft"' "$page" && fail "$page calls itself a draft"
done
for words in 'class="note">Er is nog geen vrijgegeven tekst. Bestel de officiële verklaring bij' 'De tekst in deze taal is nog niet vrijgegeven'; do
	grep -qF "$words" "$site/index.html" || fail "the front page of an empty site does not say: $words"
done
grep -q 'class="note">De officiële verklaring.*vgv@ggdghor.nl' "$site/taal/so.html" || fail "a language without a text leaves the nurse with nothing to do"
grep -q 'Er zijn nog geen codes' "$site/codes.html" || fail "a list of no codes"

rm -r "$data/translations" && mv "$folder/unconfirmed" "$data/translations"

make_site --drafts || fail "a site of drafts"
pdf=$site/verklaring/verklaring-so+nl-office.pdf
[[ -s $pdf && -s $site/verklaring/so.html && -s $site/verklaring/so.png ]] || fail "the sheet, its page and its picture"
for page in "$site"/*.html "$site"/*/*.html "$site"/en/taal/*.html; do
	# Before anything else on the page.
	grep -A1 '^<body>' "$page" | grep -q 'class="draft"' || fail "$page does not begin with the draft's notice"
	(($(wc -c <"$page") < 150000)) || fail "$page is larger than 150 KB"
	grep -qE '(src|href)="(https?:)?//' "$page" && ! grep -q 'href="https://' "$page" && fail "$page asks another host"
done
grep -q 'class="bad">concept: niet uitdelen' "$site/codes.html" || fail "the code of a draft is not said to be one"
grep -q 'geldig' "$site/codes.html" && fail "the code of a draft is said to hold"
grep -q "href=\"verklaring/verklaring-so+nl-office.pdf\"" "$site/index.html" || fail "the front page leads to the sheet"
"$program" render --data "$data" --language so --with nl --document verklaring --output "$folder" >"$folder/stdout" 2>&1
cmp -s "$pdf" "$folder/verklaring-so+nl-office.pdf" || fail "the site's sheet is not the sheet that render makes"

# The second time nothing is written; what is gone from the texts goes from the folder, what is not ours stays.
make_site --drafts
says "0 files written"
echo mine >"$site/mine.txt"
touch -d 2001-01-01 "$site"/s/*
# code LANGUAGE: of the declaration.
code() {
	"$program" list --json --data "$data" | node -e '
		const list = JSON.parse(require("fs").readFileSync(0));
		console.log(list.documents.find(d => d.id === "verklaring").translations.find(t => t.language === process.argv[1]).code);' "$1"
}
code=$(code so)
"$program" recall "$code" --reason 'een <b>fout</b> nummer' --data "$data" >/dev/null 2>&1 || fail "recall"
make_site --drafts || fail "a site with a recall"
[[ ! -e $pdf && -e $site/mine.txt ]] || fail "a recalled sheet stays, or a strange file went"
grep -q 'teruggeroepen' "$site/taal/so.html" || fail "the language's page does not say that the text was recalled"
grep -q "$code.*teruggeroepen.*een &lt;b&gt;fout&lt;/b&gt; nummer" "$site/codes.html" || fail "the code is not among the recalled"
[[ $(stat -c %Y "$site/s/zoek.js") == "$(date -d 2001-01-01 +%s)" ]] || fail "an unchanged file was written again"
rm "$data/translations/verklaring/history.xml"

# A translation that cannot be read takes nothing off the site.
cp "$data/translations/verklaring/so.xlf" "$folder/so.xlf"
make_site --drafts || fail "a whole site"
sed -i 's/<target>/<targe>/' "$data/translations/verklaring/so.xlf"
make_site --drafts && fail "a broken file makes no error"
says "[site-spared]"
[[ -e $site/verklaring/so.html && -e $pdf ]] || fail "a page went because its file is broken"
cp "$folder/so.xlf" "$data/translations/verklaring/so.xlf"
make_site --drafts || fail "the site after the mend"

# A list of files that leads elsewhere removes nothing.
echo precious >"$folder/precious"
echo ../precious >>"$site/bestanden.txt"
make_site --drafts && fail "a strange list is accepted"
says "[site-list]"
[[ -e $folder/precious ]] || fail "a file outside the folder was removed"
rm -rf "$site"

for url in ftp://x.nl x.nl 'https://x.nl/"><script>' https:///; do
	make_site --base-url "$url" && fail "$url is accepted"
	says "[base-url]"
done

make_site --drafts --base-url "https://x.nl/$(printf '%04000d' 0)" && fail "an address that no code holds is accepted"
says "[qr-long]"

# A recording belongs to one text.
mkdir -p "$data/audio/verklaring"
sound=$data/audio/verklaring/so
printf 'ID3\4\0\0\0\0\0\0' >"$sound.mp3"
recording() {
	printf '<recording xmlns="urn:verklaring:recording:1" code="%s" role="tolk" date="2026-11-01"/>\n' "$1" >"$sound.xml"
	make_site --drafts
}
recording "$code" || fail "a good recording"
grep -q '<audio controls preload="none" src="../verklaring/so.mp3">' "$site/verklaring/so.html" || fail "no recording on the page"
cmp -s "$sound.mp3" "$site/verklaring/so.mp3" || fail "the recording is not there"
recording 0000000 && fail "a recording of another text is accepted"
says "[recording-stale]"
grep -q '<audio' "$site/verklaring/so.html" && fail "a stale recording stands on the page"
[[ ! -e $site/verklaring/so.mp3 ]] || fail "a stale recording stays"
echo 'this is no sound' >"$sound.mp3"
recording "$code" && fail "no sound is accepted"
says "[recording-sound]"
rm -r "$data/audio" "$site"

# who hands it out: with drafts the name alone, since a logo makes them look official
profile() {
	printf '<profile xmlns="urn:verklaring:profile:1" name="GGD Voorbeeldstad" phone="020 555 5555" %s/>\n' "$*" >"$folder/ggd.xml"
}
cp templates/artwork/family.svg "$folder/logo.svg"
profile 'logo="logo.svg"'
make_site --drafts --profile "$folder/ggd.xml" && fail "a logo on drafts"
says "[logo-drafts]"
[[ ! -e $site ]] || fail "a refused site was made"
make_site --profile "$folder/none.xml" && fail "a profile that is not there"
[[ ! -e $site ]] || fail "a site for nobody was made"
profile
make_site --drafts --profile "$folder/ggd.xml" || fail "a name on drafts"
pdftotext "$pdf" - | grep -q 'GGD Voorbeeldstad' || fail "the name is not on the sheet"
rm -r "$site"

# A released text: nothing on the site or on a sheet is called a draft, and what was handed out before is known.
before=$(code so)
"$program" record --data "$data" --language so,nl >/dev/null || fail "record"
sed -i '0,/<target>/s//<target>Sax: /' "$data/translations/verklaring/so.xlf"
wrong=$(code so)
"$program" record --data "$data" --language so >/dev/null || fail "record again"
"$program" recall "$wrong" --reason 'een fout nummer' --data "$data" >/dev/null 2>&1 || fail "recall"
sed -i '0,/<target>Sax: /s//<target>Sax, /' "$data/translations/verklaring/so.xlf"
release_ready "$data" verklaring
release_sign "$program" "$data" verklaring so >/dev/null || fail "sign"
profile 'logo="logo.svg"'
make_site --base-url https://x.nl/v --profile "$folder/ggd.xml" || fail "a released site: $(cat "$folder/stderr")"
now=$(code so)
for page in "$site"/*.html "$site"/*/*.html "$site"/en/taal/*.html; do
	grep -qi 'class="draft"\|noindex\|concept[;.:]\|draft[:.]' "$page" && fail "$page calls a released text a draft"
done
[[ $(find "$site/verklaring" -name '*.pdf' | wc -l) == 6 ]] || fail "not all that is released is there, or more"
[[ -z $(find "$site" -path '*praatkaart/*.pdf') ]] || fail "the talk card is not released, and went out"
for sheet in "$site"/verklaring/*.pdf; do
	pdftotext "$sheet" "$folder/words"
	grep -q 'Concept;' "$folder/words" && fail "$sheet bears a draft mark"
	grep -q 'vrijgegeven' "$folder/words" || fail "$sheet does not say that it is released"
	grep -q 'GGD Voorbeeldstad' "$folder/words" || fail "$sheet does not say who hands it out"
	pdftoppm -r 150 -gray -f 2 "$sheet" "$folder/sheet"
	zbarimg -q --raw "$folder"/sheet-*.pgm 2>/dev/null >"$folder/codes" # its status is of the page without a code
	grep -q '^https://x.nl/v/verklaring/' "$folder/codes" || fail "$sheet has no code that leads to its page"
	rm "$folder"/sheet-*.pgm
done
grep -A12 'id="t-so"' "$site/index.html" | grep -q 'href="verklaring/verklaring-so+nl-office.pdf">Print met Nederlands' || fail "the released sheet has no button"
grep -A12 'id="t-ar"' "$site/index.html" | grep -q 'nog niet vrijgegeven' || fail "a language that is not released has a button"
grep -q 'vrijgegeven' "$site/taal/so.html" || fail "the page of the language does not say that its text is released"
for row in "$now.*geldig" "$before.*vervangen" "$wrong.*teruggeroepen.*(een fout nummer)"; do
	grep -q "<code>$row" "$site/codes.html" || fail "the list of codes has no row $row"
done
cmp -s <(pdftotext "$site/verklaring/verklaring-so+nl-office.pdf" - | grep -c "$now") <(echo 0) && fail "the code on the list is not the one on the sheet"
make_site --base-url https://x.nl/v --profile "$folder/ggd.xml"
says "0 files written"

# Without the confirmation of its facts it is a draft again: no page calls it released, and no code is current.
sed -i -E 's/ confirmed-(by|on)="[^"]*"//g' "$data/translations/facts.xml"
make_site --drafts || fail "a site of signed drafts"
for page in taal/nl taal/so en/taal/so; do
	grep 'class="imprint"' "$site/$page.html" | grep -E 'vrijgegeven|released for use' >/dev/null && fail "$page calls a draft released"
done
grep 'class="imprint"' "$site/taal/so.html" | grep -F nagekeken >/dev/null || fail "a signed draft is not called reviewed"
grep '>geldig<' "$site/codes.html" >/dev/null && fail "the code of a draft is called current"

# The Dutch is recalled: no sheet that bears its code beside another, either.
[[ -e $pdf ]] || fail "no sheet in two languages to recall"
"$program" recall "$(code nl)" --reason 'een fout nummer' --data "$data" >/dev/null 2>&1 || fail "recall of the Dutch"
make_site --drafts || fail "a site with the Dutch recalled"
[[ -z $(find "$site/verklaring" -name '*.pdf' 2>/dev/null) ]] || fail "a sheet bears the recalled code of the Dutch"
grep -F 'De Nederlandse tekst waarvan dit de vertaling is, is teruggeroepen: <span lang="nl">een fout nummer' "$site/taal/so.html" >/dev/null ||
	fail "the page does not say that the Dutch was recalled"
exit $failed
