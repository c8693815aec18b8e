// The QR code as a telephone meets it: on the printed page, and on a copy of a copy (200 dpi, black and white).
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {site} from './browser.mjs';

const work = mkdtempSync(join(tmpdir(), 'qr-'));
after(() => rmSync(work, {recursive: true}));

const run = (program, args) => execFileSync(program, args, {maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']});
const decode = picture => spawnSync('zbarimg', ['-q', '--raw', picture], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).stdout.trim();

// A grey picture: {width, height, data} of a PGM (P5) file.
function readGrey(path) {
	const bytes = readFileSync(path), head = /^P5\s+(\d+)\s+(\d+)\s+(\d+)\s/.exec(bytes.subarray(0, 64).toString('latin1'));
	return {width: +head[1], height: +head[2], data: bytes.subarray(head[0].length)};
}

// What a copier does: takes it in askew by half a pixel and a little softer, and puts out black and white.
function copy(path, to) {
	const {width, height, data} = readGrey(path), out = Buffer.alloc(width * height);
	for (let y = 1; y < height - 1; y++)
		for (let x = 1; x < width - 1; x++) {
			let sum = 0;
			for (const at of [0, 1, width, width + 1, -1, -width])
				sum += data[y * width + x + at];
			out[y * width + x] = sum / 6 < 140 ? 0 : 255;
		}
	writeFileSync(to, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), out]));
}

const sheets = readdirSync(join(site, 'verklaring')).filter(name => /^verklaring-(so|ar|ti|nl)(\+nl)?-office\.pdf$/.test(name));

test('decoded from the page, and from a copy of a copy', () => {
	assert.ok(sheets.length >= 7);
	for (const name of sheets) {
		const stem = join(work, name), tag = /^verklaring-([a-z]+)/.exec(name)[1];
		const pages = +/Pages:\s+(\d+)/.exec(run('pdfinfo', [join(site, 'verklaring', name)]))[1];
		run('pdftoppm', ['-r', '200', '-gray', '-f', pages, '-l', pages, '-singlefile', join(site, 'verklaring', name), stem]);
		assert.equal(decode(`${stem}.pgm`), `https://example.org/v/verklaring/${tag}.html`, name);
		copy(`${stem}.pgm`, `${stem}-1.pgm`);
		copy(`${stem}-1.pgm`, `${stem}-2.pgm`);
		assert.equal(decode(`${stem}-2.pgm`), `https://example.org/v/verklaring/${tag}.html`, `${name}, copied twice`);
	}
});

test('twenty millimetres at least, with a quiet zone of four modules', () => {
	const stem = join(work, 'size');
	run('pdftoppm', ['-r', '254', '-gray', '-f', '2', '-l', '2', '-singlefile', join(site, 'verklaring/verklaring-nl-office.pdf'), stem]);
	const {width, data} = readGrey(`${stem}.pgm`);
	// At 254 dpi ten pixels are a millimetre. The symbol stands at the end, above the rule at 280.5 mm.
	let left = Infinity, right = 0, top = Infinity, bottom = 0;
	for (let y = 2542; y < 2800; y++)
		for (let x = 1740; x < 2010; x++)
			if (data[y * width + x] < 128) {
				left = Math.min(left, x); right = Math.max(right, x);
				top = Math.min(top, y); bottom = Math.max(bottom, y);
			}
	const size = (right - left + 1) / 10, tall = (bottom - top + 1) / 10, module = size / 29;
	assert.ok(size >= 20 && size < 23 && Math.abs(size - tall) < 0.2, `${size} x ${tall} mm`);
	let ink = 0;
	for (let y = Math.round(top - 40 * module); y < Math.min(2803, bottom + 40 * module); y++)
		for (let x = Math.round(left - 39 * module); x < right + 39 * module; x++)
			if ((x < left || x > right || y < top || y > bottom) && data[y * width + x] < 200)
				ink++;
	assert.equal(ink, 0, 'ink in the quiet zone');
});

test('a figure with an alternative text in the file', () => {
	const info = run('pdfinfo', ['-struct-text', join(site, 'verklaring/verklaring-so-office.pdf')]).toString();
	assert.match(info, /Figure[^]*$/);
	const mutool = run('mutool', ['show', join(site, 'verklaring/verklaring-nl-office.pdf'), 'grep']).toString();
	assert.match(mutool, /\/Alt ?\(QR-code: deze tekst op internet\)|QR-code/);
});
