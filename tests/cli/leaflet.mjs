// leaflet.mjs PROGRAM: the leaflets for young people, one layout for all texts: in every language, alone and with Dutch, each page is full, its
// letters are no smaller than the edition allows, and what is made in one language says so.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
const program = process.argv[2];
const FULL = 0.88;
const run = (...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const editions = readFileSync('templates/editions.xml', 'utf8');
const { documents } = JSON.parse(run('list', '--json', '--data', '.'));
const leaflets = documents.filter(({ id }) => /template="leaflet"/.test(readFileSync(`translations/${id}/nl.xml`, 'utf8')));
let failures = 0, frames = 0;

function fail(what) {
	console.error(what);
	failures++;
}

// The least size of all floors that an edition sets for the letters of the text.
function floorOf(id, layout) {
	const edition = editions.split('<edition ').find(part => part.startsWith(`id="${id}" templates="${layout}"`));
	return Math.min(...[...edition.matchAll(/<floor styles="[^"]*(?:item|body)"[^>]* size="([\d.]+)"/g)].map(m => Number(m[1])));
}

function look(document, edition, layout, language, ...more) {
	const options = ['--data', '.', '--document', document, '--edition', edition, '--language', language, ...more];
	const at = `${document} ${language}${more.length ? '+nl' : ''} ${edition}`;
	const pages = run('inspect', '--stage=pages', ...options);
	const floor = floorOf(edition, layout);
	for (const [, frame, drawn, height] of pages.matchAll(/^ {2}frame (\S+) used \S+ drawn (\S+) of (\S+)$/gm)) {
		frames++;
		if (drawn / height < FULL || drawn / height > 1)
			fail(`${at}: frame ${frame} is filled for ${Math.round((100 * drawn) / height)} %`);
	}
	for (const [, size] of pages.matchAll(/^ {2}glyphs #\d+ (?:P|LI|LBody|Span)\b.* size (\S+) /gm))
		if (Number(size) < floor - 0.011)
			fail(`${at}: ${size} pt; the floor is ${floor}`);
}

function refused(word, ...options) {
	const { status, stderr } = spawnSync(program, ['render', '--data', '.', ...options, '--output', '/nonexistent'], { encoding: 'utf8' });
	if (status !== 2 || !stderr.includes(`[${word}]`))
		fail(`render ${options.join(' ')}: exit ${status}, no [${word}]`);
}

for (const { id, translations } of leaflets)
	for (const { language } of translations) {
		look(id, 'office', 'leaflet', language);
		look(id, 'picture', 'leaflet', language);
		if (language !== 'nl')
			look(id, 'office', 'leaflet-pair', language, '--with', 'nl');
	}
if (leaflets.length < 5 || frames < 2000)
	fail(`${leaflets.length} leaflets, ${frames} frames`);
for (const edition of ['picture', 'discreet'])
	refused('pair-none', '--document', 'eer', '--language', 'so', '--with', 'nl', '--edition', edition);
refused('pair-none', '--document', 'verklaring', '--language', 'so', '--with', 'nl', '--edition', 'pocket');
refused('back-none', '--document', 'eer', '--language', 'so', '--with', 'nl', '--back-to-back');
console.log(`${frames} frames`);
process.exit(failures ? 1 : 0);
