// wanted.mjs PROGRAM LETTERS: each language that is wanted is ready to be filled. It has a glossary and something to give meanwhile; its file goes
// out, and filled by a machine with words of its own letters it comes back, is drawn with letters that there are, and reads as what was filled in.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [program, letters] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'wanted-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data'), translations = join(data, 'translations');
for (const part of ['translations', 'templates', 'fonts'])
	cpSync(join(root, part), join(data, part), { recursive: true });

const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', LANGUAGE: '' }, maxBuffer: 1 << 27 };
const run = (...words) => execFileSync(program, [...words, '--data', data], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
const listed = run('list');
const languages = JSON.parse(run('list', '--json')).languages;
const wanted = languages.filter(({ offered }) => !offered), tags = wanted.map(({ tag }) => tag);
const read = path => readFileSync(path, 'utf8');
const lines = read(join(translations, 'languages.xml'));
const added = tag => new RegExp(`<language tag="${tag}"[^>]* letters="([^"]*)"`).exec(lines)?.[1] ?? '';
const known = new Map(execFileSync(letters, [data], options).trimEnd().split('\n').map(line => line.split('\t')));
const glossaries = join(translations, 'glossary');
const glossary = tag => existsSync(join(glossaries, `${tag}.xml`)) ? read(join(glossaries, `${tag}.xml`)) : '';
const terms = text => [...text.matchAll(/<term id="([^"]*)" nl="([^"]*)"/g)].map(([, id, dutch]) => `${id}: ${dutch}`);
const words = text => [...text.matchAll(/<(preferred|avoid)[^>]*>([^<]*)</g)].map(([, , word]) => word.replace(/\([^)]*\)|, alleen als naam/g, ''));

// A mark stands behind these alone; elsewhere it would be drawn on a dotted circle.
const carriers = { Taml: /[க-ஹ]/u, Beng: /[ক-হ]/u, Deva: /[क-ह]/u };

// The letters and marks of a script, for a language of which the program knows none.
const blocks = { Latn: [0x41, 0x7A], Ethi: [0x1200, 0x1357], Nkoo: [0x7CA, 0x7F3] };
const block = (first, last) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

// What the language writes, one letter with its mark each: what the program knows of it, else what its script has; and what its glossary writes.
function alphabet({ tag, script }) {
	const own = new RegExp(`\\p{Script=${script}}|\\p{M}`, 'u');
	const all = known.get(tag) || block(...blocks[script]);
	const set = new Set([...`${all}${added(tag)}${words(glossary(tag)).join('')}`].filter(c => /[\p{L}\p{M}]/u.test(c) && own.test(c)));
	const bases = [...set].filter(c => /\p{L}/u.test(c)), marks = [...set].filter(c => /\p{M}/u.test(c));
	const carrying = bases.filter(c => (carriers[script] ?? /\p{Ll}|\p{Lo}/u).test(c));
	const pairs = carrying.flatMap(letter => marks.map(mark => (letter + mark).normalize('NFC')))
		.filter(pair => [...pair].every(c => set.has(c)));
	return { small: bases.filter(c => !/\p{Lu}/u.test(c)), large: bases.filter(c => /\p{Lu}/u.test(c)), pairs, marks, all: [...set] };
}

