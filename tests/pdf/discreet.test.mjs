// The card that tells nothing: no word of rules/forbidden.json, in whatever language, stands in its name, its outer panels or
// anything that a telephone, an operating system or a search shows of it. Only the inner text may say what it is about.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { catalogue, made, program, root, run, workshop } from './suite.mjs';

const POINTS_PER_MM = 72 / 25.4;
const forbidden = Object.values(JSON.parse(readFileSync(join(root, 'tests/pdf/rules/forbidden.json'), 'utf8'))).flat();
const output = workshop('discreet');

/** Text as a reader may meet it in bytes: as UTF-8, as UTF-16 (as PDF strings are), and the same in hexadecimal. */
function readings(bytes) {
	const hex = [...bytes.toString('latin1').matchAll(/<([0-9A-Fa-f\s]{4,})>/g)].map(([, digits]) =>
		Buffer.from(digits.replace(/\s/g, ''), 'hex'),
	);
	const wide = (buffer) => {
		const even = Buffer.from(buffer.subarray(0, buffer.length & ~1));
		const odd = Buffer.from(buffer.subarray(1, 1 + ((buffer.length - 1) & ~1)));
		return [even.swap16().toString('utf16le'), odd.swap16().toString('utf16le')];
	};
	return [bytes, ...hex].flatMap((buffer) => [buffer.toString('utf8'), ...wide(buffer)]).map((text) => text.toLowerCase());
}

/** Words that are found where none may stand. */
const told = (texts) => forbidden.filter((word) => texts.some((text) => text.includes(word.toLowerCase())));

/** All objects but what is painted and what it means: pages' content, fonts' programs, their way back to Unicode. */
function objects(path) {
	const json = JSON.parse(run('qpdf', ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', path]).toString());
	const all = json.qpdf[1];
	const painted = new Set();
	const put = (reference) => [reference].flat().forEach((one) => painted.add(`obj:${one}`));
	for (const { value } of Object.values(all)) if (value?.['/Type'] === '/Page') put(value['/Contents']);
	for (const { value } of Object.values(all)) if (value?.['/ToUnicode']) put(value['/ToUnicode']);
	for (const { value, stream } of Object.values(all))
		for (const key of ['/FontFile2', '/FontFile3']) {
			const program = (value ?? stream?.dict)?.[key];
			if (program) put(program);
		}
	return Object.entries(all).flatMap(([name, { value, stream }]) => {
		const words = [JSON.stringify(value ?? stream.dict).toLowerCase()];
		if (stream && !painted.has(name)) words.push(...readings(Buffer.from(stream.data ?? '', 'base64')));
		return words;
	});
}

/** Everything in the file as it lies there; in packed bytes the shortest words would be found by chance. */
const long = (words) => words.filter((word) => /[^\x20-\x7e]/.test(word) || word.length > 4);
const raw = (path) => [
	...readings(readFileSync(path)),
	...readings(run('qpdf', ['--qdf', '--object-streams=disable', '--stream-data=preserve', path, '-'])),
];

/** What can be read on the two outer panels, the upper half of the strip in front. */
function outside(path, sheet) {
	const [width, height] = sheet.page.map((mm) => Math.round(mm * POINTS_PER_MM));
	const left = Math.round(((210 - sheet.page[0]) / 2) * POINTS_PER_MM);
	const top = Math.round(((297 - 4 * sheet.page[1]) / 2) * POINTS_PER_MM);
	const box = ['-x', left, '-y', top, '-W', width, '-H', 2 * height].map(String);
	return run('pdftotext', ['-f', '1', '-l', '1', ...box, '-layout', path, '-']).toString();
}

/** The chunks of a PNG: [type, bytes]. */
function chunks(bytes) {
	const list = [];
	for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
		list.push([bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))]);
	return list;
}

function render(...options) {
	rmSync(output, { recursive: true, force: true });
	run(program, ['render', '--data', root, '--output', output, ...options]);
	return readdirSync(output)
		.sort()
		.map((name) => join(output, name));
}

const leaflets = catalogue().documents.filter((document) => made(document, 'discreet'));
const CARD = { page: [85.6, 54] };

test('there are five leaflets, and each is a card that tells nothing', () => assert.ok(leaflets.length >= 5));

for (const { id, translations } of leaflets)
	test(id, async (t) => {
		const files = render('--document', id, '--edition', 'discreet');
		assert.equal(files.length, 1, 'in Dutch unless asked otherwise');
		const tags = translations.filter(({ units, translated }) => units === translated).map(({ language }) => language);
		for (const tag of tags)
			await t.test(tag, () => {
				const [path] = render('--document', id, '--edition', 'discreet', '--language', tag);
				assert.deepEqual(told([basename(path).toLowerCase()]), [], 'name');
				assert.deepEqual(long(told(raw(path))), [], 'bytes');
				assert.deepEqual(told(objects(path)), [], 'objects');
				const words = outside(path, CARD).toLowerCase();
				assert.match(words, /\S/, 'there is something outside');
				assert.deepEqual(told([words]), [], 'outer panels');
				const json = run('qpdf', ['--json=2', path]).toString();
				for (const key of ['/StructTreeRoot', '/Outlines', '/Alt"', '/ActualText', '/Annots', '/EmbeddedFiles', '/Subtype": "/Image'])
					assert.ok(!json.includes(key), key);
			});
	});

test('as pictures', () => {
	const files = render('--document', leaflets[0].id, '--edition', 'discreet-picture');
	assert.ok(files.length > 1 && files.every((path) => path.endsWith('.png')));
	for (const path of files) {
		assert.deepEqual(told([basename(path).toLowerCase()]), [], 'name');
		const found = chunks(readFileSync(path));
		assert.deepEqual([...new Set(found.map(([type]) => type))].filter((type) => !/^(IHDR|PLTE|IDAT|IEND|pHYs|sRGB)$/.test(type)), [], 'chunks');
	}
});

test('it can fail', async (t) => {
	const [path] = render('--document', 'eer', '--edition', 'office', '--language', 'nl');
	await t.test('name', () => assert.ok(told(['eergerelateerd-nl.pdf']).length));
	await t.test('title of a leaflet that is not discreet', () => assert.ok(told(raw(path)).length && told(objects(path)).length));
	await t.test('UTF-16', () => assert.ok(told(readings(Buffer.from('زواج', 'utf16le').swap16())).length));
	await t.test('hexadecimal', () => {
		const hex = Buffer.from('huwelijk', 'utf16le').swap16().toString('hex');
		assert.ok(told(readings(Buffer.from(`<feff${hex}>`))).length);
	});
	await t.test('the inner text says what it is about', () => {
		const [card] = render('--document', 'eer', '--edition', 'discreet');
		const pages = run('pdftotext', ['-layout', card, '-']).toString().toLowerCase();
		assert.ok(existsSync(card) && told([pages]).length);
	});
});
