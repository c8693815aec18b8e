#!/usr/bin/env bash
# A paper is the same bytes whether it is made alone or among others by a worker that has made other languages before: what is kept between
# documents (fonts, voices, dictionaries) must never be taken for that of another. The order of a run is turned, for a worker's memory is reused.
. "$(dirname "$0")/start.sh"

editions=(screen press booklet)
tags=nl,ar,ur,ru,hi,fa

# make FOLDER OPTIONS...: renders quietly.
make() {
	local output=$1
	shift
	"$program" render --output "$output" "$@" >"$folder/out" 2>"$folder/err" || fail "render $*: $(cat "$folder/err")"
}

for edition in "${editions[@]}"; do
	for jobs in 1 2 3; do
		make "$folder/together-$jobs" --language "$tags" --edition "$edition" --jobs $jobs
	done
done
for path in "$folder"/together-1/*.pdf; do
	name=$(basename "$path" .pdf)
	IFS=- read -r document tag edition <<<"${name%-job}"
	[[ $name == *-job ]] || make "$folder/alone" --document "$document" --language "$tag" --edition "$edition"
done
for jobs in 1 2 3; do
	diff -rq "$folder/alone" "$folder/together-$jobs" || fail "some papers differ when made together by $jobs workers"
done
[[ $(find "$folder/alone" -name '*.pdf' | wc -l) -gt 40 ]] || fail "hardly anything was made"
exit $failed
