#!/usr/bin/env bash
# signoff.sh PROGRAM: who may sign, what takes a signature away, and what a release asks for, on a copy of the texts.
. "$(dirname "$0")/start.sh"
. tests/release.sh
cp -r translations templates fonts "$folder"
signed=$folder/translations/verklaring/signoff.xml

# run WORDS...: the program on the copy; what it says is kept.
run() {
	"$program" "$@" --data "$folder" >"$folder/said" 2>"$folder/diag"
}

# refuses WORD ARGUMENTS...: the program must say WORD, and leave the sign-offs as they were.
refuses() {
	local word=$1 before after
	shift
	before=$(cat "$signed" 2>/dev/null | cksum)
	run "$@" && fail "not refused: $*"
	grep -qF "[$word]" "$folder/diag" || fail "does not say $word: $*"
	after=$(cat "$signed" 2>/dev/null | cksum)
	[[ $before == "$after" ]] || fail "something was written: $*"
}

# field LANGUAGE FIELD: what list says of the declaration in a language.
field() {
	"$program" list --json --data "$folder" 2>/dev/null | node -e '
		const list = JSON.parse(require("fs").readFileSync(0));
		const text = list.documents.find(d => d.id === "verklaring").translations.find(t => t.language === process.argv[1]);
		console.log(text[process.argv[2]]);' "$1" "$2"
}

# edit FILE FROM TO: the text must be there.
edit() {
	grep -qF "$2" "$folder/translations/$1" || fail "$1 holds no $2"
	sed -i "s|$2|$3|" "$folder/translations/$1"
}

# Words on the command line
refuses subject-missing approve verklaring --as translator --by proef
refuses document-unknown approve x so --as translator --by proef
refuses language-unknown approve verklaring xx --as translator --by proef
refuses signer-role approve verklaring so --as boss --by proef
refuses signer-name approve verklaring so --as translator
refuses signer-name approve verklaring so --as translator --by $'a\nb'
refuses signer-date approve verklaring so --as translator --by proef --date 2026-02-30
refuses signer-date approve verklaring so --as translator --by proef --date 2027-01-01
refuses unit-absent approve verklaring so --as translator --by proef --unit no.such.unit

# Order, and six eyes
refuses signoff-missing approve verklaring so --as reviewer --by 'proef two'
run approve verklaring so --as translator --by 'proef one' --date 2026-12-01 || fail "a translator"
[[ $(field so translated) == 47 ]] || fail "one signature makes a reviewed text"
refuses signoff-same approve verklaring so --as reviewer --by 'Proef  One'
refuses signoff-missing approve verklaring so --as approver --by 'proef three'
run approve verklaring so --as reviewer --by 'proef two' --unit law.penalty,carry.lead || fail "a reviewer of two units"
[[ $(field so reviewed) == 2 ]] || fail "two units were reviewed, not $(field so reviewed)"
refuses signoff-missing approve verklaring so --as approver --by 'proef three'
run approve verklaring so --as reviewer --by 'proef two' || fail "the reviewer of the others"
grep -q '45 signed as reviewer.*2 stood already' "$folder/said" || fail "what is signed is signed again"
refuses signoff-same approve verklaring so --as approver --by 'PROEF TWO'
run approve verklaring so --as approver --by 'proef three' || fail "an approver"
[[ $(field so final) == 47 ]] || fail "three signatures make no final text"
xmllint --noout --schema templates/schemas/signoff.xsd "$signed" 2>/dev/null || fail "signoff.xml is not valid"
cp "$signed" "$folder/before"
run approve verklaring so --as translator --by 'proef one' || fail "the same again"
lines=$(($(wc -l <"$folder/before") - 1))
head -n $lines "$signed" | cmp -s - <(head -n $lines "$folder/before") || fail "the file does not only grow"

# One person, however the name was typed
one=(approve verklaring ti --as)
run "${one[@]}" translator --by $'Zoë Vißer' || fail "a translator with a letter beyond ASCII"
for name in $'Zoe\xCC\x88 Vißer' 'ZOË VISSER' 'zoëvisser' $'Ｚoë Visser'; do
	refuses signoff-same "${one[@]}" reviewer --by "$name"
done
for sign in $'\xC2\xA0' $'\xC2\xAD' $'\xE2\x80\x8B' $'\xE2\x80\x8D' $'\xE2\x81\xA0' $'\xE3\x80\x80'; do
	refuses signer-hidden "${one[@]}" reviewer --by "proef${sign}two"
done
run "${one[@]}" translator --by 'ZOË VISSER' && grep -q ': 0 signed.* by Zoë Vißer' "$folder/said" || fail "signs twice: $(cat "$folder/said")"

