#!/usr/bin/env bash
# withstand.sh PROGRAM: what the environment may do to a run, and what must be left afterwards.
. "$(dirname "$0")/start.sh"
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT

# status WANTED COMMAND...: the command must end with this status.
status() {
	local wanted=$1 got=0
	shift
	"$@" >"$folder/stdout" 2>"$folder/stderr" || got=$?
	check "status $wanted of: $*, got $got" test "$got" -eq "$wanted"
}

said() {
	check "says $1" grep -qF "[$1]" "$folder/stderr"
}

files_in() {
	find "$1" -mindepth 1 | wc -l
}

# The command line
status 2 "$program"
status 2 "$program" unknown
status 2 "$program" render --unknown
status 2 "$program" render surplus
status 2 "$program" render --jobs 0 --output "$folder/out"
said jobs-invalid
status 2 "$program" render --document none --output "$folder/out"
said document-unknown
status 2 "$program" render --language xx --output "$folder/out"
said language-unknown
status 2 "$program" render --edition none --output "$folder/out"
said edition-unknown
for pair in "verklaring a5" "verklaring discreet" "huwelijksdwang round" "praatkaart office"; do
	status 2 "$program" render --document "${pair% *}" --edition "${pair#* }" --output "$folder/out"
	said edition-other
done
status 2 "$program" render --language so --with so --output "$folder/out"
said language-twice
status 2 "$program" facts --impact none
said fact-unlisted
status 2 "$program" render --language so --duplex wide --output "$folder/out"
said duplex-invalid
status 2 "$program" render --language so --back-to-back --output "$folder/out"
said back-alone
status 2 "$program" inspect --stage none
said stage-unknown
status 2 "$program" render --data "$folder/nowhere" --output "$folder/out"
check "a wrong command line makes no folder" test ! -e "$folder/out"
for command in inspect list render; do
	status 0 "$program" "$command" --help
	check "help of $command" test -s "$folder/stdout"
done
status 0 env LANGUAGE=nl LC_ALL=C.UTF-8 "$program" --help
status 0 "$program" list --json
check "list --json is JSON" node -e 'JSON.parse(require("fs").readFileSync(process.argv[1]))' "$folder/stdout"

status 2 "$program" render --language , --output "$folder/out"
said language-unknown
status 2 "$program" render --document "" --output "$folder/out"
said document-unknown
status 0 "$program" render --language so,so --document verklaring --output "$folder/once"
check "what is asked for twice is made once" test "$(grep -c '^so ' "$folder/stdout")" -eq 1

# spoil FILE FROM TO: a fresh tree of data with one thing changed in it.
spoil() {
	rm -rf "$folder/data" "$folder/spoilt"
	mkdir "$folder/data"
	cp -r translations templates fonts "$folder/data"
	check "$1 holds $2" grep -q "$2" "$folder/data/$1"
	sed -i "0,/$2/s//$3/" "$folder/data/$1"
}

# A translation that is not complete, or wrong, is listed
spoil translations/verklaring/so.xlf '<unit id="' '<unit id="gone.'
status 1 "$program" list --data "$folder/data"
said unit-unknown
check "no word of printf" test "$(grep -c '(null)' "$folder/stdout")" -eq 0
sed -i '/<unit id="gone/,/<\/unit>/d' "$folder/data/translations/verklaring/so.xlf"
status 0 "$program" list --data "$folder/data"
# A common string is asked for many times; each time it is wrong
spoil translations/common/so.xlf '<target>' '<target><ph id="no.such" type="other"\/>'
status 1 "$program" render --language so --data "$folder/data" --output "$folder/spoilt"
said placeholder-invented
# A font that is not there fails every language that asks for it
spoil fonts/fonts.xml 'NotoSans-Regular.ttf' 'NotoSans-Gone.ttf'
status 2 "$program" render --language so,en --jobs 1 --data "$folder/data" --output "$folder/spoilt"
said font-missing
check "and no file is made" test "$(files_in "$folder/spoilt")" -eq 0

# Folders that cannot be written
touch "$folder/file"
status 2 "$program" render --document verklaring --language so --output "$folder/file"
said file-unwritable
mkdir -p "$folder/taken/verklaring-so-office.pdf"
status 2 "$program" render --document verklaring --language so --output "$folder/taken"
said file-unwritable
check "a folder in the way stays" test "$(files_in "$folder/taken")" -eq 1

# A full disk: files may not grow beyond a kilobyte
mkdir "$folder/full"
echo old >"$folder/full/verklaring-so-office.pdf"
(
	trap '' XFSZ
	ulimit -f 1
	"$program" render --document verklaring --language so --output "$folder/full" >/dev/null 2>"$folder/full.txt"
)
check "a full disk is an error of the environment" grep -qF '[file-unwritable]' "$folder/full.txt"
check "a full disk leaves the old file" grep -qx old "$folder/full/verklaring-so-office.pdf"
check "and nothing else" test "$(files_in "$folder/full")" -eq 1

# A killed process, at ten moments of its life
mkdir "$folder/killed"
for moment in 0.001 0.004 0.008 0.012 0.02 0.03 0.04 0.06 0.08 0.1; do
	timeout --signal=KILL "$moment" "$program" render --document verklaring --output "$folder/killed" --jobs 2 >/dev/null 2>&1
done
for file in "$folder"/killed/* "$folder"/killed/.[!.]*; do
	[[ -e $file ]] && check "whole: $file" qpdf --check "$file" >/dev/null
done

# Two runs into one folder
mkdir "$folder/two"
"$program" render --document verklaring --output "$folder/two" >/dev/null 2>&1 &
status 0 "$program" render --document verklaring --output "$folder/two"
wait $! || check "the other run" false
for file in "$folder"/two/*; do
	check "whole: $file" qpdf --check "$file" >/dev/null
done

# The same input gives the same bytes, whatever the jobs, the clock or the place
mkdir "$folder/again"
TZ=Asia/Tokyo "$program" render --document verklaring --output "$folder/again" --jobs 1 >/dev/null 2>&1
check "byte-identical output" diff -r "$folder/two" "$folder/again"

exit $failed
