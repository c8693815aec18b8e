#!/usr/bin/env bash
# catalogue.sh PROGRAM: what goes on the site and what does not, that a second run writes nothing, and that only our own files are removed.
. "$(dirname "$0")/start.sh"
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

# Nothing is released: no text, no file of one, and the page says whom to ask.
make_site || fail "a site without texts"
[[ -z $(find "$site" -name '*.pdf') ]] || fail "a draft went out unasked"
grep -q 'vgv@ggdghor.nl' "$site/index.html" || fail "an empty site tells nobody where to go"
grep -q 'class="draft"' "$site/index.html" && fail "a site of released texts calls itself a draft"

make_site --drafts || fail "a site of drafts"
pdf=$site/verklaring/verklaring-so+nl-office.pdf
[[ -s $pdf && -s $site/verklaring/so.html && -s $site/verklaring/so.png ]] || fail "the sheet, its page and its picture"
for page in "$site"/*.html "$site"/*/*.html "$site"/en/taal/*.html; do
	# Before anything else on the page.
	grep -A1 '^<body>' "$page" | grep -q 'class="draft"' || fail "$page does not begin with the draft's notice"
	(($(wc -c <"$page") < 150000)) || fail "$page is larger than 150 KB"
	grep -qE '(src|href)="(https?:)?//' "$page" && ! grep -q 'href="https://' "$page" && fail "$page asks another host"
done
grep -q "href=\"verklaring/verklaring-so+nl-office.pdf\"" "$site/index.html" || fail "the front page leads to the sheet"
"$program" render --data "$data" --language so --with nl --document verklaring --output "$folder" >"$folder/stdout" 2>&1
cmp -s "$pdf" "$folder/verklaring-so+nl-office.pdf" || fail "the site's sheet is not the sheet that render makes"

# The second time nothing is written; what is gone from the texts goes from the folder, what is not ours stays.
make_site --drafts
says "0 files written"
echo mine >"$site/mine.txt"
touch -d 2001-01-01 "$site"/s/*
code=$("$program" list --json --data "$data" | node -e '
	const list = JSON.parse(require("fs").readFileSync(0));
	console.log(list.documents.find(d => d.id === "verklaring").translations.find(t => t.language === "so").code);')
"$program" recall "$code" --reason 'een <b>fout</b> nummer' --data "$data" >/dev/null 2>&1 || fail "recall"
make_site --drafts || fail "a site with a recall"
[[ ! -e $pdf && -e $site/mine.txt ]] || fail "a recalled sheet stays, or a strange file went"
grep -q 'teruggeroepen' "$site/taal/so.html" || fail "the language's page does not say that the text was recalled"
grep -q "$code.*teruggeroepen.*een &lt;b&gt;fout&lt;/b&gt; nummer" "$site/codes.html" || fail "the code is not among the recalled"
[[ $(stat -c %Y "$site/s/zoek.js") == "$(date -d 2001-01-01 +%s)" ]] || fail "an unchanged file was written again"
rm "$data/translations/verklaring/history.xml"

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
exit $failed
