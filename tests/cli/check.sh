#!/usr/bin/env bash
# check.sh PROGRAM: breaks the words on purpose, one rule at a time; each must be named, and the clean words must pass.
. "$(dirname "$0")/start.sh"

fresh() {
	rm -rf "$folder/data"
	mkdir "$folder/data"
	cp -r translations templates fonts "$folder/data"
}

# breaks WORD LANGUAGE FILE SED...: after this edit, check must say the word.
breaks() {
	local word=$1 language=$2 file=$3
	shift 3
	fresh
	sed -i "$@" "$folder/data/translations/$file"
	cmp -s "translations/$file" "$folder/data/translations/$file" && fail "the edit for $word changes nothing"
	"$program" check --data "$folder/data" --language "$language" >/dev/null 2>"$folder/stderr" &&
		fail "check passes in spite of $word"
	grep -qF "[$word]" "$folder/stderr" || fail "check does not say $word"
}

fresh
"$program" check --data "$folder/data" >"$folder/stdout" 2>"$folder/stderr" || fail "the clean words do not pass: $(cat "$folder/stderr")"
[[ -s $folder/stdout ]] || fail "check says nothing of what is good"
# What is polite to parents, familiar to the young and feminine to girls alone is the same Dutch; for the same readers it is said in one way
sed -i 's|appelle pour avoir de l’aide|téléphone pour avoir de l’aide|' "$folder/data/translations/besnijdenis/fr.xlf"
cmp -s {translations,"$folder/data/translations"}/besnijdenis/fr.xlf && fail "the edit for girls alone changes nothing"
"$program" check --data "$folder/data" >/dev/null 2>"$folder/stderr"
grep -qF '[translated-twice]' "$folder/stderr" && fail "other readers may be addressed in another way: $(grep -F '[translated-twice]' "$folder/stderr" | head -3)"
sed -i 's|appelle pour avoir de l’aide|téléphone pour avoir de l’aide|' "$folder/data/translations/eer/fr.xlf"
"$program" check --data "$folder/data" --language fr >"$folder/stdout" 2>"$folder/stderr"
grep -qF '[translated-twice]' "$folder/stderr" || fail "two ways for the same readers are not told"

master=verklaring/nl.xml
long='een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'
breaks sentence-long nl $master "s|U houdt van onze dochter|$long|"
breaks sentences-long nl $master -E 's#[.?!] ([A-Z])# en dan ook \1#g; s#\.</(p|li)># en dat weten wij samen al heel lang.</\1>#'
breaks word-avoided nl $master 's|U houdt van onze dochter|Genitale verminking is verboden|'
breaks word-avoided nl $master 's|U houdt van onze dochter|Tien % van de meisjes|'
breaks fact-unsure nl $master 's|basis="law.assault law.all-forms"|basis="phone.police"|'
breaks basis-missing nl $master 's|basis="law.later"|basis=""|'
breaks core-order nl $master 's|id="closing.core" core="1"|id="closing.core" core="2"|'
breaks attribute-choice nl $master 's|core="3"|core="4"|'
breaks term-avoided ar verklaring/ar.xlf 's|ختان البنات|طهارة البنات|'
breaks term-avoided so verklaring/so.xlf 's|gudniinka gabdhaha|gudniinka fircooniga|'
breaks term-avoided fr verklaring/fr.xlf 's#«.\{1,3\}sunna.\{1,3\}»#sunna#'
breaks term-avoided ti verklaring/ti.xlf 's|ዘቕጽዕ|ዘቕፅዕ|'
breaks sentence-long nl praatkaart/nl.xml "s|Wat vindt uw familie|$long|"
breaks term-avoided nl praatkaart/nl.xml 's|Een oordeel over|Een barbaarse|'

breaks number-typed nl $master 's|<fact key="penalty.years"/> jaar|12 jaar|'
breaks draft-unmarked nl ../templates/sheet.xml 's|draft\.[a-z]*|imprint|; s|draft\.[a-z]*|imprint|'

# checks WANTED ARGUMENT...: which documents check looks at.
checks() {
	local wanted=$1 seen
	shift
	seen=$("$program" check --data "$folder/data" "$@" 2>"$folder/stderr" | cut -d' ' -f1 | sort -u | tr '\n' ' ')
	[[ $seen == "$wanted " ]] || fail "check $* looks at $seen, not at $wanted: $(cat "$folder/stderr")"
}

# The talk card is there in Dutch alone, on its own paper
fresh
checks 'achterlating besnijdenis common eer gevangenschap huwelijksdwang praatkaart verklaring' --language nl
checks 'common verklaring' --language om
checks 'achterlating besnijdenis common eer gevangenschap huwelijksdwang verklaring' --language nl --edition office
checks 'achterlating besnijdenis common eer gevangenschap huwelijksdwang' --language nl --edition discreet
checks 'common verklaring' --language nl --edition booklet
checks 'common praatkaart' --edition a5
checks 'common praatkaart' --language nl --document praatkaart --edition a5

