#!/usr/bin/env bash
# dossier.sh PROGRAM: every sentence of the declaration stands in the dossier with its ground, source and state.
. "$(dirname "$0")/start.sh"

"$program" dossier nothing 2>"$folder/stderr" && fail "a dossier of nothing"
grep -qF '[document-unknown]' "$folder/stderr" || fail "does not say document-unknown"
"$program" dossier verklaring --output "$folder" >/dev/null || fail "dossier verklaring"

page=$folder/verklaring-dossier.html
xmllint --html --noout "$page" 2>"$folder/stderr" || fail "the page is no HTML"
for id in $(grep -oE '<(title|h|p|li|alt) [^>]*id="[^"]+"' translations/verklaring/nl.xml | grep -oE ' id="[^"]+"' | cut -d'"' -f2); do
	grep -qF "<tr id=\"$id\">" "$page" || fail "the unit $id is not in the dossier"
done
for key in $(grep -oE ' basis="[^"]+"' translations/verklaring/nl.xml | cut -d'"' -f2 | tr ' ' '\n' | sort -u); do
	[[ $key == editorial ]] || grep -qF "$key; " "$page" || fail "the ground $key is not in the dossier"
done
for word in 'Bron: ' 'nog te bevestigen door' 'Somalisch vertaald' 'Redactie: ' 'Concept; niet de offici'; do
	grep -qF "$word" "$page" || fail "the dossier does not say \"$word\""
done
qpdf --check "$folder/verklaring-dossier.pdf" >/dev/null || fail "the PDF is damaged"
pdftotext "$folder/verklaring-dossier.pdf" - | grep 'law.penalty' >/dev/null || fail "the PDF lacks law.penalty"

# What a translator or a fact writes is inert
cp -r translations templates fonts "$folder"
sed -i 's|>Lieve familie|>\&lt;script\&gt;x\&lt;/script\&gt; \&amp; "q"|' "$folder/translations/verklaring/nl.xml"
"$program" dossier verklaring --data "$folder" --output "$folder/second" >/dev/null 2>&1 || fail "dossier of an edited text"
grep -qF '&lt;script&gt;x&lt;/script&gt; &amp; &quot;q&quot;' "$folder/second/verklaring-dossier.html" || fail "a tag is not escaped"
exit $failed
