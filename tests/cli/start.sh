# How a test of the program begins; sourced. Its first argument is the program; it runs in the root of the sources, in no locale, with a folder that
# goes when it ends, and ends with "exit $failed".
set -uo pipefail
program=$1
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C LANGUAGE=
failed=0

# fail WORDS: says what is not so, and the test goes on.
fail() {
	echo "failed: $*" >&2
	failed=1
}

# check WHAT COMMAND...: the command must succeed.
check() {
	local what=$1
	shift
	"$@" || fail "$what"
}
