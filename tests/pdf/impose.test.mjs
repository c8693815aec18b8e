// Sheets as they are printed: every panel shows the same ink as the page it holds, its words can be copied, the file asks for
// the duplex it was laid out for, and an edition that stands in XML alone works like any other.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { difference, DPI, RASTERS, readPgm } from './raster.mjs';
import { root, run, verklaring, workshop } from './suite.mjs';

/** A page seldom begins on a whole pixel of the sheet, so pages are drawn finer than they are compared. */
const FINER = 3;
const PIXELS = (FINER * DPI) / 72;
/** The greatest share of pixels that may differ, in millionths: letters fall between pixels in another way. */
const LIMIT = 20;
const WALLET = `<edition id="wallet" name-nl="portefeuille" name-en="wallet" page="74.25mm 105mm" template-suffix="-card"
	sides="2" safe="5mm" stem="kaartje" title="forms.title" min-scale="0.85" max-scale="1.3">
	<floor styles="fold-body fold-item" size="8"/>
	<sheet size="210mm 297mm" columns="2" front="-1 1 -3 3" back="2 -2 4 -4" creep="0.2mm"><fold column="1"/></sheet>
</edition></editions>`;

/** A tree of data with other editions. */
function plant(name, edit) {
	const path = join(workshop('impose'), name);
	rmSync(path, { recursive: true, force: true });
	mkdirSync(path, { recursive: true });
	for (const part of ['translations', 'fonts']) symlinkSync(join(root, part), join(path, part));
	cpSync(join(root, 'templates'), join(path, 'templates'), { recursive: true });
	const editions = join(path, 'templates/editions.xml');
	writeFileSync(editions, edit(readFileSync(editions, 'utf8')));
	return { name, path, output: join(path, 'out') };
}

const folded = plant('folded', (xml) => xml.replace('</editions>', WALLET)),
	single = plant('single', (xml) => xml.replace('</editions>', WALLET).replace(/<sheet [^>]*?(\/>|>.*?<\/sheet>)/gs, ''));

function render(tree, edition, language, ...options) {
	const what = ['--document', 'verklaring', '--edition', edition, '--language', language, ...options];
	verklaring(tree, 'render', '--output', tree.output, ...what);
	const stem = edition === 'wallet' ? 'kaartje' : 'verklaring';
	return join(tree.output, `${stem}-${language.replaceAll(',', '+')}-${edition}.pdf`);
}

/** The panels of every side as the layout has them: [[{id, x, y, turned}]]. */
function sides(edition, language) {
	const what = ['--document', 'verklaring', '--edition', edition, '--language', language];
	const text = verklaring(folded, 'inspect', '--stage=sheets', ...what);
	return text
		.split(/^side .*$/m)
		.slice(1)
		.map((side) =>
			[...side.matchAll(/^ {2}page (\S+) at (\S+) (\S+)( turned)?$/gm)].map(([, id, x, y, turned]) => ({
				id,
				x: Number(x),
				y: Number(y),
				turned: Boolean(turned),
			})),
		);
}

/** Cuts a page of this size in points out of a picture, and puts it upright: its upper left corner decides on the pixels. */
function cut(picture, { x, y, turned }, size, { width, height }, [dx, dy]) {
	const right = Math.round((x + size.width) * PIXELS),
		bottom = Math.round(picture.height - y * PIXELS),
		left = turned ? right - width : Math.round(x * PIXELS),
		top = turned ? bottom - height : Math.round(picture.height - (y + size.height) * PIXELS),
		data = Buffer.alloc(width * height, 255);
	for (let row = 0; row < height; row++)
		for (let column = 0; column < width; column++) {
			const [r, c] = turned ? [height - 1 - row, width - 1 - column] : [row, column];
			data[row * width + column] = picture.data[(top + dy + r) * picture.width + left + dx + c] ?? 255;
		}
	return { width, height, data };
}

const drawn = (path) => readPgm(run('pdftoppm', ['-r', FINER * DPI, '-gray', path]));

/** The mean of every square of pixels. */
function coarse({ width, height, data }) {
	const [w, h] = [Math.floor(width / FINER), Math.floor(height / FINER)],
		out = Buffer.alloc(w * h);
	for (let row = 0; row < h; row++)
		for (let column = 0; column < w; column++) {
			let sum = 0;
			for (let i = 0; i < FINER * FINER; i++)
				sum += data[(row * FINER + Math.floor(i / FINER)) * width + column * FINER + (i % FINER)];
			out[row * w + column] = sum / (FINER * FINER);
		}
	return { width: w, height: h, data: out };
}

/** Without the outermost millimetre, where neighbours and marks begin. */
function inner({ width, height, data }) {
	const edge = Math.ceil(DPI / 25.4) + 1;
	const out = Buffer.from(data);
	for (let row = 0; row < height; row++)
		for (let column = 0; column < width; column++)
			if (row < edge || column < edge || row >= height - edge || column >= width - edge)
				out[row * width + column] = 255;
	return { width, height, data: out };
}