# file EXPECTED FILE...: files are told by what they are, wherever they lie, and only they are looked at
file() {
	local wanted=$1 status=0
	shift
	"$program" check --data "$folder/data" --json "$@" >"$folder/json" 2>"$folder/stderr" || status=$?
	[[ $status == "$wanted" ]] || fail "check $* ends with $status, not with $wanted: $(cat "$folder/json" "$folder/stderr")"
	node -e 'const d = JSON.parse(require("fs").readFileSync(0, "utf8")); for (const e of d) for (const k of ["file", "line", "unit", "level", "code", "message"]) if (!(k in e)) throw k' \
		<"$folder/json" || fail "check --json $* prints no JSON"
	[[ ! -s $folder/stderr ]] || fail "check --json $* says something beside it: $(cat "$folder/stderr")"
}

# A glossary of words to avoid alone. A number is read as 0; marks of any script end a word, and stand in one; letters may be apart from their marks.
# avoids STATUS WORD HOW TEXT: with this word to avoid, check must end so on this text.
avoids() {
	printf '<glossary xmlns="urn:verklaring:glossary:1" language="so"><term id="practice" nl="meisjesbesnijdenis" confidence="M"><avoid reason="proef" %s>%s</avoid></term></glossary>' \
		"$3" "$2" >"$folder/data/translations/glossary/so.xml"
	sed -E "/<unit id=\"carry.love\"/,/<.unit>/s#<target>.*</target>#<target>$4</target>#" translations/verklaring/so.xlf >"$folder/so.xlf"
	"$program" check --data "$folder/data" --json "$folder/so.xlf" >"$folder/json" 2>"$folder/stderr"
	[[ $(grep -cF '"code": "term-avoided"' "$folder/json") == "$1" ]] ||
		fail "$2 ($3) in '$4' is not told $1 times: $(cat "$folder/json" "$folder/stderr")"
}

fresh
avoids 1 'ߓߊߓߊ' 'match="word"' 'Waa ߓߊߓߊ߹ sidaas.'
avoids 1 'ߓߊߓߊ' 'match="word"' '«ߓߊߓߊ߸ sidaas»'
avoids 0 'ߓߊߓߊ' 'match="word"' 'Waa ߓߊߓߊߟߌ sidaas.'
avoids 1 'shari’a' 'match="stem"' 'Waa shari’ada kale.'
avoids 1 'wula-kono taa' 'match="stem"' 'Waa wula-kono taa kale.'
avoids 1 $'\xc3\xacw\xe1\xba\xb9\xcc\x80' 'match="word"' $'Waa i\xcc\x80we\xcc\xa3\xcc\x80 kale.'
avoids 1 $'i\xcc\x80we\xcc\xa3\xcc\x80' 'match="word"' $'Waa \xc3\xacw\xe1\xba\xb9\xcc\x80 kale.'
avoids 0 $'\xc3\xacw\xe1\xba\xb9\xcc\x80' 'match="word"' 'Waa iwe kale.'
avoids 0 'sunna' 'match="word" quoted="yes"' 'Waa „sunna“ kale.'
avoids 0 'sunna' 'match="word" quoted="yes"' 'Waa ‘sunna’ dadka’na kale.'
avoids 1 'sunna' 'match="word" quoted="yes"' 'Waa „mid“ sunna kale.'
grep -nE '<avoid [^>]*>[^<]*[1-9][^<]*<' translations/glossary/*.xml >&2 && fail "a number is read as 0, so these words to avoid are never found"
fresh

mkdir "$folder/post"
cp translations/verklaring/so.xlf "$folder/post/returned.xlf"
cp translations/verklaring/nl.xml "$folder/post/dutch.xml"
file 0 "$folder/post/returned.xlf" "$folder/post/dutch.xml" translations/common/so.xlf translations/common/nl.xml translations/facts.xml \
	translations/languages.xml translations/glossary/so.xml templates/sheet.xml templates/theme.xml templates/editions.xml fonts/fonts.xml templates/artwork/law.svg
sed -i 's|gudniinka gabdhaha|gudniinka fircooniga|' "$folder/post/returned.xlf"
file 1 "$folder/post/returned.xlf"
grep -q '"code": "term-avoided"' "$folder/json" || fail "check FILE does not name a word to avoid"
grep -q '"line": [1-9]' "$folder/json" || fail "check FILE does not name the line"
sed -i 's|Lieve familie, |Lieve familie, een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien, |' "$folder/post/dutch.xml"
file 1 "$folder/post/dutch.xml"
grep -q '"code": "sentence-long"' "$folder/json" || fail "check FILE does not judge a master"
sed 's|so" |xx" |; s|trgLang="so"|trgLang="xx"|' translations/verklaring/so.xlf >"$folder/post/unknown.xlf"
file 2 "$folder/post/unknown.xlf"
file 2 "$folder/post/absent.xlf"
echo '<plist/>' >"$folder/post/plist.xml"
file 1 "$folder/post/plist.xml"
grep -q '"code": "file-unknown"' "$folder/json" || fail "check FILE takes any XML"
[[ $(LANGUAGE=nl LC_ALL=C.UTF-8 "$program" check --data "$folder/data" "$folder/post/plist.xml" 2>&1) == *'dit bestand is van geen soort'* ]] || fail "check does not speak Dutch"
exit $failed
