#!/usr/bin/env bash
# fuzz.sh SOURCE BUILD [SECONDS [TARGET...]]: builds with clang and libFuzzer, then runs every target for so long (60 s); the files of the
# repository are the seeds, and the names in the schemas the dictionary. What is found stays in BUILD/fuzz/TARGET.
set -euo pipefail
source=$1 build=$2/fuzz seconds=${3:-60}
targets=("${@:4}")
((${#targets[@]})) || targets=(master xliff template svg)
declare -A seeds=(
	[master]='*/translations/*/nl.xml' [xliff]='*/translations/*/*.xlf'
	[template]='*/templates/*.xml' [svg]='*/templates/artwork/*.svg'
)

cmake -S "$source" -B "$build" -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=RelWithDebInfo -DFUZZ=ON >/dev/null
cmake --build "$build" --parallel 2 --target $(printf 'fuzz_%s ' "${targets[@]}") >/dev/null
{
	grep -ohE '(name|value)="[A-Za-z0-9:._-]+"' "$source"/templates/schemas/*.xsd | sed -E 's/^[a-z]+=//'
	printf '"%s"\n' ' href=\"' ' d=\"' '<path' '<g' '<circle' '<rect' '<svg' 'viewBox=\"' 'transform=\"' 'rotate(' 'scale('
} | sort -u >"$build/words"
for target in "${targets[@]}"; do
	folder=$build/$target
	rm -rf "$folder/tree"
	mkdir -p "$folder/corpus" "$folder/seeds" "$folder/found"
	cp -rL "$source/tests/golden/page" "$folder/tree"
	find "$source/tests/golden" "$source/translations" "$source/templates" -path "${seeds[$target]}" -type f |
		while read -r file; do cp "$file" "$folder/seeds/$(sha1sum <"$file" | cut -c1-16)"; done
	echo "$target: $seconds seconds"
	FUZZ_TREE=$folder/tree "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=16384 -timeout=20 -rss_limit_mb=3000 \
		-dict="$build/words" -artifact_prefix="$folder/found/" -print_final_stats=1 \
		"$folder/corpus" "$folder/seeds" >"$folder/log" 2>&1 || { tail -60 "$folder/log" >&2; exit 1; }
	grep -E 'stat::number_of_executed_units|DONE' "$folder/log"
done