const SHIFTS = [0, -1, 1].flatMap((dx) => [0, -1, 1].map((dy) => [dx, dy]));

const shares = (a, b) => Math.max(difference(a, b), difference(b, a)) * 1e6;

/** The single pages: masters of these layouts are made once, in order. */
function singles(edition, language) {
	const what = ['--document', 'verklaring', '--edition', edition, '--language', language];
	const text = verklaring(single, 'inspect', '--stage=pages', ...what);
	return [...text.matchAll(/^page \d+ (\S+) (\S+) (\S+)$/gm)].map(([, id, width, height]) => ({
		id,
		width: Number(width),
		height: Number(height),
	}));
}

let worst = 0;

for (const edition of ['booklet', 'booklet-large', 'pocket', 'card', 'wallet'])
	for (const language of ['so', 'ar', 'ti'])
		test(`${edition} ${language}: panels are the single pages`, () => {
			const pages = drawn(render(single, edition, language)),
				printed = drawn(render(folded, edition, language)),
				sizes = singles(edition, language);
			let count = 0;
			sides(edition, language).forEach((panels, side) =>
				panels.forEach((panel) => {
					const index = sizes.findIndex(({ id }) => id === panel.id),
						page = inner(coarse(pages[index]));
					const share = (shift) =>
						shares(inner(coarse(cut(printed[side], panel, sizes[index], pages[index], shift))), page);
					const least = SHIFTS.reduce((best, shift) => (best <= LIMIT ? best : Math.min(best, share(shift))), Infinity);
					worst = Math.max(worst, least);
					assert.ok(least <= LIMIT, `${panel.id}: ${least.toFixed(0)} millionths of the pixels differ`);
					count++;
				}),
			);
			assert.equal(count, pages.length);
		});

test('it can fail', (t) => {
	t.diagnostic(`worst share: ${worst.toFixed(0)} millionths of the pixels, at most ${LIMIT}`);
	const [page, other] = RASTERS.poppler(render(single, 'card', 'so'));
	assert.ok(shares(page, other) > 10 * LIMIT);
});

const viewer = (path) => JSON.parse(run('qpdf', ['--json', '--json-key=qpdf', path])).qpdf[1];

function preferences(path) {
	const objects = Object.values(viewer(path)).map(({ value }) => value ?? {});
	return objects.find((value) => value['/Type'] === '/Catalog')['/ViewerPreferences'];
}

test('the file asks for its duplex and its binding', () => {
	const wanted = { long: '/DuplexFlipLongEdge', short: '/DuplexFlipShortEdge', none: '/Simplex' };
	for (const [edge, value] of Object.entries(wanted)) {
		assert.equal(preferences(render(folded, 'booklet', 'ar', '--duplex', edge))['/Duplex'], value);
		run('qpdf', ['--check', render(folded, 'pocket', 'ar', '--duplex', edge)]);
	}
	assert.equal(preferences(render(folded, 'booklet', 'ar'))['/Direction'], '/R2L');
	assert.equal(preferences(render(folded, 'booklet', 'so'))['/Direction'], undefined);
	assert.equal(preferences(render(folded, 'booklet', 'so'))['/Duplex'], '/DuplexFlipLongEdge');
});

/** The words of a file in any order. */
const words = (path) => run('pdftotext', ['-raw', path, '-']).toString().split(/\s+/).filter(Boolean).sort();

test('words stay words', () => {
	for (const language of ['so', 'ti'])
		assert.deepEqual(words(render(folded, 'pocket', language)), words(render(single, 'pocket', language)));
});

test('imposed sheets are untagged', () => {
	const text = JSON.stringify(viewer(render(folded, 'card', 'ar')));
	assert.ok(!text.includes('StructTreeRoot') && !text.includes('MarkInfo'));
});

test('a round of four languages is one page, two rounds of eight', () => {
	const path = render(folded, 'round', 'so,ar,ti,am');
	assert.equal(RASTERS.poppler(path).length, 1);
	const text = run('pdftotext', [path, '-']).toString();
	for (const language of ['Somalisch', 'Arabisch', 'Tigrinya', 'Amhaars']) assert.ok(text.includes(language), language);
	assert.ok(existsSync(render(folded, 'round', 'so,nl')));
	const what = ['--document', 'verklaring', '--edition', 'round', '--output', folded.output, '--language', 'so,ar,ti,am,nl'];
	verklaring(folded, 'render', ...what);
	assert.ok(existsSync(join(folded.output, 'verklaring-nl-round.pdf')));
});

test('an edition of XML alone has its stem, its title and its sheets', () => {
	const path = render(folded, 'wallet', 'so');
	const info = run('pdfinfo', [path]).toString();
	assert.match(info, /Pages: +2\n/);
	assert.match(info, /Title: +Nooc kasta/);
	run('qpdf', ['--check', path]);
});