# A text that is not released has its draft mark, and no imprint that says otherwise
run inspect --stage=lines --document verklaring --language so
grep -q '· nagekeken ·' "$folder/said" || fail "unconfirmed facts, and the imprint says released"

# What a reviewed text says of itself has room
for edition in office large; do
	run render --document verklaring --language so --with nl --edition $edition --output "$folder" || fail "a reviewed text, $edition"
done

# A release wants all at once
rm -f "$folder"/*.pdf
run render --release --document verklaring --language so --output "$folder" && fail "released without the Dutch"
grep -qF '[release-head]' "$folder/diag" || fail "a release does not ask for a publisher"
grep -qF '[release-fact]' "$folder/diag" || fail "a release does not ask for confirmed facts"
grep -qF '[signoff-missing]' "$folder/diag" || fail "a release does not ask for signatures"
[[ ! -e $folder/verklaring-so-office.pdf ]] || fail "a file was made that is not released"
release_ready "$folder" verklaring
release_sign "$program" "$folder" verklaring ar >"$folder/said" || fail "signing"
run render --release --document verklaring --language so,ar --output "$folder" && fail "released without the common strings"
grep -q 'common/so.xlf' "$folder/diag" || fail "the common strings in Somali are not asked for"
[[ -e $folder/verklaring-ar-office.pdf ]] || fail "what is released is not made"
release_sign "$program" "$folder" verklaring ti >"$folder/said" || fail "signing"
for role in translator reviewer approver; do
	run approve common so --as $role --by "proef $role"
done
for edition in office screen press pocket card round; do
	run render --release --document verklaring --language so,ar,ti --edition $edition --output "$folder" || fail "release, $edition"
	grep -q draft "$folder/said" && fail "a draft in a release, $edition"
done
for file in "$folder"/verklaring-*.pdf; do
	pdftotext "$file" - | grep 'Concept;' >/dev/null && fail "a draft mark in $file"
done
run render --release --document verklaring --language ar --with nl --stamp --output "$folder" || fail "a stamp"
pdftotext "$folder/verklaring-ar+nl-office.pdf" - | grep '^Stempel' >/dev/null || fail "no box for a stamp"
run kit --copies so=2,ar=1 --output "$folder" || fail "a kit of released texts"
pdftotext "$folder/verklaring-kit-office.pdf" - | grep 'Concept;' >/dev/null && fail "a kit of released texts is called a draft"
run kit --copies so=2,en=1 --output "$folder/none" && fail "a kit with a draft"
grep -qF '[kit-draft]' "$folder/diag" || fail "a kit with a draft is not refused"
[[ ! -e $folder/none ]] || fail "a refused kit was made"
# A released paper bears a logo, as the printer or the print shop needs it
pdftocairo -png -singlefile -r 30 "$folder/verklaring-so-office.pdf" "$folder/logo"
pdftocairo -jpeg -singlefile -r 30 "$folder/verklaring-so-office.pdf" "$folder/logo"
for case in png:office:rgb jpg:press:cmyk; do
	IFS=: read -r kind edition color <<<"$case"
	echo "<profile xmlns=\"urn:verklaring:profile:1\" name=\"GGD Voorbeeldstad\" logo=\"logo.$kind\"/>" >"$folder/profile.xml"
	run render --release --document verklaring --language so --edition $edition --profile "$folder/profile.xml" --output "$folder" ||
		fail "a logo, $edition"
	pdfimages -list "$folder/verklaring-so-$edition.pdf" | grep " $color " >/dev/null || fail "no logo in $color, $edition"
done
run text --release --document verklaring --language so || fail "the words of a release"

# What was recalled is released no more, alone or beside another, and whoever makes a draft of it hears why
run recall "$(field nl code)" --reason 'een fout nummer' || fail "recall"
for with in 'nl' 'so' 'so --with nl'; do
	refuses release-recalled render --release --document verklaring --language $with --output "$folder/none"
done
refuses kit-draft kit --copies nl=2 --output "$folder/none"
[[ -z $(find "$folder/none" -name "*.pdf" 2>/dev/null) ]] || fail "a recalled text was made"
rm -rf "$folder/none"
run render --document verklaring --language so --with nl --output "$folder" || fail "a draft beside a recalled text"
grep -F '[text-recalled]' "$folder/diag" | grep -F 'een fout nummer' >/dev/null || fail "a draft says nothing of the recall"
pdftotext "$folder/verklaring-so+nl-office.pdf" - | grep 'Concept;' >/dev/null || fail "a recalled text bears no draft mark"
rm "$folder/translations/verklaring/history.xml"

# What is overdue, no longer or not yet true, or says to look for a newer paper
facts=$folder/translations/facts.xml
cp "$facts" "$folder/facts"
# breaks WORD ATTRIBUTE: one fact with it, and the release says WORD, once.
breaks() {
	sed -E "s/ (review-by|valid-from)=\"[^\"]*\"//g; s/key=\"law.later\"/& $2/" "$folder/facts" >"$facts"
	refuses "$1" render --release --document verklaring --language so --output "$folder/none"
	[[ $(grep -c '\[' "$folder/diag") == 1 ]] || fail "$1 is told $(grep -c '\[' "$folder/diag") times"
}
breaks release-review 'review-by="2026-11"'
breaks release-until 'valid-until="2026-12-22"'
[[ $("$program" facts --json --data "$folder" | node -e '
	console.log(JSON.parse(require("fs").readFileSync(0)).find(f => f.key === "law.later").release)') == false ]] || fail "facts calls what is overdue fit for a release"
breaks release-from 'valid-from="2027-01-01"'
# confirmed BY ON: the confirmation of that fact is this.
confirmed() {
	sed -E "/key=\"law.later\"/{s/ as-of=\"[^\"]*\"/ as-of=\"2026-11-20\"/; s/confirmed-by=\"[^\"]*\" confirmed-on=\"[^\"]*\"/confirmed-by=\"$1\" confirmed-on=\"$2\"/}" "$folder/facts" >"$facts"
}
release=(render --release --document verklaring --language so --output "$folder/none")
confirmed '' 2026-12-01
refuses xml-schema "${release[@]}"
confirmed proef ''
refuses xml-schema "${release[@]}"
confirmed proef 2026-12-24
refuses release-ahead "${release[@]}"
confirmed proef 2026-11-19
refuses release-outgrown "${release[@]}"
sed -E 's/review-by="[^"]*"/review-by="2026-12"/' "$folder/facts" >"$facts"
run render --release --document verklaring --language so --output "$folder" || fail "overdue before the month is over"
cp "$folder/facts" "$facts"
SOURCE_DATE_EPOCH=1830000000 run render --release --document verklaring --language so --output "$folder/none" && fail "released in 2027-12"
grep -qF '[release-check]' "$folder/diag" || fail "a month that is over is not told"

for name in publisher licence; do
	cp "$folder/translations/verklaring/nl.xml" "$folder/head"
	sed -i -E "s/ $name=\"[^\"]*\"/ $name=\" \"/" "$folder/translations/verklaring/nl.xml"
	refuses xml-schema render --release --document verklaring --language so --output "$folder/none"
	cp "$folder/head" "$folder/translations/verklaring/nl.xml"
done

# A telephone number asks for a new approval and for nothing else
edit facts.xml 'abroad="+31 247 247 247"' 'abroad="+31 247 247 248"'
[[ $(field so final) == 46 && $(field so reviewed) == 1 && $(field so stale) == 0 ]] ||
	fail "a changed telephone number: final $(field so final), reviewed $(field so reviewed)"
refuses signoff-missing render --release --document verklaring --language so --output "$folder/none"
run approve verklaring so --as approver --by 'proef three' && [[ $(field so final) == 47 ]] || fail "approved again"
# A number takes every signature away, also when the translation was brought up to date
edit facts.xml 'value="12"' 'value="13"'
sed -i 's/disp="12" equiv="12"/disp="13" equiv="13"/' "$folder/translations/verklaring/so.xlf"
[[ $(field so final) == 46 && $(field so translated) == 1 ]] || fail "a changed number keeps signatures"
# So does a word of the translation, and the old one brings them back
edit verklaring/ar.xlf '<target>' '<target>ا '
[[ $(field ar final) -lt 46 ]] || fail "a changed word keeps signatures"
# A text that is stale cannot be signed
edit verklaring/nl.xml 'U houdt van onze dochter' 'Jullie houden van onze dochter'
refuses signoff-unfinished approve verklaring so --as translator --by 'proef one'

# What was written by hand does not pass: one person in two roles, another document, a broken file
edit verklaring/signoff.xml 'by="proef two"' 'by="proef one"'
refuses signoff-eyes render --release --document verklaring --language so --output "$folder/none"
edit verklaring/signoff.xml 'document="verklaring"' 'document="praatkaart"'
refuses signoff-document approve verklaring so --as translator --by 'proef one'
edit verklaring/signoff.xml 'role="translator"' 'role="boss"'
refuses attribute-choice approve verklaring so --as translator --by 'proef one'
exit $failed
