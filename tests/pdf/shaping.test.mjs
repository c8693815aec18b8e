// Every run of glyphs is what HarfBuzz's own command gives for it: same font file, script, language, direction, features
// and context. `inspect --stage=items` says what was asked, `--stage=glyphs` what came of it; one hb-shape does them all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allFiles, inspect, root, run } from './suite.mjs';

const HEADING = /^(\S+) (\S+) (rtl|ltr)$/;
const ITEM = /^ {2}(\d+)\+(\d+) level (\d+) (\w{4}) (\S+) "([^"]+)"( bold)? (.*)$/;
const RUN = /^ {2}(\d+)\+(\d+) \[(.*)\]$/;
const GLYPH = /^(\d+)=(\d+)(?:@(-?\d+),(-?\d+))?\+(-?\d+)(!?)$/;
/** What stands between items and is not drawn: isolates. All of them join to nothing, so any of them serves. */
const ISOLATE = '\u2068';

const xml = readFileSync(join(root, 'fonts/fonts.xml'), 'utf8');
const folders = [...xml.matchAll(/<directory path="([^"]+)"/g)].map(([, path]) => path);

/** The font file of a family and weight. */
function fontFile(name, bold) {
	const family = new RegExp(`<family [^>]*name="${name}"[^>]*>(.*?)</family>`, 's').exec(xml)[1];
	const file = new RegExp(`<file weight="${bold ? 'bold' : 'regular'}"[^>]* name="([^"]+)"`).exec(family)[1];
	for (const folder of folders)
		try {
			readFileSync(join(folder, file));
			return join(folder, file);
		} catch {} // in the next folder
	throw new Error(`no file ${file}`);
}

const memory = new Map();
function fontOf(name, bold) {
	const key = `${name} ${bold}`;
	if (!memory.has(key)) memory.set(key, fontFile(name, bold));
	return memory.get(key);
}

const LISTED = [
	...xml.matchAll(
		/<feature languages="([^"]*)" tag="(\w{4})" value="(\d+)"(?: range="([0-9A-F]+)(?:-([0-9A-F]+))?")?/g,
	),
].map(([, languages, tag, value, first, last]) => ({
	languages: languages.split(' '),
	tag,
	value,
	first: first && parseInt(first, 16),
	last: parseInt(last ?? first, 16),
}));

/** The features of a language on a text, as hb-shape wants them. */
function features(language, text) {
	return LISTED.filter(({ languages }) => languages.includes(language)).flatMap(({ tag, value, first, last }) => {
		if (first === undefined) return [`${tag}=${value}`];
		const places = [...text].map((c, i) => [c.codePointAt(0), i]).filter(([code]) => code >= first && code <= last);
		return places.map(([, i]) => `${tag}[${i}:${i + 1}]=${value}`);
	});
}

const restore = (words) => words.replace(/<U\+([0-9A-F]+)>/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));

function readItem(line) {
	const [, start, length, level, script, language, font, bold, words] = ITEM.exec(line);
	return {
		start: +start,
		length: +length,
		level: +level,
		script,
		language,
		family: font,
		font: fontOf(font, Boolean(bold)),
		text: restore(words),
	};
}

function readRun(line) {
	const [, start, length, glyphs] = RUN.exec(line);
	return {
		start: +start,
		length: +length,
		glyphs: glyphs
			.split('|')
			.filter(Boolean)
			.map((glyph) => {
				const [, gid, cluster, dx = 0, dy = 0, advance, unsafe] = GLYPH.exec(glyph);
				return { gid: +gid, cluster: +cluster, advance: +advance, dx: +dx, dy: +dy, unsafe: unsafe === '!' };
			}),
	};
}

/** The paragraphs of a print: [{unit, lines}]. */
function paragraphs(print, read) {
	const list = [];
	for (const line of print.split('\n').filter(Boolean)) {
		const heading = HEADING.exec(line);
		if (heading) list.push({ unit: heading[1], lines: [] });
		else list.at(-1).lines.push(read(line));
	}
	return list;
}

/** The text of a paragraph, UTF-16 unit for unit. */
function wholeText(items) {
	let text = '';
	for (const item of items) text = text.padEnd(item.start, ISOLATE) + item.text;
	return text;
}

const hex = (text) => [...text].map((c) => c.codePointAt(0).toString(16)).join(',');
const cut = (text, from, to) => [...text].slice(from, to).join('');
/** HarfBuzz looks at no more than five characters around. */
const CONTEXT = 5;

