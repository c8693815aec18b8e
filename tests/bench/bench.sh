#!/usr/bin/env bash
# bench.sh PROGRAM COLD BENCH DATA: a process of its own for every leaflet, then a warm batch beside the floor.
set -euo pipefail
program=$1 cold=$2 bench=$3 data=$4 document=verklaring
# In memory where that is possible: a disk's fsync is no property of the program.
folder=$(TMPDIR=$([[ -w /dev/shm ]] && echo /dev/shm || echo "${TMPDIR:-/tmp}") mktemp -d)
trap 'rm -rf "$folder"' EXIT

echo "One process per leaflet (medians of 21): time by the clock, time on a processor, peak memory"
for file in "$data/translations/$document"/nl.xml "$data/translations/$document"/*.xlf; do
	tag=$(basename "${file%.*}")
	printf '%-6s ' "$tag"
	"$cold" 21 "$program" render --data "$data" --document "$document" --language "$tag" --output "$folder" --jobs 1 ||
		echo "could not be made"
done
printf '%-6s ' "--help"
"$cold" 21 "$program" --help

echo
echo "One warm process, one thread, per leaflet (time on a processor)"
"$bench" "$data" 20 "$document"
