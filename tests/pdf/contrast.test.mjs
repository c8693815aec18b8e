// Contrast of every text colour against the paper: at least 4.5 to 1 (WCAG 2.1, 1.4.3), and no text that is light on
// dark, for that a plain printer spoils it. Measured in the content, so whatever the theme says, this is what is drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { content } from './content.mjs';
import { showText } from './font.mjs';
import { Breaker } from './broken.mjs';
import { Pdf } from './pdf.mjs';
import { files, workshop } from './suite.mjs';

const LEAST = 4.5;
const FILLS = new Set([0, 2, 4, 6]);

const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** Red, green and blue of a colour, 0 to 1. */
function rgb({ space, values }) {
	if (space === '/DeviceRGB') return values;
	if (space === '/DeviceGray') return [values[0], values[0], values[0]];
	if (space === '/DeviceCMYK') return values.slice(0, 3).map((part) => (1 - part) * (1 - values[3]));
	throw new Error(`a colour space that this test cannot judge: ${space}`);
}

/** Relative luminance, and the contrast of a colour against white paper. */
function contrast(color) {
	const [r, g, b] = rgb(color).map(linear);
	return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

/** The texts of a file that are too pale: every colour once. */
function pale(pdf) {
	const found = new Map();
	for (const page of pdf.pages)
		for (const show of content(pdf, page).shows) {
			const words = showText(pdf, show),
				color = FILLS.has(show.mode) ? show.fill : show.stroke;
			if (words.trim() && contrast(color) < LEAST)
				found.set(
					color.values.join(' '),
					`${contrast(color).toFixed(2)} to 1: "${words}" in ${color.values.join(' ')}`,
				);
		}
	return [...found.values()];
}

const hidden = (pdf) =>
	pdf.pages.flatMap((page) =>
		content(pdf, page)
			.shows.filter(({ mode }) => mode === 3 || mode === 7)
			.map((show) => showText(pdf, show)),
	);

for (const file of files(() => true))
	test(file.name, () => {
		const pdf = new Pdf(file.path);
		assert.deepEqual(pale(pdf), [], 'text too pale on white, or reversed');
		assert.deepEqual(hidden(pdf), [], 'text that cannot be seen');
	});

test('it can fail', async (t) => {
	const breaker = new Breaker(files()[0].path, workshop('broken-contrast'));
	const edited = (name, operators) =>
		breaker.edit(name, (draft) => draft.content((source) => source.replace(/BT\n/g, `BT\n${operators}\n`)));
	await t.test('grey text', () => assert.ok(pale(edited('grey', '0.5 g')).length));
	await t.test('white text', () => assert.ok(pale(edited('white', '1 1 1 rg')).length));
	await t.test('hidden text', () => assert.ok(hidden(edited('hidden', '3 Tr')).length));
});
