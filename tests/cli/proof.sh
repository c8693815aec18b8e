#!/usr/bin/env bash
# proof.sh PROGRAM: the paper for reviewers holds every unit by its name, what changed, room for remarks, and the page with the names on it.
. "$(dirname "$0")/start.sh"
cp -r translations templates fonts "$folder"

proof() {
	"$program" proof "$@" --data "$folder" --output "$folder" >"$folder/said" 2>"$folder/diag"
}

# says FILE WORDS: the paper holds them, whatever its lines.
says() {
	pdftotext -layout "$folder/$1" - | tr -s ' \n' ' ' | grep -F "$2" >/dev/null || fail "$1 does not say: $2"
}

ids=$(grep -oE '<(p|h|li|alt|title) [^>]*id="[^"]*"' "$folder/translations/verklaring/nl.xml" | sed -E 's/.* id="([^"]*)".*/\1/')
for tag in so ar ti ur nl; do
	proof verklaring $tag || { fail "proof $tag"; cat "$folder/diag"; }
	file=verklaring-$tag-proof.pdf
	qpdf --check "$folder/$file" >/dev/null || fail "$file is not whole"
	pdftotext "$folder/$file" "$folder/text"
	for id in $ids; do
		grep -qF "$id" "$folder/text" || fail "$file lacks $id"
	done
	[[ $(grep -o 'Opmerking:' "$folder/text" | wc -l) -ge $(wc -w <<<"$ids") ]] || fail "$file has no room for each unit"
	grep -q 'nog niet getekend' "$folder/text" || fail "$file calls something signed"
	grep -q 'Concept; niet de offici' "$folder/text" || fail "$file is no draft"
done

# The page beside the list, in its right half, with the names of what stands on it
pdftotext -f 1 -l 1 -x 480 -y 40 -W 362 -H 555 "$folder/verklaring-so-proof.pdf" "$folder/page"
for name in K1 B1 1 2 14 K6; do
	grep -qE "(^| )$name( |\$)" "$folder/page" || fail "the page does not point at $name"
done
grep -q 'Bayaan ka dhan ah' "$folder/page" || fail "the page itself is not shown"
pdftotext -f 1 -l 1 -x 480 -y 40 -W 362 -H 555 "$folder/verklaring-so-proof.pdf" - | grep -E '(^| )15( |$)' >/dev/null &&
	fail "the first page points at what stands on the second"

# What changed since somebody signed, in both languages, by its words
"$program" approve verklaring so --as translator --by proef --data "$folder" >/dev/null || fail approve
sed -i 's/U houdt van onze dochter/U houdt heel veel van onze dochter/' "$folder"/translations/verklaring/{nl.xml,so.xlf}
sed -i 's/<target>Gabadhayada waad/<target>Gabadha waad/' "$folder/translations/verklaring/so.xlf"
sed -i 's/value="12"/value="15"/' "$folder/translations/facts.xml"
proof verklaring so || fail "proof of a changed text"
says verklaring-so-proof.pdf 'U houdt [+heel veel+] van onze'
says verklaring-so-proof.pdf '[+Gabadha+]'
says verklaring-so-proof.pdf '[-Gabadhayada-]'
says verklaring-so-proof.pdf 'Eerst: U houdt van onze dochter'
says verklaring-so-proof.pdf 'een getal of gegeven erin is veranderd'
[[ $(pdftotext -layout "$folder/verklaring-so-proof.pdf" - | grep -c '· veranderd sinds') == 1 ]] || fail "more is called changed than was"
says verklaring-so-proof.pdf 'getekend: vertaler'

# The common strings have no page; an edition of one's choice has its own
proof common so || fail "proof of the common strings"
says common-so-proof.pdf draft.mark
proof verklaring so --edition booklet || fail "proof of the booklet"
proof verklaring so --edition none && fail "an edition that is not there"
grep -qF '[edition-unknown]' "$folder/diag" || fail "an edition that is not there is not told"
rm "$folder"/*.pdf
proof verklaring && fail "one word only"
proof praatkaart so && fail "a translation that is not there"
grep -qF '[translation-missing]' "$folder/diag" || fail "a translation that is not there is not told"
compgen -G "$folder/*.pdf" >/dev/null && fail "a refused proof was made"
exit $failed
