// Pages as grey pictures, by four programs that share no code, and what can be asked of such pictures.
import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { run } from './suite.mjs';

export const DPI = 100;
const PER_POINT = DPI / 72;

/** Cuts a series of binary PGM pictures (as pdftoppm, mutool and Ghostscript print them) into {width, height, data}. */
export function readPgm(bytes) {
	const pictures = [];
	for (let at = 0; at < bytes.length;) {
		const head = /^P5\s+(?:#.*\n)*(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', at, at + 200));
		if (!head) throw new Error('not a PGM picture');
		const width = Number(head[1]),
			height = Number(head[2]),
			start = at + head[0].length;
		pictures.push({ width, height, data: bytes.subarray(start, start + width * height) });
		at = start + width * height;
	}
	return pictures;
}

let pdfium;

const plain = async ({ data }) => data;

/** PDFium's own size is cut down to whole points; the other programs round a page up to whole pixels. */
function size(page) {
	const { originalWidth, originalHeight } = page.getOriginalSize();
	return { width: Math.ceil(originalWidth * PER_POINT), height: Math.ceil(originalHeight * PER_POINT) };
}

async function drawPdfium(path) {
	pdfium ??= await PDFiumLibrary.init();
	const document = await pdfium.loadDocument(readFileSync(path)),
		pictures = [];
	for (const page of document.pages())
		pictures.push(await page.render({ ...size(page), colorSpace: 'Gray', render: plain }));
	document.destroy();
	return pictures.map(({ width, height, data }) => ({ width, height, data: Buffer.from(data) }));
}

/** name: (path) => the pages of a file. */
export const RASTERS = {
	poppler: (path) => readPgm(run('pdftoppm', ['-r', DPI, '-gray', path])),
	mupdf: (path) => readPgm(run('mutool', ['draw', '-q', '-r', DPI, '-c', 'gray', '-F', 'pgm', '-o', '-', path])),
	ghostscript: (path) =>
		readPgm(
			run('gs', [
				'-q',
				'-dBATCH',
				'-dNOPAUSE',
				'-dSAFER',
				'-sDEVICE=pgmraw',
				`-r${DPI}`,
				'-dTextAlphaBits=4',
				'-dGraphicsAlphaBits=4',
				'-sOutputFile=-',
				path,
			]),
		),
	PDFium: drawPdfium,
};

export const closeRasters = () => pdfium?.destroy();

/** The pixels of a rectangle in points from the lower left corner: [left, top, right, bottom], cut to the picture. */
function pixels(picture, { x, y, width, height }) {
	const cut = (value, most) => Math.max(0, Math.min(most, value));
	return [
		cut(Math.floor(x * PER_POINT), picture.width),
		cut(Math.floor(picture.height - (y + height) * PER_POINT), picture.height),
		cut(Math.ceil((x + width) * PER_POINT), picture.width),
		cut(Math.ceil(picture.height - y * PER_POINT), picture.height),
	];
}

/** The darkest pixel of a rectangle: 0 is black, 255 is white paper. */
export function darkest(picture, rect) {
	const [left, top, right, bottom] = pixels(picture, rect);
	let least = 255;
	for (let row = top; row < bottom; row++)
		for (let i = row * picture.width + left; i < row * picture.width + right; i++)
			if (picture.data[i] < least) least = picture.data[i];
	return least;
}

/** The least or greatest of each pixel and its eight neighbours, rows first, then columns. */
function spread({ width, height, data }, pick) {
	const rows = Buffer.from(data),
		out = Buffer.from(data);
	for (let i = 1; i + 1 < data.length; i++) rows[i] = pick(data[i], pick(data[i - 1], data[i + 1]));
	for (let i = width; i < width * (height - 1); i++) out[i] = pick(rows[i], pick(rows[i - width], rows[i + width]));
	return out;
}

const least = (a, b) => (a < b ? a : b),
	most = (a, b) => (a > b ? a : b);

/** Grey levels by which a pixel must lie outside what the other picture has around it. */
const FAR = 128;

/**
 * The share of pixels that differ: those far from all that the other picture has within one pixel, so that smoothing
 * and rounding, in which every program has its own way, do not count and a missing or moved letter does.
 */
export function difference(a, b) {
	if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1) return 1;
	const low = spread(b, least),
		high = spread(b, most);
	const width = Math.min(a.width, b.width),
		height = Math.min(a.height, b.height);
	let count = 0;
	for (let row = 0; row < height; row++)
		for (let column = 0; column < width; column++) {
			const value = a.data[row * a.width + column],
				at = row * b.width + column;
			if (value < low[at] - FAR || value > high[at] + FAR) count++;
		}
	return count / (width * height);
}
