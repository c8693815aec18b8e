#!/usr/bin/env bash
# pictures.sh [PROGRAM]: draws README's pictures of paper anew (not those of the catalogue and the proof). Needs poppler-utils and ImageMagick.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/verklaring}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# draw NAME PIXELS PAGE DOCUMENT OPTIONS...: a page of what is rendered, so many pixels on its longer side.
draw() {
	local name=$1 side=$2 page=$3 document=$4
	shift 4
	"$program" render --data . --document "$document" --output "$folder/$name" "$@" >/dev/null
	rm -f "$folder/$name"/*-job.pdf
	pdftoppm -png -singlefile -f "$page" -l "$page" -scale-to "$side" "$folder/$name"/*.pdf "$folder/$name"
	convert "$folder/$name.png" -strip -colors 64 "docs/$name.png"
}

# page NAME PIXELS OPTIONS...: the first page of the declaration.
page() {
	draw "$1" "$2" 1 verklaring "${@:3}"
}

for language in ar ti so ckb; do
	page "verklaring-$language" 994 --language "$language"
done
page verklaring-ar+nl 994 --language ar --with nl
page edition-pocket 844 --edition pocket --language ti
page edition-card 844 --edition card --language ar
page edition-booklet 844 --edition booklet --language so
page edition-round 844 --edition round --language so,ar,ti,am
page edition-press 621 --edition press --marks --language ar
"$program" render --data . --document verklaring --edition picture --language ar,so,ti --output "$folder/picture" >/dev/null
convert "$folder"/picture/*-ar-picture-01.png "$folder"/picture/*-so-picture-02.png "$folder"/picture/*-ti-picture-08.png \
	-resize x480 -bordercolor '#aaaaaa' -border 1 -bordercolor white -border 6 +append -strip -colors 128 docs/edition-picture.png

# Sides of the sheets that leaflets for young people are folded from.
draw leaflet-so 844 2 huwelijksdwang --language so
draw leaflet-ar 844 1 eer --language ar
draw leaflet-ti+nl 844 3 huwelijksdwang --language ti --with nl