/** The line that asks hb-shape for an item of a paragraph that ends where its last item does. */
function question(item, text, end) {
	const before = cut(text.slice(0, item.start), -CONTEXT),
		after = cut(text.slice(item.start + item.length), 0, CONTEXT);
	const wishes = features(item.language, item.text);
	return [
		item.font,
		`--unicodes=${hex(item.text)}`,
		before && `--unicodes-before=${hex(before)}`,
		after && `--unicodes-after=${hex(after)}`,
		`--script=${item.script}`,
		`--language=${item.language}`,
		`--direction=${item.level % 2 ? 'rtl' : 'ltr'}`,
		wishes.length && `--features=${wishes.join(',')}`,
		item.start === 0 && '--bot',
		item.start + item.length === end && '--eot',
		'--shapers=ot',
		'--cluster-level=1',
		'--font-size=1000',
		'--remove-default-ignorables',
		'--no-glyph-names',
		'--show-flags',
		'--output-format=json',
	]
		.filter(Boolean)
		.join(';');
}

/** What the program adds to the spaces of a family, in thousandths of its em. */
const SPACED = new Map(
	[...xml.matchAll(/<family [^>]*name="([^"]+)"[^>]* word-space="([\d.]+)"/g)].map(([, name, em]) => [
		name,
		Math.round(em * 1000),
	]),
);

/** Spaces that the program widens: they are no narrower than HarfBuzz has them. */
const isWidened = (text, item, glyph) => SPACED.has(item.family) && text[glyph.cluster] === ' ';

/** A glyph in words; its advance left out where it is a widened space. */
const inWords = ({ gid, advance, dx, dy, unsafe }, widened) => [gid, widened ? '*' : advance, dx, dy, unsafe].join(' ');

function collect(file, cases) {
	const asked = paragraphs(inspect(file, 'items'), readItem),
		got = paragraphs(inspect(file, 'glyphs'), readRun);
	assert.equal(asked.length, got.length);
	asked.forEach(({ unit, lines }, p) => {
		const text = wholeText(lines);
		lines.forEach((item, i) => {
			const { start, length, glyphs } = got[p].lines[i];
			assert.deepEqual(
				[start, length, item.text.length],
				[item.start, item.length, item.length],
				`${unit}: runs and items differ`,
			);
			cases.push({
				where: `${file.language.tag} ${unit} "${item.text}"`,
				line: question(item, text, text.length),
				widened: glyphs.map((glyph) => isWidened(text, item, glyph)),
				glyphs,
			});
		});
	});
}

const cases = [];
for (const file of allFiles()) collect(file, cases);

const questions = [...new Set(cases.map(({ line }) => line))];
const answers = new Map(
	run('hb-shape', ['--batch'], { input: `${questions.join('\n')}\n` })
		.toString()
		.trim()
		.split('\n')
		.map((line, i) => [
			questions[i],
			JSON.parse(line).map(({ g, ax, dx, dy, fl = 0 }) => ({ gid: g, advance: ax, dx, dy, unsafe: (fl & 1) === 1 })),
		]),
);

const languages = new Set(cases.map(({ where }) => where.split(' ')[0]));

for (const tag of languages)
	test(tag, (t) => {
		const own = cases.filter(({ where }) => where.startsWith(`${tag} `));
		for (const { where, line, glyphs, widened } of own) {
			const print = (list) => list.map((glyph, i) => inWords(glyph, widened[i]));
			assert.deepEqual(print(glyphs), print(answers.get(line)), where);
			assert.ok(glyphs.every(({ advance }, i) => advance >= answers.get(line)[i].advance), where);
		}
		t.diagnostic(`${own.length} runs, ${own.reduce((sum, { glyphs }) => sum + glyphs.length, 0)} glyphs`);
	});

test('words of Nastaliq stand apart, most where dots reach over the space', () => {
	const added = cases
		.filter(({ where }) => where.startsWith('ur '))
		.flatMap(({ line, glyphs, widened }) =>
			glyphs.map(({ advance }, i) => advance - answers.get(line)[i].advance).filter((_, i) => widened[i]),
		);
	const least = SPACED.get('Noto Nastaliq Urdu');
	assert.equal(Math.min(...added), least);
	assert.ok(Math.max(...added) > least + 200 && added.filter((more) => more > least).length * 4 < added.length);
});

test('hb-shape answered every question', () => assert.equal(answers.size, questions.length));

test('it can fail: a run asked in another script', () => {
	const { line, glyphs } = cases.find(
		({ where, line: asked }) => /^ar /.test(where) && asked.includes('script=Arab'),
	);
	const [answer] = run('hb-shape', ['--batch'], { input: `${line.replace('script=Arab', 'script=Latn')}\n` })
		.toString()
		.split('\n');
	assert.notDeepEqual(
		JSON.parse(answer).map(({ g }) => `${g}`),
		glyphs.map(({ gid }) => `${gid}`),
	);
});
