// PDF/X-4: every file for a print shop, held to the checklist; each rule is shown to fail; then the plates themselves,
// as Ghostscript's tiffsep makes them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Breaker } from './broken.mjs';
import { claims, judge, testCoverage, testFiles } from './conformance.mjs';
import { Pdf } from './pdf.mjs';
import { rules } from './rules/press.mjs';
import { files, run, verklaring, real, workshop } from './suite.mjs';

testFiles(rules, 'x4');

const press = files(claims('x4')),
	good = press.find(({ document, language }) => document === 'verklaring' && language.direction === 'rtl'),
	shop = workshop('x4'),
	breaker = new Breaker(good.path, shop);
const swap = (from, to) => (source) => {
	assert.match(source, from);
	return source.replace(from, to);
};
const intent = (d) => d.catalog['/OutputIntents'][0];
const profile = (edit) => (d) => d.stream(intent(d)['/DestOutputProfile'], edit);
const descriptor = (d) => d.first({ '/Type': '/FontDescriptor' });
const states = (d) => d.get(d.pages[0]['/Resources'])['/ExtGState'];

// [rule, edit of a draft, other rules that then complain too]
const edits = [
	['press-plain', (d) => (d.get(d.pages[0]['/Contents'])['/F'] = 'u:elsewhere')],
	['press-intent', (d) => (intent(d)['/S'] = '/GTS_PDFA1')],
	['press-intent', (d) => d.catalog['/OutputIntents'].push({ ...intent(d) })],
	['press-intent', (d) => delete intent(d)['/OutputConditionIdentifier']],
	['press-intent', profile(swap(/prtr/, 'mntr'))],
	['press-intent', profile(swap(/CMYK/, 'RGB '))],
	['press-intent', profile((bytes) => bytes.slice(0, 5000))],
	['press-information', (d) => (d.info['/Trapped'] = '/Unknown')],
	['press-information', (d) => delete d.info['/Title']],
	['press-information', (d) => (d.info['/ModDate'] = 'u:D:20200101000000Z')],
	['press-information', (d) => d.xmp(swap(/<pdf:Trapped>False/, '<pdf:Trapped>True'))],
	['press-metadata', (d) => d.xmp(swap(/PDF\/X-4/, 'PDF/X-3'))],
	['press-metadata', (d) => d.xmp(swap(/<xmpMM:DocumentID>.*?<\/xmpMM:DocumentID>/, ''))],
	['press-boxes', (d) => delete d.pages[0]['/TrimBox']],
	['press-boxes', (d) => (d.pages[0]['/ArtBox'] = d.pages[0]['/TrimBox'])],
	['press-boxes', (d) => (d.pages[1]['/BleedBox'] = d.pages[1]['/TrimBox'])],
	['press-boxes', (d) => (d.pages[1]['/MediaBox'] = d.pages[1]['/TrimBox'])],
	['press-boxes', (d) => (d.pages[0]['/UserUnit'] = 2)],
	['press-fonts', (d) => delete descriptor(d)['/FontFile2']],
	['press-colours', (d) => d.content((c) => `1 0 0 rg\n${c}`)],
	['press-opaque', (d) => (d.pages[0]['/Group'] = { '/S': '/Transparency', '/CS': '/DeviceRGB' })],
	['press-ink', (d) => d.content((c) => `q 1 1 .5 .5 k 0 0 9 9 re f Q\n${c}`)],
	['press-text-black', (d) => d.content(swap(/0 0 0 1 k/g, '.5 .5 .5 1 k'))],
	['press-overprint', (d) => d.content(swap(/\/O1 gs/g, '/O0 gs'))],
	['press-overprint', (d) => d.content(swap(/\/O0 gs/g, '/O1 gs'))],
	['press-overprint', (d) => Object.values(states(d)).forEach((state) => (state['/OPM'] = 0))],
	['press-no-annotations', (d) => (d.pages[0]['/Annots'] = [d.add({ '/Subtype': '/Square', '/Rect': [0, 0, 9, 9] })])],
	['press-no-actions', (d) => (d.catalog['/OpenAction'] = { '/S': '/Named', '/N': '/Print' })],
	['press-no-forms', (d) => (d.catalog['/AcroForm'] = { '/Fields': [] })],
	['press-no-transfer', (d) => (states(d)['/O1']['/TR'] = '/Identity')],
	['press-no-foreign-objects', (d) => (d.catalog['/Names'] = { '/EmbeddedFiles': { '/Names': [] } })],
	['press-no-switching-layers', (d) => (d.catalog['/OCProperties'] = { '/OCGs': [], '/D': { '/AS': [] } })],
	['press-not-separated', (d) => (d.pages[0]['/SeparationInfo'] = { '/DeviceColorant': '/Black' })],
	['press-blending', (d) => (states(d)['/O1']['/BM'] = '/Multiply')],
	['press-no-images', (d) => d.pages.push(0) && (d.catalog['/Picture'] = d.add({ '/Subtype': '/Image', '/Width': 1 }, 'x'))],
];
const bytes = [
	['press-header', (source) => source.replace('%PDF-1.6', '%PDF-1.7')],
	['press-id', (source) => source.replace(/\/ID(?= *\[)/, '/IX')],
];

const names = (pdf) => judge(pdf, rules).map(([name]) => name);

test('a file that qpdf writes unchanged has no fault', () => assert.deepEqual(names(breaker.edit('unchanged')), []));
edits.forEach(([rule, edit], i) =>
	test(`it can fail: ${rule} ${i}`, () => assert.deepEqual(names(breaker.edit(`${rule}-${i}`, edit)), [rule])),
);
bytes.forEach(([rule, edit]) =>
	test(`it can fail: ${rule}`, () => assert.deepEqual(names(breaker.bytes(rule, edit)), [rule])),
);
// qpdf cannot write LZW: the rule reads the dictionary, so a dictionary is what is broken here.
test('it can fail: press-filters', () => {
	const pdf = breaker.edit('filters');
	pdf.get(pdf.pages[0].dict['/Contents'])['/Filter'] = '/LZWDecode';
	assert.deepEqual(names(pdf), ['press-filters']);
});
testCoverage(rules, [...edits, ...bytes].map(([rule]) => rule).concat('press-filters'));

/** An uncompressed grey TIFF: {width, height, data}, 255 where there is no ink. */
function readPlate(path) {
	const tiff = readFileSync(path),
		tags = new Map(),
		at = tiff.readUInt32LE(4);
	for (let i = 0; i < tiff.readUInt16LE(at); i++) {
		const entry = at + 2 + 12 * i,
			short = tiff.readUInt16LE(entry + 2) === 3,
			count = tiff.readUInt32LE(entry + 4),
			from = count * (short ? 2 : 4) > 4 ? tiff.readUInt32LE(entry + 8) : entry + 8;
		const read = (_, k) => (short ? tiff.readUInt16LE(from + 2 * k) : tiff.readUInt32LE(from + 4 * k));
		tags.set(tiff.readUInt16LE(entry), Array.from({ length: count }, read));
	}
	const sizes = tags.get(279);
	const data = Buffer.concat(tags.get(273).map((offset, i) => tiff.subarray(offset, offset + sizes[i])));
	return { width: tags.get(256)[0], height: tags.get(257)[0], data };
}

const INKS = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/** The four plates of every page. */
function plates(path, name, pages) {
	const base = join(shop, name);
	const options = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-sCompression=none', '-r72'];
	run('gs', [...options, `-sOutputFile=${base}-%d.tif`, path]);
	return Array.from({ length: pages }, (_, i) => INKS.map((ink) => readPlate(`${base}-${i + 1}(${ink}).tif`)));
}

const inked = ({ data }) => data.reduce((count, value) => count + (value < 250), 0);


for (const file of press) {
	const breaks = new Breaker(file.path, shop),
		pages = new Pdf(file.path).pages.length;
	const each = (edit) => (d) => d.pages.forEach((page) => edit(d, page));
	const own = (d, page, edit) => d.stream(page['/Contents'], edit);

	test(`${file.name}: no more ink than dries`, () => {
		for (const page of plates(file.path, file.name, pages))
			for (let i = 0; i < page[0].data.length; i++) {
				const ink = page.reduce((total, plate) => total + (255 - plate.data[i]) / 2.55, 0);
				assert.ok(ink <= 263, `${ink} % of ink`);
			}
	});

	// Colours are kept as the file sets them: were a word set in colour, it would stand on the other plates.
	test(`${file.name}: text is on the black plate alone`, () => {
		const keep = (source) => (source.match(/^(?:[\d. ]+ k|\/O\d gs|q|Q|BT|ET|.* Tf|.* Td|.* Ts|.*TJ)$/gm) ?? []).join('\n');
		const text = breaks.edit(`${file.name}-text`, each((d, page) => own(d, page, keep)));
		for (const [cyan, magenta, yellow, black] of plates(text.path, `${file.name}-text`, pages)) {
			assert.deepEqual([cyan, magenta, yellow].map(inked), [0, 0, 0]);
			assert.ok(inked(black) > 400, 'no text on the black plate');
		}
	});

	test(`${file.name}: nothing is drawn outside the bleed`, () => {
		const wide = breaks.edit(
			`${file.name}-wide`,
			each((d, page) => (page['/MediaBox'] = page['/MediaBox'].map((side, i) => side + (i < 2 ? -36 : 36)))),
		);
		for (const page of plates(wide.path, `${file.name}-wide`, pages))
			for (const { width, height, data } of page)
				for (let i = 0; i < data.length; i++) {
					const x = i % width,
						y = Math.floor(i / width),
						edge = Math.min(x, y, width - 1 - x, height - 1 - y);
					assert.ok(edge >= 35 || data[i] > 250, `ink at ${x} ${y}`);
				}
	});
}

test('artwork reaches the edge of the bleed', () => {
	const [[cyan]] = plates(good.path, 'edge', 2);
	assert.ok(good.edition.id !== 'press' || cyan.data.subarray(cyan.width, 2 * cyan.width).every((value) => value < 200));
});

test('crop marks stand outside the bleed, in black', () => {
	verklaring(real, 'render', '--document', good.document, '--language', 'ar', '--edition', 'press', '--marks', '--output', shop);
	const pdf = new Pdf(join(shop, `${good.document}-ar-press.pdf`));
	assert.deepEqual(names(pdf), []);
	const [media, bleed] = ['/MediaBox', '/BleedBox'].map((box) => pdf.pages[0].dict[box]);
	assert.ok(media[0] < bleed[0] - 14 && media[3] > bleed[3] + 14);
});

test('one ink on a press: only grey', () => {
	verklaring(real, 'render', '--document', good.document, '--language', 'so', '--edition', 'press', '--grey', '--output', shop);
	const path = join(shop, `${good.document}-so-press-grey.pdf`);
	for (const page of plates(path, 'grey', 2)) assert.deepEqual(page.slice(0, 3).map(inked), [0, 0, 0]);
	assert.deepEqual(names(new Pdf(path)).filter((rule) => rule !== 'press-overprint'), []);
});
