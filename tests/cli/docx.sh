#!/usr/bin/env bash
# docx.sh PROGRAM: Word files go out, through LibreOffice and back, and nothing is lost; what somebody wrote in them is taken in.
set -uo pipefail
program=$1
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8 LANGUAGE=
failed=0
tree=$folder/tree
mkdir "$tree"
cp -r translations templates fonts "$tree"

fail() {
	echo "failed: $*" >&2
	failed=1
}

convert() {
	soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to "$1" --outdir "$2" "${@:3}" >"$folder/soffice" 2>&1 ||
		fail "soffice: $(cat "$folder/soffice")"
}

verklaring() {
	"$program" "$@" --data "$tree" >"$folder/stdout" 2>"$folder/stderr"
}

# edit FILE OLD NEW OUT [NTH]: as somebody would in a word processor
edit() {
	rm -rf "$folder/open" "$4"
	mkdir "$folder/open"
	(cd "$folder/open" && unzip -q "$1" && grep -qF "$2" word/document.xml && sed -i "s|$2|$3|${5-}" word/document.xml && zip -qr "$4" .) ||
		fail "$1 does not hold $2"
}

# The language without a translation yet, right-to-left, Ethiopic, Latin, and the Dutch itself
rm "$tree"/translations/verklaring/fr.xlf
for tag in ar ti so fr nl; do
	reference=(--reference en)
	[[ $tag == nl ]] && reference=()
	verklaring export verklaring "$tag" --docx "${reference[@]}" --output "$folder/out" || fail "export $tag: $(cat "$folder/stderr")"
done
verklaring export common ar --docx --output "$folder/out" || fail "export common: $(cat "$folder/stderr")"
cp -r "$tree/translations" "$folder/before"
convert docx "$folder/once" "$folder"/out/*.docx
convert odt "$folder/odt" "$folder"/out/*.docx
convert docx "$folder/twice" "$folder"/odt/*.odt
for file in "$folder"/{out,once,twice}/*.docx; do
	[[ $file == *-fr.docx ]] && continue
	verklaring import "$file" || fail "import $file: $(cat "$folder/stderr")"
	grep -q 'nothing new' "$folder/stdout" || fail "$file: $(cat "$folder/stdout")"
	[[ -s $folder/stderr ]] && fail "$file: $(cat "$folder/stderr")"
done
[[ $(ls "$folder"/{once,twice}/*.docx | wc -l) == 12 ]] || fail "LibreOffice did not send back every file"
diff -r "$folder/before" "$tree/translations" >&2 || fail "a round trip changed the texts"


# A translation in a file that LibreOffice wrote is taken; not over it another one, made of the same file by somebody else
target() {
	sed -n "/<unit id=\"$2\"/,/<\/unit>/s|.*<target>\(.*\)</target>.*|\1|p" "$tree/translations/verklaring/$1.xlf"
}
for tag in so ti ar; do
	old=$(target $tag law.title)
	edit "$folder/once/verklaring-$tag.docx" ">$old<" ">$old — één<" "$folder/one.docx"
	edit "$folder/twice/verklaring-$tag.docx" ">$old<" ">$old — twee<" "$folder/other.docx"
	verklaring import "$folder/one.docx" || fail "import of an edited $tag: $(cat "$folder/stderr")"
	[[ $(target $tag law.title) == "$old — één" ]] || fail "$tag: the edit did not arrive"
	[[ $(diff "$folder/before/verklaring/$tag.xlf" "$tree/translations/verklaring/$tag.xlf" | grep -c '^>') == 1 ]] || fail "$tag: more changed than was edited"
	verklaring import "$folder/other.docx" && fail "$tag: a second edit was taken over the first"
	grep -q 'other.docx:13: error: unit law.title: .*\[delivery-conflict\]' "$folder/stderr" || fail "$tag: $(cat "$folder/stderr")"
done

# A number that was typed over, in a program that heeds no locks
edit "$folder/twice/verklaring-so.docx" 'penalty.years: 12]' 'penalty.years: 15]' "$folder/typed.docx" 3
verklaring import "$folder/typed.docx" && fail "a number that was typed over was taken"
grep -q 'typed.docx:15: error: unit law.penalty: .*\[docx-typed-over\]' "$folder/stderr" || fail "typed over: $(cat "$folder/stderr")"

# A new language: one text, and the rest stays to be done
edit "$folder/once/verklaring-fr.docx" '</w:tbl>' "$(cat <<'ROW' | tr -d '\n\t'
<w:tr><w:tc><w:p><w:r><w:t>99 title</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Verklaring tegen meisjesbesnijdenis</w:t></w:r></w:p></w:tc>
<w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>Titre</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
ROW
)" "$folder/new.docx"
verklaring import "$folder/new.docx" && fail "the same unit was taken twice"
grep -q 'new.docx:99: error: unit title: .*\[unit-doubled\]' "$folder/stderr" || fail "twice: $(cat "$folder/stderr")"

# The Dutch itself
edit "$folder/once/verklaring-nl.docx" '>Wij hebben geen keus<' '>Wij mogen niet kiezen<' "$folder/dutch.docx" 2
edit "$folder/once/verklaring-nl.docx" '>Wij hebben geen keus<' '>Wij kunnen niet kiezen<' "$folder/other.docx" 2
verklaring import "$folder/dutch.docx" "$folder/other.docx" && fail "a second Dutch was taken over the first, in one run"
grep -q 'other.docx:.*\[dutch-conflict\]' "$folder/stderr" || fail "two files of the Dutch: $(cat "$folder/stderr")"
grep -q 'dutch.docx: taken for' "$folder/stdout" || fail "import of Dutch: $(cat "$folder/stderr")"
diff "$folder/before/verklaring/nl.xml" "$tree/translations/verklaring/nl.xml" >"$folder/changes"
[[ $(grep -c '^[<>]' "$folder/changes") == 2 ]] || fail "more of the Dutch changed than was edited: $(cat "$folder/changes")"
grep -q '^>.*>Wij mogen niet kiezen</h>' "$folder/changes" || fail "the Dutch: $(cat "$folder/changes")"

# One form at a time
refuses() {
	verklaring export "${@:2}" --output "$folder/none" && fail "export ${*:2}"
	grep -qF "[$1]" "$folder/stderr" || fail "export ${*:2}: $(cat "$folder/stderr")"
}
refuses export-form verklaring so --docx --html
refuses export-form verklaring so --reference en
refuses export-dutch verklaring nl --html

# Without the library for zip files
: >"$folder/$(basename "$(readlink -f /usr/lib/*/libzip.so)" | sed 's/\(libzip\.so\.[0-9]*\).*/\1/')"
LD_LIBRARY_PATH=$folder "$program" export verklaring so --docx --output "$folder/none" --data "$tree" 2>"$folder/stderr" && fail "a Word file without libzip"
grep -qF '[zip-missing]' "$folder/stderr" || fail "without libzip: $(cat "$folder/stderr")"
[[ -e $folder/none/verklaring-so.docx ]] && fail "a file was left behind"
exit $failed
