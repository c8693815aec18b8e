#!/usr/bin/env bash
# package.sh BUILD VERSION: the Debian package that cpack makes, what it asks for, what is in it, and whether it works from another place.
set -uo pipefail
build=$1 version=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C LANGUAGE=
failed=0

fail() {
	echo "failed: $*" >&2
	failed=1
}

cpack --config "$build/CPackConfig.cmake" -G DEB -B "$folder/made" >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
mapfile -t packages < <(find "$folder/made" -maxdepth 1 -name '*.deb')
((${#packages[@]} == 1)) || fail "${#packages[@]} packages"
package=${packages[0]}
[[ ${package##*/} == verklaring_${version}_$(dpkg --print-architecture).deb ]] || fail "the name ${package##*/}"

# What it says of itself
[[ $(dpkg-deb -f "$package" Package) == verklaring && $(dpkg-deb -f "$package" Version) == "$version" ]] || fail "package and version"
depends=$(dpkg-deb -f "$package" Depends)
for name in libc6 libharfbuzz0b libhpdf fonts-noto-core poppler-utils icc-profiles-free; do
	[[ $depends == *"$name"* ]] || fail "it does not depend on $name: $depends"
done
[[ $depends != *-dev* ]] || fail "it depends on a package for builders: $depends"
[[ $(dpkg-deb -f "$package" Recommends) == *hyphen-nl* ]] || fail "it does not recommend hyphen-nl"
[[ -n $(dpkg-deb -f "$package" Description) ]] || fail "no description"

# What is in it: the program, its data, the Dutch messages, the papers that explain it; nothing elsewhere, nothing that others may write
dpkg-deb -c "$package" | awk '{print $1, $2, $6}' >"$folder/list"
for path in bin/verklaring share/verklaring/translations/languages.xml share/verklaring/translations/verklaring/so.xlf \
	share/verklaring/templates/sheet.xml share/verklaring/fonts/fonts.xml share/locale/nl/LC_MESSAGES/verklaring.mo \
	share/doc/verklaring/README.md share/doc/verklaring/copyright share/doc/verklaring/pharos.md share/doc/verklaring/proof.png; do
	grep -q " ./usr/$path\$" "$folder/list" || fail "$path is not in it"
done
awk '$3 !~ /^\.\/(usr\/.*)?$/' "$folder/list" | grep . >/dev/null && fail "something stands outside of /usr"
grep -qE '^.....w|^........w' "$folder/list" && fail "something may be written by others than root"
awk '$2 != "root/root"' "$folder/list" | grep . >/dev/null && fail "something is not root's"
grep -qE '\.(o|a|h|c)$|/tests/' "$folder/list" && fail "parts of the build are in it"

# Unpacked, it works
dpkg-deb -x "$package" "$folder/root"
cd /
"$folder/root/usr/bin/verklaring" render --document verklaring --language ti --output "$folder/out" >/dev/null || fail "it makes no leaflet"
[[ -s $folder/out/verklaring-ti-office.pdf ]] || fail "no leaflet"
LC_ALL=C.UTF-8 LANGUAGE=nl "$folder/root/usr/bin/verklaring" status >"$folder/status" 2>"$folder/diag" || fail "status"
grep -q 'vertaald' "$folder/status" || fail "it speaks no Dutch"
exit $failed
