// typography.mjs PROGRAM: what every page of every language and edition keeps to, read off `inspect --stage=pages`.
//   floors of size per style and script; fill of each frame; the safe margin; thickness of rules; no widow lines; one scale per document.
//   It prints the scale found and the fill of each frame, before and after spare room was shared out.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.argv[2];
const attributes = text => Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(m => [m[1], m[2]]));
const points = length => length === undefined ? 0 : parseFloat(length) * (length.endsWith('mm') ? 72 / 25.4 : 1);
const failures = [];

const inspect = (stage, options) => execFileSync(program, ['inspect', '--document', 'verklaring', `--stage=${stage}`, '--data', root, ...options],
	{ encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' }, maxBuffer: 1 << 26 });

// Editions with their floors; how much a script's family enlarges, from fonts.xml.
const editions = [...readFileSync(join(root, 'templates/editions.xml'), 'utf8').matchAll(/<edition ([^>]*)>([\s\S]*?)<\/edition>/g)]
	.map(([, head, body]) => ({ ...attributes(head), floors: [...body.matchAll(/<floor ([^>]*)\/>/g)].map(m => attributes(m[1])) }));
const fonts = readFileSync(join(root, 'fonts/fonts.xml'), 'utf8');
const factors = Object.fromEntries([...fonts.matchAll(/<family ([^>]*)>/g)].map(m => attributes(m[1])).map(f => [f.name, parseFloat(f.size)]));
const languages = [...readFileSync(join(root, 'translations/languages.xml'), 'utf8').matchAll(/<language ([^>]*?)\/?>/g)].map(m => attributes(m[1]));
// Some languages are for the leaflets alone.
const has = tag => tag === 'nl' || existsSync(join(root, 'translations/verklaring', `${tag}.xlf`));
const offered = languages.filter(l => l.status === 'offered' && has(l.tag)).map(l => l.tag);

const floorOf = (edition, style, script) => {
	const own = edition.floors.filter(f => f.styles.split(' ').includes(style));
	const found = own.find(f => f.script === script) ?? own.find(f => !f.script);
	return found ? parseFloat(found.size) : 0;
};

const leastFill = 88;

function check(name, edition, options) {
	const fail = what => failures.push(`${name}: ${what}`);
	const safe = points(edition.safe), [width, height] = edition.page.split(' ').map(points);
	const fills = [];
	let scales = 0, scale = 0, page = '';
	for (const line of inspect('pages', options).split('\n')) {
		let m;
		if ((m = line.match(/^scale (\S+)/))) {
			scale = Number(m[1]);
			scales++;
		} else if ((m = line.match(/^page (\d+)/)))
			page = `page ${m[1]}`;
		else if ((m = line.match(/^ {2}frame (\S+) used (\S+) drawn (\S+) of (\S+)/))) {
			const fill = 100 * m[3] / m[4];
			fills.push(`${m[1]} ${(100 * m[2] / m[4]).toFixed(0)}>${fill.toFixed(0)}`);
			if (fill < leastFill || fill > 100.01)
				fail(`${page}: frame ${m[1]} is filled for ${fill.toFixed(1)} %`);
		} else if ((m = line.match(/^ {2}rule .* at (\S+) (\S+) \S+ (\S+) (\S+)$/))) {
			if (Math.min(m[3], m[4]) < 0.499)
				fail(`${page}: a rule of ${Math.min(m[3], m[4])} pt`);
		} else if ((m = line.match(/^ {2}glyphs .* at (\S+) (\S+) size (\S+) "([^"]+)"/))) {
			const [x, y, size] = [m[1], m[2], m[3]].map(Number);
			if (x < safe || x > width - safe || y < safe || y + 0.6 * size > height - safe)
				fail(`${page}: text at ${x} ${y}, nearer to the edge than ${edition.safe}`);
			if (size / (factors[m[4]] ?? 1) < 7.49)
				fail(`${page}: ${m[4]} at ${size} pt`);
		}
	}
	if (scales !== 1)
		fail(`${scales} scales in one document`);
	const least = Number(inspect('blocks', options).match(/^document .* scale (\d+)-\d+$/m)[1]);
	console.log(`${name.padEnd(24)} scale ${scale}${scale === least ? ' (its least)' : ''}  ${fills.join('  ')}`);
	checkLines(fail, edition, options);
}

// Lines: "  unit x y size N text". A paragraph that goes on elsewhere leaves two lines at least on either side.
function checkLines(fail, edition, options) {
	const parts = new Map(), floors = floorsOf(edition, options);
	let page = 0;
	for (const line of inspect('lines', options).split('\n')) {
		const p = line.match(/^page (\d+)/), m = line.match(/^ {2}(\S+) (\S+) (\S+) size (\S+) (.*)/);
		if (p)
			page = Number(p[1]);
		if (!m || /^[\d\u2066-\u2069]+$|^(<[^>]*>|\d)+$/.test(m[5])) // the number beside a unit
			continue;
		if (floors.has(m[1]) && Number(m[4]) < floors.get(m[1]) - 0.011)
			fail(`unit ${m[1]} at ${m[4]} pt; the floor is ${floors.get(m[1])}`);
		parts.set(m[1], { ...parts.get(m[1]), [page]: (parts.get(m[1])?.[page] ?? 0) + 1 });
	}
	for (const [unit, pages] of options.includes('--back-to-back') ? [] : parts)
		if (unit.includes('.') && floors.has(unit) && Object.keys(pages).length > 1 && Math.min(...Object.values(pages)) < 2)
			fail(`unit ${unit} leaves a line alone`);
}

// What a unit may not be smaller than on paper, in the smaller of its scripts.
function floorsOf(edition, options) {
	const floors = new Map();
	for (const line of inspect('blocks', options).split('\n')) {
		const m = line.match(/^[A-Z]\w* (\S+) (\S+) (\S+)/);
		if (!m)
			continue;
		const script = languages.find(l => l.tag === m[2])?.script;
		const floor = script ? floorOf(edition, m[1], script) : 0;
		if (floor)
			floors.set(m[3], Math.min(floor, floors.get(m[3]) ?? Infinity));
	}
	return floors;
}

for (const id of ['office', 'screen', 'large']) {
	const edition = editions.find(e => e.id === id && !e.templates);
	for (const tag of offered)
		check(`${tag} ${id}`, edition, ['--language', tag, '--edition', id]);
}
for (const tag of offered.filter(t => t !== 'nl')) {
	for (const id of ['office', 'large'])
		check(`${tag}+nl ${id}`, editions.find(e => e.id === id), ['--language', tag, '--with', 'nl', '--edition', id]);
	check(`${tag}+nl back to back`, editions.find(e => e.id === 'office'), ['--language', tag, '--with', 'nl', '--back-to-back']);
}
for (const failure of failures)
	console.error(failure);
process.exit(failures.length ? 1 : 0);
