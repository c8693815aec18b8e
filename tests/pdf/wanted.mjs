// What must come back: the composed document, read off `inspect --stage=blocks`, and the order of its lines on the
// pages, off `inspect --stage=lines`. Numbers and dates are formatted here by Intl, not by the program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from './suite.mjs';

const BLOCK = /^(\w+) (\S+) (\S+) (\S+)(?: number=(\d+))?(?: list=(\d+))?(?: artwork=(\S+) alt="(.*)")?$/;
const SPAN = /^ {2}(\w+) +(\S+)( bold)?(?: ([a-z][\w.:-]*))?(?: <([^>]*)>)? "(.*)"$/;
const LINE = /^ {2}(\S+) (-?[\d.]+) (-?[\d.]+) size ([\d.]+) (.*)$/;
const SPECIAL = /<U\+([0-9A-F]{4,6})>/g;

/** Digits by language tag, as the tree's languages.xml gives them. */
function digits(tree, tag) {
	const xml = readFileSync(join(tree.path, 'translations/languages.xml'), 'utf8');
	return new RegExp(`<language tag="${tag}"[^>]* digits="(\\w+)"`).exec(xml)?.[1] ?? 'latn';
}

const date = (value) => new Date(`${value.padEnd(10, '-01')}T00:00:00Z`);
const number = ({ lang, numberingSystem }, value) => new Intl.NumberFormat(lang, { numberingSystem }).format(value);

const day =
	(form) =>
	({ lang, numberingSystem, value }) => {
		const options = { timeZone: 'UTC', calendar: 'gregory', numberingSystem, ...form };
		return new Intl.DateTimeFormat(lang, options).format(date(value));
	};

/** How each kind of span is said, given where it stands. */
const SAY = {
	text: (span) => span.value,
	literal: (span) => span.value,
	name: (span) => span.value,
	number: (span) => number(span, Number(span.value)),
	date: day({ dateStyle: 'long' }),
	month: day({ year: 'numeric', month: 'long' }),
	page: (span, place) => number(span, place.page),
	pages: (span, place) => number(span, place.pages),
};

/** A block as runs of {lang, text, link}; neighbours of one language and one link are one run. */
export function say(block, place) {
	if (block.alt !== undefined) return [{ lang: block.lang, text: block.alt }];
	return merge(block.spans.map((span) => ({ lang: span.lang, text: SAY[span.kind](span, place), link: span.link })));
}

export function merge(runs) {
	const out = [];
	for (const run of runs) {
		const last = out.at(-1);
		if (last && last.lang === run.lang && last.link === run.link) last.text += run.text;
		else if (run.text) out.push({ ...run });
	}
	return out;
}

export const plain = (runs) => runs.map((run) => run.text).join('');

function readBlock(line) {
	const [, role, style, lang, unit, count, list, artwork, alt] = BLOCK.exec(line);
	return { role, style, lang, unit, number: count, list, artwork, alt, spans: [] };
}

function readSpan(line, tree) {
	const [, kind, lang, bold, fact, link, value] = SPAN.exec(line);
	return { kind, lang, bold: Boolean(bold), fact, link, value, numberingSystem: digits(tree, lang) };
}

/** The composed document: {title, flows: [{id, blocks}], runnings: Map from page master to blocks}. */
export function readBlocks(print, tree) {
	const document = { flows: [], runnings: new Map() };
	let blocks;
	for (const line of print.split('\n').filter(Boolean)) {
		const [word, id] = line.split(' ');
		if (word === 'document') document.title = /"(.*)"/.exec(line)[1];
		else if (word === 'flow') document.flows.push({ id, blocks: (blocks = []) });
		else if (word === 'page') document.runnings.set(id, (blocks = []));
		else if (line.startsWith('  ')) blocks.at(-1).spans.push(readSpan(line, tree));
		else blocks.push(readBlock(line));
	}
	return document;
}

const restore = (words) =>
	words.replace(SPECIAL, (_, code) => String.fromCodePoint(parseInt(code, 16))).replaceAll('<hyphen>', '\u00AD');

/** The lines of each page: [[{unit, x, y, size, text}]], lengths in points from the lower left corner. */
export function readLines(print) {
	const pages = [];
	for (const line of print.split('\n').filter(Boolean)) {
		const match = LINE.exec(line);
		if (!match) pages.push([]);
		else
			pages.at(-1).push({ unit: match[1], x: +match[2], y: +match[3], size: +match[4], text: restore(match[5]) });
	}
	return pages;
}

/** The page masters in the order of the pages. */
export const readMasters = (print) => [...print.matchAll(/^page \d+ (\S+)/gm)].map((match) => match[1]);

/**
 * The lines of a page in pieces: all that follow one another in one unit, without the number before them. Runnings stay
 * as lines, for one string may stand there twice, in two languages.
 */
function pieces(lines, units) {
	const out = [];
	for (const { unit, text } of lines) {
		const last = out.at(-1);
		if (text.trim() === units.get(unit)?.number)
			out.push({ unit, text: text.trim(), number: true }, { unit, text: '' });
		else if (last?.unit === unit && !last.number && units.has(unit)) last.text += text;
		else out.push({ unit, text });
	}
	return out.filter((piece) => piece.text);
}

/** The whole of what is wanted of a file: the composed document, its units, and its pieces page by page. */
export function wanted(file) {
	const document = readBlocks(inspect(file, 'blocks'), file.tree);
	const blocks = document.flows.flatMap((flow) => flow.blocks);
	const units = new Map(blocks.map((block) => [block.unit, block]));
	const lines = readLines(inspect(file, 'lines')),
		masters = readMasters(inspect(file, 'pages'));
	return { document, blocks, lines, masters, pages: lines.map((page) => pieces(page, units)) };
}