// Words of a language, in turn with all its letters and no longer than so many; a text gets as many words as the Dutch has, and its marks.
function writer(language, most) {
	const { small, large, pairs } = alphabet(language), share = { Latn: 0.7, Ethi: 0.6 }[language.script] ?? 0.45;
	const turn = list => { let at = 0; return () => list[at++ % list.length] ?? ''; };
	const [next, capital, marked] = [small, large, pairs].map(turn);
	let count = 0;
	const letter = () => (pairs.length && ++count % 3 === 0 ? marked() : next());
	const word = ({ length }) => capital() + Array.from({ length: Math.min(most, Math.max(1, Math.floor(length * share) - 1)) }, letter).join('');
	return text => text.replace(/<[^>]*>|&\w+;|\p{L}+(?:[’'-]\p{L}+)*/gu, part => /^[<&]/.test(part) ? part : word(part).normalize('NFC'));
}

const fill = (file, write) => writeFileSync(file, read(file).replace(/<segment[^>]*>(\s*)<source>([\s\S]*?)<\/source>(?:\s*<target[^>]*>[\s\S]*?<\/target>|\s*<target\/>)?/g,
	(_, blank, source) => `<segment state="translated">${blank}<source>${source}</source>${blank}<target>${write(source)}</target>`));
const filled = file => [...read(file).matchAll(/<unit ([^>]*)>[\s\S]*?<target[^>]*>([\s\S]*?)<\/target>/g)]
	.filter(([, unit]) => !/type="vk:(title|alt)"/.test(unit)).map(([, , target]) => target);
const bare = text => text.normalize('NFC').replace(/[\s\p{Cf}\p{N}]/gu, '');

// What somebody translated already is put aside: this is about languages without a word.
for (const document of readdirSync(translations, { withFileTypes: true }).filter(entry => entry.isDirectory()))
	for (const tag of tags)
		rmSync(join(translations, document.name, `${tag}.xlf`), { force: true });
const files = [];
for (const language of wanted) {
	// What stands at the edge of a page has little room.
	for (const [document, most] of [['verklaring', Infinity], ['common', 2]]) {
		run('export', document, language.tag, '--output', folder);
		fill(join(folder, `${document}-${language.tag}.xlf`), writer(language, most));
		files.push(join(folder, `${document}-${language.tag}.xlf`));
	}
}
run('import', ...files);
writeFileSync(join(translations, 'languages.xml'), lines.replaceAll('status="wanted"', 'status="offered"'));
const found = JSON.parse(spawnSync(program, ['check', '--json', '--data', data, '--document', 'verklaring', '--language', tags.join(',')], options).stdout);
run('render', '--document', 'verklaring', '--edition', 'office', '--language', tags.join(','), '--output', folder);

test('there are languages that are wanted', () => assert.ok(tags.length > 0));

for (const { tag, script, meanwhile } of wanted) {
	const of = code => found.filter(d => d.code === code && d.file.endsWith(`/${tag}.xlf`)).map(d => `${d.unit}: ${d.message}`);
	const pdf = join(folder, `verklaring-${tag}-office.pdf`);

	test(`${tag}: something to give meanwhile`, () => {
		assert.match(listed, new RegExp(`^  ${tag} .* ${meanwhile} `, 'm'));
		assert.ok(meanwhile, 'nothing');
		for (const other of meanwhile.split(' '))
			assert.ok(languages.find(l => l.tag === other)?.offered, `${other} is not offered`);
	});

	test(`${tag}: a glossary, in terms of the others`, () => {
		const text = glossary(tag), all = new Set(terms(glossary('nl')));
		assert.ok(terms(text).length > 0, 'none');
		assert.match(text, new RegExp(`<glossary [^>]*language="${tag}"`));
		assert.match(text, /<!-- Woordenlijst: [\s\S]*Geen enkele moedertaallezer heeft haar nog nagekeken\.[\s\S]*-->/);
		for (const term of terms(text))
			assert.ok(all.has(term), `no other has the term ${term}`);
		assert.equal(text.normalize('NFC'), text);
	});

	test(`${tag}: a file goes out and comes back`, () =>
		assert.equal(filled(join(translations, 'verklaring', `${tag}.xlf`)).join('\n'), filled(join(folder, `verklaring-${tag}.xlf`)).join('\n')));

	test(`${tag}: its letters are known, and there is a glyph for each`, () => {
		for (const code of ['glyph-missing', 'letter-strange', 'letter-wrong', 'script-mixed', 'script-other', 'text-not-nfc', 'xml-malformed'])
			assert.deepEqual(of(code), [], code);
	});

	test(`${tag}: the paper reads as what was filled in, in fonts that travel along`, () => {
		const page = bare(execFileSync('mutool', ['draw', '-q', '-F', 'text', pdf], options));
		let seen = '';
		for (const target of filled(join(folder, `verklaring-${tag}.xlf`)))
			for (const part of target.replaceAll('&amp;', '&').split(/<ph[^>]*>/).map(text => bare(text.replace(/<[^>]*>/g, '')))) {
				assert.ok(page.includes(part), `not on the paper: ${part}`);
				seen += part;
			}
		const unseen = alphabet({ tag, script }).all.filter(letter => !seen.includes(letter));
		assert.deepEqual(unseen, [], 'letters that no word on the paper has');
		const fonts = execFileSync('pdffonts', [pdf], options).trimEnd().split('\n').slice(2);
		assert.ok(fonts.length > 0 && fonts.every(font => / yes yes yes +\d+ +\d+$/.test(font)), fonts.join('\n'));
	});
}
