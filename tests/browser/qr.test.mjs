// The QR code as a telephone meets it: on the printed page, and on a copy of a copy (200 dpi, black and white).
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {program, root, site} from './browser.mjs';

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

const sheets = readdirSync(join(site, 'verklaring'))
	.filter(name => /^verklaring-(so|ar|ti|nl)(\+nl)?-(office|large|booklet|booklet-large)\.pdf$/.test(name));

// The page with the code: the last one, which in a booklet lies on the front of the first sheet.
const pageOf = path => /-booklet/.test(path) ? 1 : +/Pages:\s+(\d+)/.exec(run('pdfinfo', [path]))[1];

test('decoded from the page, and from a copy of a copy', () => {
	assert.equal(sheets.length, 4 * 4 + 3 * 2);
	for (const name of sheets) {
		const stem = join(work, name), tag = /^verklaring-([a-z]+)/.exec(name)[1];
		const page = pageOf(join(site, 'verklaring', name));
		run('pdftoppm', ['-r', '200', '-gray', '-f', page, '-l', page, '-singlefile', join(site, 'verklaring', name), stem]);
		assert.equal(decode(`${stem}.pgm`), `https://example.org/v/verklaring/${tag}.html`, name);
		copy(`${stem}.pgm`, `${stem}-1.pgm`);
		copy(`${stem}-1.pgm`, `${stem}-2.pgm`);
		assert.equal(decode(`${stem}-2.pgm`), `https://example.org/v/verklaring/${tag}.html`, `${name}, copied twice`);
	}
});

// The leaflets for young people: on the back, beside the imprint. Their pages lie in a folder whose name tells nothing.
function leafletSite() {
	const data = join(work, 'data'), output = join(work, 'site'), editions = join(data, 'templates/editions.xml');
	mkdirSync(join(data, 'translations/eer'), {recursive: true});
	for (const name of ['templates', 'fonts', 'translations/common', 'translations/facts.xml', 'translations/languages.xml'])
		cpSync(join(root, name), join(data, name), {recursive: true});
	for (const name of ['nl.xml', 'so.xlf', 'ar.xlf'])
		cpSync(join(root, 'translations/eer', name), join(data, 'translations/eer', name));
	writeFileSync(editions, readFileSync(editions, 'utf8')
		.replace(/<edition id="(?!(?:office|screen|discreet)" templates="leaflet)[^]*?<\/edition>/g, ''));
	run(program, ['catalogue', '--drafts', '--data', data, '--output', output, '--base-url', 'https://example.org/v']);
	const folder = readdirSync(output).find(name => readdirSync(join(output, name), {withFileTypes: true}).some(file => file.name === 'so.html') && name !== 'taal');
	return {folder, path: join(output, folder)};
}

test('on the back of the leaflets for young people, and nowhere on the card that tells nothing', () => {
	const {folder, path} = leafletSite();
	for (const tag of ['nl', 'so', 'ar', 'so+nl', 'ar+nl'])
		for (const [edition, page] of [['office', 1], ['screen', 8]]) {
			const stem = join(work, `${tag}-${edition}`), wanted = `https://example.org/v/${folder}/${tag.slice(0, 2)}.html`;
			run('pdftoppm', ['-r', '200', '-gray', '-f', page, '-l', page, '-singlefile', join(path, `${tag}-${edition}.pdf`), stem]);
			assert.equal(decode(`${stem}.pgm`), wanted, `${tag} ${edition}`);
			copy(`${stem}.pgm`, `${stem}-1.pgm`);
			copy(`${stem}-1.pgm`, `${stem}-2.pgm`);
			assert.equal(decode(`${stem}-2.pgm`), wanted, `${tag} ${edition}, copied twice`);
		}
	for (const page of [1, 2]) {
		run('pdftoppm', ['-r', '300', '-gray', '-f', page, '-l', page, '-singlefile', join(path, 'so-discreet.pdf'), join(work, 'card')]);
		assert.equal(decode(join(work, 'card.pgm')), '', `discreet, side ${page}`);
	}
});

// Its place on paper in millimetres, from the templates.
const places = {office: [174.5, 254], large: [174.5, 251.9], booklet: [116, 164.8], 'booklet-large': [116, 164.8]};
const BOX = 26.4, MODULES = 33, QUIET = 4;

test('twenty millimetres at least, and nothing else in a quiet zone of four modules', () => {
	for (const [edition, [x0, y0]] of Object.entries(places)) {
		const stem = join(work, edition), path = join(site, `verklaring/verklaring-nl-${edition}.pdf`), page = pageOf(path);
		run('pdftoppm', ['-r', '254', '-gray', '-f', page, '-l', page, '-singlefile', path, stem]);
		// At 254 dpi ten pixels are a millimetre.
		const {width, data} = readGrey(`${stem}.pgm`), at = [];
		for (let y = Math.ceil(10 * y0); y < 10 * (y0 + BOX) - 1; y++)
			for (let x = Math.ceil(10 * x0); x < 10 * (x0 + BOX) - 1; x++)
				if (data[y * width + x] < 200)
					at.push([x / 10 - x0, y / 10 - y0]);
		for (const side of [0, 1]) {
			const all = at.map(point => point[side]), least = Math.min(...all), most = Math.max(...all) + 0.1;
			const module = BOX / (MODULES + 2 * QUIET);
			assert.ok(most - least >= 20, `${edition}: ${most - least} mm`);
			assert.ok(Math.abs(least - QUIET * module) < 0.2 && Math.abs(most - (BOX - QUIET * module)) < 0.2,
				`${edition}: ink from ${least} to ${most} mm of ${BOX}`);
		}
	}
});

test('a figure with an alternative text in the file', () => {
	const info = run('pdfinfo', ['-struct-text', join(site, 'verklaring/verklaring-so-office.pdf')]).toString();
	assert.match(info, /Figure[^]*$/);
	const mutool = run('mutool', ['show', join(site, 'verklaring/verklaring-nl-office.pdf'), 'grep']).toString();
	assert.match(mutool, /\/Alt ?\(QR-code: deze tekst op internet\)|QR-code/);
});
