// The ways in which a translation is broken on purpose. Each takes a unit {id, source, target, language, script} and gives the new
// target (or {unit: whole new unit}), or null where it does not apply. codes: any of them counts as caught.
const word = /[\p{L}\p{M}\u200C]+/gu;
const longest = target => texts(target).flatMap(t => [...t.text.matchAll(word)].map(m => ({ at: t.at + m.index, text: m[0] })))
	.sort((a, b) => b.text.length - a.text.length || a.at - b.at)[0];
// The stretches of a target between its tags.
const texts = target => [...target.matchAll(/(^|>)([^<>]+)/g)].map(m => ({ at: m.index + m[1].length, text: m[2] })).filter(t => t.text.trim());
const put = (target, at, length, text) => target.slice(0, at) + text + target.slice(at + length);
const inside = (target, text) => {
	const found = longest(target);
	if (!found || [...found.text].length < 2)
		return null;
	return put(target, found.at + String.fromCodePoint(found.text.codePointAt(0)).length, 0, text);
};
const behind = (target, text) => {
	const found = longest(target);
	return found && put(target, found.at + found.text.length, 0, text);
};
const plain = target => target.replace(/<ph [^>]*\/>/g, '').replace(/<[^>]*>/g, '');
const size = text => [...plain(text)].length;
const last = (target, change) => {
	const found = /([\p{P}])([\s"'’”»“)]*)$/u.exec(target);
	return found && change(target.slice(0, found.index), found[1], found[2]);
};
const zero = { ar: 0x660, ckb: 0x660, fa: 0x6F0, 'fa-AF': 0x6F0, ps: 0x6F0 };
const digits = (language, number) => [...number].map(d => String.fromCodePoint((zero[language] ?? 0x30) + Number(d))).join('');
// UTF-8 read as Windows-1252, whose bytes 0x80 to 0x9F are these; those that it does not have become controls.
const high = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';
const garble = text => [...new TextEncoder().encode(text)].map(b => b >= 0x80 && b < 0xA0 ? high[b - 0x80] : String.fromCharCode(b)).join('');
const sentences = text => text.split(/(?<=[.?!。።፧۔؟।։។])\s+/u).filter(s => s.trim());
const replaced = (from, to) => ({ target }) => {
	for (const t of texts(target)) {
		const at = t.text.search(from);
		if (at >= 0)
			return put(target, t.at + at, t.text.match(from)[0].length, typeof to === 'function' ? to(t.text.match(from)[0]) : to);
	}
	return null;
};

// [language, wrong letter, what it replaces]: independent of the program's table, from translation-files.md and the orthographies.
const lookalikes = [
	['ckb', 'ه\u200C', 'ە'], ['ckb', 'ة', 'ە'], ['ckb', 'ي', 'ی'], ['ckb', 'ك', 'ک'], ['ckb', 'ر\u065A', 'ڕ'], ['ckb', 'ل\u065A', 'ڵ'],
	['ckb', 'و\u065A', 'ۆ'], ['ckb', 'ی\u065A', 'ێ'], ['fa', 'ي', 'ی'], ['fa', 'ك', 'ک'], ['fa', 'ہ', 'ه'], ['fa', 'ى', 'ی'], ['fa-AF', 'ي', 'ی'],
	['fa-AF', 'ك', 'ک'], ['fa-AF', 'ھ', 'ه'], ['ur', 'ه', 'ہ'], ['ur', 'ي', 'ی'], ['ur', 'ك', 'ک'], ['ur', 'ې', 'ے'], ['ur', 'ړ', 'ڑ'], ['ps', 'ك', 'ک'],
	['ps', 'ێ', 'ې'], ['ps', 'ڕ', 'ړ'], ['ps', 'ڈ', 'ډ'], ['ps', 'ٹ', 'ټ'], ['ps', 'ہ', 'ه'], ['ar', 'ک', 'ك'], ['ar', 'ی', 'ي'], ['ar', 'ہ', 'ه'],
	['ha', 'ḍ', 'ɗ'], ['ha', 'ḳ', 'ƙ'], ['ha', 'ḅ', 'ɓ'], ['ha', 'đ', 'ɗ'], ['ro', 'ş', 'ș'], ['ro', 'ţ', 'ț'], ['tr', 'i\u0307', 'i'], ['tr', 'ý', 'ı'],
	['tr', 'þ', 'ş'], ['tr', 'ð', 'ğ'], ['ku', 'ı', 'i'], ['ku', 'ə', 'e'], ['ku', 'š', 'ş'], ['ku', 'ű', 'û'], ['ti', 'ፀ', 'ጸ'], ['ti', 'ፅ', 'ጽ'], ['ti', 'ፃ', 'ጻ'], ['de', 'β', 'ß'],
	['am', '፡፡', '።'], ['ti', '::', '።'], ['hi', '|', '।'], ['bn', '|', '।'], ['bn', '৷', '।'], ['ce', 'I', 'ӏ'], ['ce', '1', 'ӏ'], ['ce', 'l', 'ӏ'], ['ce', '|', 'ӏ'], ['hy', ':', '։'], ['fa', 'ة', 'ه'], ['ps', 'گ', 'ګ'], ['th', 'เเ', 'แ'], ['th', '\u0E4D\u0E32', 'ำ'],
];
const apostrophes = ['\u2018', '`', '\u00B4'].map(wrong => ({
	name: `apostrophe ${wrong}`, codes: ['letter-wrong'], break: ({ target, script }) => script === 'Latn' ? inside(target, wrong) : null,
}));

// A letter of the same script that the language has not; a letter and a word of another script.
const strange = { Latn: 'ꜧ', Arab: 'ڿ', Ethi: 'ꬁ', Cyrl: 'ҿ', Deva: 'ॶ', Beng: 'ৼ', Adlm: '𞤩𞥊' };
const other = { Latn: 'а', Cyrl: 'a' }, otherWord = { Latn: 'сору', Cyrl: 'copy' };
// The letters that a keyboard without them loses.
const marked = { fr: [/[éèàêÉÈÀÊ]/g], tr: [/[ğışĞİŞ]/g, 'i'], ku: [/[êîûÊÎÛ]/g], ha: [/[ɓɗƙƁƊƘ]/g, 'k'], pl: [/[ąćęłńśźżŁ]/g, 'l'], es: [/[áéíóñ]/g], pt: [/[ãçáé]/g], de: [/[äöüß]/g, 's'], sq: [/[ëç]/g] };
const unknown = ['nqo', 'dv']; // CLDR has nothing of them
// Marks of Latin script where the language has its own.
const foreign = { Arab: [/[؟]/u, '?', /،/u, ',', /؛/u, ';'], Ethi: [/።$/u, '.', /፣/u, ','], Thaa: [/؟/u, '?', /،/u, ','], Nkoo: [/؟/u, '?'] };

export const mutations = [
	{ name: 'target emptied', codes: ['target-missing'], break: () => '' },
	{ name: 'placeholder lost', codes: ['placeholder-dropped'], break: ({ target }) => /<ph /.test(target) ? target.replace(/<ph [^>]*\/>/, '') : null },
	{ name: 'placeholder renamed', codes: ['placeholder-invented'], break: ({ target }) => /<ph /.test(target) ? target.replace(/<ph id="([^"]*)"/, '<ph id="$1x"') : null },
	{ name: 'placeholder doubled', codes: ['placeholder-doubled'], break: ({ target }) => /<ph /.test(target) ? target.replace(/<ph [^>]*\/>/, '$& $&') : null },
	{ name: 'placeholder in another sentence', codes: ['placeholder-moved', 'sentences-differ'], break: ({ source, target }) => {
		const from = sentences(target), ph = target.match(/<ph [^>]*\/>/)?.[0];
		if (!ph || from.length < 2 || sentences(source).length !== from.length || target.split(ph).length > 2)
			return null;
		const home = from.findIndex(s => s.includes(ph)), to = home ? 0 : 1;
		return from.map((s, i) => i === home ? s.replace(ph, '') : i === to ? s.replace(/\s(?![^<]*>)/u, ` ${ph} `) : s).join(' ');
	} },
	{ name: 'bold lost', codes: ['emphasis-differs'], break: ({ target }) => /<pc /.test(target) ? target.replace(/<\/?pc[^>]*>/g, '') : null },
	{ name: 'bold in another sentence', codes: ['emphasis-moved'], break: ({ source, target }) => {
		const parts = sentences(target), open = target.match(/<pc [^>]*>/g);
		if (open?.length !== 1 || parts.length !== 2 || sentences(source).length !== 2 || !parts.some(s => s.includes('<pc') && s.includes('</pc>')))
			return null;
		const home = parts.findIndex(s => s.includes('<pc'));
		return parts.map((s, i) => i === home ? s.replace(/<\/?pc[^>]*>/g, '') : put(s, longest(s).at, longest(s).text.length, `${open[0]}${longest(s).text}</pc>`)).join(' ');
	} },
	{ name: 'bidirectional control', codes: ['character-bidi'], break: ({ target }) => behind(target, '\u200F') },
	{ name: 'isolate', codes: ['character-bidi'], break: ({ target }) => inside(target, '\u2067') },
	{ name: 'letter lost', codes: ['character-lost'], break: ({ target }) => inside(target, '\uFFFD') },
	{ name: 'private character', codes: ['character-private'], break: ({ target }) => inside(target, '\uE123') },
	{ name: 'control character', codes: ['character-forbidden'], break: ({ target }) => inside(target, '\u0085') },
	{ name: 'unassigned character', codes: ['character-unassigned'], break: ({ target }) => inside(target, '\u0378') },
	{ name: 'decomposed', codes: ['text-not-nfc'], break: ({ target }) => target.normalize('NFD') !== target ? target.normalize('NFD') : behind(target, ' a\u0301') },
	{ name: 'wrong encoding', codes: ['text-garbled', 'character-forbidden'], break: ({ target }) => {
		const found = texts(target).flatMap(t => [...t.text.matchAll(/[\p{L}\p{M}]*[^\x00-\x7F][\p{L}\p{M}]*/gu)].map(m => ({ at: t.at + m.index, text: m[0] })))[0];
		return found && put(target, found.at, found.text.length, garble(found.text));
	} },
	{ name: 'zero width space', codes: ['character-hidden'], break: ({ target }) => inside(target, '\u200B') },
	{ name: 'soft hyphen', codes: ['character-hidden'], break: ({ target }) => inside(target, '\u00AD') },
	{ name: 'word joiner', codes: ['character-hidden'], break: ({ target }) => inside(target, '\u2060') },
	{ name: 'tatweel', codes: ['tatweel'], break: ({ target, script }) => script === 'Arab' ? inside(target, '\u0640') : null },
	{ name: 'code typed', codes: ['code-typed'], break: ({ target }) => behind(target, '[b]') },
	{ name: 'entity typed', codes: ['code-typed'], break: ({ target }) => behind(target, '&amp;nbsp;') },
	{ name: 'number typed', codes: ['number-typed'], break: ({ target, language }) => behind(target, ` ${digits(language, '15')}`) },
	{ name: 'placeholder made digits', codes: ['placeholder-dropped', 'number-typed'], break: ({ target }) => /disp="\d+"/.test(target) ? target.replace(/<ph [^>]*disp="(\d+)"[^>]*\/>/, '$1') : null },
	{ name: 'number left out', codes: ['number-missing'], break: ({ source, target }) => /\d/.test(plain(source)) ? replaced(/\p{Nd}+ ?/u, '')({ target }) : null },
	{ name: 'telephone typed', codes: ['number-typed'], break: ({ target }) => behind(target, ' 0345-495600') },
	{ name: 'date typed', codes: ['number-typed'], break: ({ target, language }) => behind(target, ` ${digits(language, '23')}.${digits(language, '11')}.${digits(language, '2026')}`) },
	{ name: 'address typed', codes: ['address-typed'], break: ({ target }) => behind(target, ' www.example.nl') },
	{ name: 'mail address typed', codes: ['address-typed'], break: ({ target }) => behind(target, ' info@example.org') },
	{ name: 'letter of another script', codes: ['script-mixed'], break: ({ target, script }) => inside(target, other[script] ?? 'a') },
	{ name: 'word of another script', codes: ['script-other'], break: ({ target, script }) => behind(target, ` ${otherWord[script] ?? 'copy'}`) },
	{ name: 'letter of another language', codes: ['letter-strange'], break: ({ target, script, language }) => strange[script] && !unknown.includes(language) ? inside(target, strange[script]) : null },
	{ name: 'mark twice', codes: ['mark-doubled'], break: ({ target }) => behind(target, '\u0323\u0323') },
	{ name: 'digits of two systems', codes: ['digits-mixed'], break: ({ target }) => behind(target, ' 1 ٣ ') },
	...lookalikes.map(([language, wrong, right]) => ({ name: `${right} as ${wrong}`, language, codes: ['letter-wrong', 'letter-doubtful'],
		break: unit => unit.language === language && (language !== 'ti' || wrong === '::' || unit.variety) ? replaced(new RegExp(right, 'u'), wrong)(unit) ?? inside(unit.target, wrong) : null })),
	{ name: 'ە as ه at the end', language: 'ckb', codes: ['letter-doubtful'], break: ({ target, language }) => language === 'ckb' ? replaced(/ە(?!\p{L})/u, 'ه')({ target }) : null },
	...apostrophes,
	{ name: 'end mark lost', codes: ['ending-differs'], break: ({ target, script }) => ['Thai', 'Laoo'].includes(script) ? null : last(target, (text, mark, rest) => /[.?!:。።፧۔؟।։។߹]/u.test(mark) ? text + rest : null) },
	{ name: 'end mark another', codes: ['ending-differs'], break: ({ target, script }) => ['Thai', 'Laoo', 'Armn'].includes(script) ? null : last(target, (text, mark, rest) => /[.።۔।።។]/u.test(mark) ? `${text}!${rest}` : null) },
	{ name: 'mark of Latin script', codes: ['mark-foreign'], break: unit => {
		const pairs = foreign[unit.script] ?? [];
		for (let i = 0; i < pairs.length; i += 2) {
			const made = replaced(pairs[i], pairs[i + 1])(unit);
			if (made)
				return made;
		}
		return null;
	} },
	{ name: 'two spaces', codes: ['blank-doubled'], break: replaced(/(?<=\S) (?=\S)/, '  ') },
	{ name: 'two spaces, one that does not break', codes: ['blank-doubled'], break: replaced(/(?<=\S) (?=\S)/, '\u00A0 ') },
	{ name: 'word twice', codes: ['word-doubled'], break: ({ target, script }) => ['Thai', 'Khmr', 'Laoo', 'Mymr'].includes(script) ? null : behind(target, ` ${longest(target)?.text}`) },
	{ name: 'quotation marks of another language', codes: ['quote-foreign'], break: ({ target, language }) => {
		const found = longest(target);
		return found && !unknown.includes(language) ? put(target, found.at, found.text.length, `\u201B${found.text}\u201F`) : null;
	} },
	{ name: 'typewriter quotation marks', codes: ['quote-foreign'], break: ({ target, language }) => {
		const found = longest(target);
		return found && !unknown.includes(language) ? put(target, found.at, found.text.length, `"${found.text}"`) : null;
	} },
	{ name: 'quotation mark alone', codes: ['quote-unpaired'], break: ({ target }) => /[\p{L}]['’]/u.test(plain(target)) ? null : behind(target, ' “') },
	{ name: 'bracket alone', codes: ['bracket-unpaired'], break: ({ target }) => behind(target, ')') },
	{ name: 'bracket not closed', codes: ['bracket-unpaired'], break: ({ target }) => behind(target, ' (') },
	{ name: 'cut to a third', codes: ['length-short', 'placeholder-dropped', 'sentences-differ'], break: ({ source, target }) => {
		const text = plain(target).trim();
		return size(source) >= 45 && !/<ph/.test(target) ? [...text].slice(0, Math.floor([...text].length / 3)).join('').trim() : null;
	} },
	{ name: 'said three times', codes: ['length-long', 'placeholder-doubled', 'sentences-differ'], break: ({ source, target }) => size(source) >= 45 ? `${target} ${target} ${target}` : null },
	{ name: 'a sentence left out', codes: ['sentences-differ', 'length-short', 'placeholder-dropped'], break: ({ source, target, script }) => {
		const from = sentences(target);
		return from.length > 1 && sentences(source).length >= from.length && !/<pc/.test(from.at(-1)) && script !== 'Thai' ? from.slice(0, -1).join(' ') : null;
	} },
	{ name: 'left in Dutch', codes: ['text-identical'], break: ({ source }) => /[a-z]{4}.* /.test(plain(source)) ? source : null },
	{ name: 'word to avoid', codes: ['term-avoided'], break: ({ target, avoided }) => avoided ? behind(target, ` ${avoided}`) : null },
	{ name: 'without the word of the glossary', codes: ['term-missing'], break: ({ source, elsewhere }) => elsewhere && /meisjesbesnijdenis/.test(source) && !/<ph/.test(source) ? elsewhere : null },
	{ name: 'letters lost', language: 'all', codes: ['letters-lost'], anywhere: true, break: ({ language, text, overflows }) => overflows && marked[language]
		? { file: text.replace(/<target>([\s\S]*?)<\/target>/g, (_, t) => `<target>${t.replace(marked[language][0], l => marked[language][1] ?? l.normalize('NFD')[0])}</target>`) } : null },
	{ name: 'another translation of the same Dutch', language: 'all', codes: ['translated-twice'], break: ({ id, target, twice }) => twice.has(id) ? behind(target, ` ${longest(target)?.text.slice(0, 3)}`) : null },
	{ name: 'no glyph', codes: ['glyph-missing'], break: ({ target, printed }) => printed ? behind(target, ' ⺙') : null },
	{ name: 'a word without end', codes: ['word-overflow', 'text-overflow'], break: ({ target, printed, script }) => printed && !['Thai', 'Khmr', 'Ethi'].includes(script) ? behind(target, longest(target)?.text.repeat(60)) : null },
	{ name: 'a text without end', codes: ['text-overflow', 'length-long'], break: ({ target, printed, overflows }) => printed && overflows && longest(target) ? `${target} ${`${plain(target)} `.repeat(200)}` : null },
	{ name: 'unit left out', codes: ['unit-missing'], break: () => ({ unit: '' }) },
	{ name: 'unit twice', codes: ['unit-doubled'], break: ({ whole }) => ({ unit: whole + whole }) },
	{ name: 'unit renamed', codes: ['unit-unknown'], anywhere: true, break: ({ whole, id }) => ({ unit: whole.replace(`id="${id}"`, `id="${id}.x"`) }) },
	{ name: 'older Dutch', codes: ['unit-stale'], break: ({ whole }) => ({ unit: whole.replace(/<source>/, '<source>Vroeger. ') }) },
	{ name: 'tag not closed', codes: ['xml-tag', 'xml-malformed'], anywhere: true, break: ({ target }) => behind(target, '<pc id="b9">') },
	{ name: 'ampersand typed', codes: ['xml-ampersand'], anywhere: true, break: ({ target }) => behind(target, ' & ') },
];
