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

for file in src/*/*.[ch]; do
	layer=$(basename "$(dirname "$file")")
	[[ -v own[$layer] ]] || { echo "$file: the layer $layer is not in the table" >&2; failed=1; continue; }
	while read -r include; do
		[[ $include =~ ^(${own[$layer]}) ]] || complain "$file" "$layer" "\"$include\""
	done < <(sed -nE 's/^#include "([^"]+)".*/\1/p' "$file")
	while read -r include; do
		[[ $include =~ ^$libc$ ]] && continue
		[[ -n ${foreign[$layer]} && $include =~ ^(${foreign[$layer]}) ]] || complain "$file" "$layer" "<$include>"
	done < <(sed -nE 's/^#include <([^>]+)>.*/\1/p' "$file")
done
exit $failed
