#!/usr/bin/env bash
# Who may include whom (src/README.md, "Layers"): direct includes are read from the files and held to this table.
set -euo pipefail
cd "$(dirname "$0")/../.."

declare -A own=(
	[base]='base/'
	[source]='base/|source/'
	[text]='base/|text/|source/(document|style|language|fontlist)\.h'
	[layout]='base/|layout/|text/|source/(document|style|edition|artwork)\.h'
	[pdf]='base/|pdf/|text/font\.h|layout/(page|element|impose)\.h|source/(edition|artwork)\.h'
	[raster]='base/|raster/'
	[review]='base/|source/|text/(alphabet|collate|letters)\.h|review/'
	[site]='base/|source/|text/(collate|names|spoken|webfont|font)\.h|site/'
	[cli]='base/|source/|text/|layout/|pdf/|raster/|review/|site/|cli/'
)
declare -A foreign=(
	[base]=''
	[source]='libxml/|sha2\.h|qrencode\.h|png\.h|turbojpeg\.h'
	[text]='unicode/|hb|hyphen\.h'
	[layout]=''
	[pdf]='hpdf|libdeflate\.h|lcms2\.h'
	[raster]=''
	[review]='zip\.h|dlfcn\.h'
	[site]='brotli/'
	[cli]=''
)
# The C library and POSIX.
libc='(assert|ctype|dirent|errno|fcntl|libintl|limits|locale|math|pthread|signal|spawn|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|string|sys/(file|mman|stat|types|wait)|time|unistd)\.h'

failed=0
complain() {
	echo "$1: a file of $2 may not include $3" >&2
	failed=1
}

for layer in $(printf '%s\n' src/*/*.[ch] | cut -d/ -f2 | uniq); do
	[[ -v own[$layer] ]] || { echo "src/$layer: the layer is not in the table" >&2; failed=1; }
done
while IFS=: read -r file include; do
	layer=${file#src/}
	layer=${layer%%/*}
	[[ -v own[$layer] ]] || continue
	name=${include:1:-1}
	if [[ $include == '"'* ]]; then
		[[ $name =~ ^(${own[$layer]}) ]] || complain "$file" "$layer" "$include"
	elif ! [[ $name =~ ^$libc$ ]]; then
		[[ -n ${foreign[$layer]} && $name =~ ^(${foreign[$layer]}) ]] || complain "$file" "$layer" "$include"
	fi
done < <(grep -HoE '^#include ("[^"]+"|<[^>]+>)' src/*/*.[ch] | sed 's/#include //')
exit $failed
