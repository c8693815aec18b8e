#!/usr/bin/env bash
# bench.sh PROGRAM COLD BENCH DATA: a process of its own for every leaflet, then a warm batch beside the floor.
set -euo pipefail
program=$1 cold=$2 bench=$3 data=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo "One process per leaflet (median of 21)"
for file in "$data"/translations/verklaring/*.x*; do
	tag=$(basename "${file%.*}")
	[[ $tag == signoff ]] && continue
	printf '%-6s ' "$tag"
	"$cold" 21 "$program" render --data "$data" --document verklaring --language "$tag" --output "$folder" --jobs 1
done
echo "One warm process, one thread, per leaflet"
"$bench" "$data" 20 verklaring
