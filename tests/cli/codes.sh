#!/usr/bin/env bash
# codes.sh PROGRAM: what changes a version code, what makes a translation stale, and what a code on a paper is said to be.
. "$(dirname "$0")/start.sh"
cp -r translations templates fonts "$folder"

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

# which CODE WANTED: what the program says must hold this.
which_says() {
	"$program" which "$1" --data "$folder" 2>&1 | grep -qF "$2" || fail "which $1 does not say: $2"
}

so=$(field so code) ar=$(field ar code)
[[ $so =~ ^[0-9A-HJKMNP-TV-Z]{7}$ ]] || fail "the code $so is not of the form"
[[ $so == "$(field so code)" ]] || fail "the code changes by itself"
which_says "${so,,}" "draft: this text is not released"
"$program" which 2>"$folder/stderr"
grep -qF '[code-missing]' "$folder/stderr" || fail "which without a code"
"$program" which 0000000 --data "$folder" 2>"$folder/stderr"
grep -qF '[code-unknown]' "$folder/stderr" || fail "an unknown code"
"$program" recall "$so" --data "$folder" 2>"$folder/stderr"
grep -qF '[reason-missing]' "$folder/stderr" || fail "a recall without a reason"
for reason in $'a\x01b' $'a\xffb' $'a\xe2\x80\x8eb' $'a\nb'; do
	"$program" recall "$so" --reason "$reason" --data "$folder" 2>"$folder/stderr"
	grep -qF '[reason-invalid]' "$folder/stderr" || fail "a reason that cannot be read back"
done
[[ ! -e $folder/translations/verklaring/history.xml ]] || fail "a refused recall was written"

"$program" record --data "$folder" --language so,ar >/dev/null || fail "record"
"$program" record --data "$folder" --language so >"$folder/stdout" || fail "record again"
[[ ! -s $folder/stdout ]] || fail "a code was recorded twice"

# A telephone number: another code, nothing stale
edit facts.xml 'abroad="+31 247 247 247"' 'abroad="+31 247 247 248"'
[[ $(field so code) != "$so" ]] || fail "a changed telephone number leaves the code"
[[ $(field so stale) == 0 ]] || fail "a changed telephone number makes units stale"
which_says "$so" replaced

# A number: another code, and the units that print it are stale
before=$(field so code)
edit facts.xml 'value="12"' 'value="13"'
[[ $(field so code) != "$before" ]] || fail "a changed number leaves the code"
[[ $(field so stale) == 1 ]] || fail "a changed number makes $(field so stale) units stale, not 1"

# A word of the target
before=$(field ar code)
edit verklaring/ar.xlf '<target>' '<target>ا '
[[ $(field ar code) != "$before" ]] || fail "a changed word leaves the code"

"$program" recall "$ar" --reason "a wrong word" --data "$folder" >/dev/null || fail "recall"
which_says "$ar" "RECALLED"
which_says "$ar" "a wrong word"
xmllint --noout --schema templates/schemas/history.xsd "$folder/translations/verklaring/history.xml" 2>/dev/null ||
	fail "the history is not valid"
exit $failed
