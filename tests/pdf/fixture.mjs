// Renders every document in every language and edition once, for all tests of this folder. The goldens, which have an
// edition for the office alone, get one for the screen besides. Of the leaflets for young people, which are one layout and
// largely one text, one is made in every language, for paper and screen; the rest in one language of each script.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, editions, folder, goldens, made, real, verklaring } from './suite.mjs';

const LEAFLET = { whole: 'achterlating', editions: ['office', 'screen'], sample: ['nl', 'ar', 'ur', 'ti', 'ru', 'hi'] };

function copy(tree) {
	const path = join(tree.path, 'templates/editions.xml');
	cpSync(tree.source, tree.path, { recursive: true, dereference: true });
	const xml = readFileSync(path, 'utf8'),
		office = /<edition id="office"([^>]*?)claims="ua1"([^>]*?)(\/?)>/;
	const screen = (match) =>
		match.replace('"office"', '"screen"').replace('claims="ua1"', 'links="yes" outline="yes" claims="ua1 a2a"');
	writeFileSync(
		path,
		xml.replace(/<edition id="office".*?(?:\/>|<\/edition>)/s, (match) =>
			office.test(match) ? `${match}\n${screen(match)}` : match,
		),
	);
}

rmSync(folder, { recursive: true, force: true });
goldens().forEach(copy);
for (const tree of goldens())
	for (const { id } of editions(tree))
		verklaring(tree, 'render', '--edition', id, '--output', tree.output, '--language', tree.tags.join(','));

/** Languages to make a document in; young people's leaflets say for whom they are. */
function tags({ id, translations }, edition) {
	const offered = catalogue().languages.map(({ tag }) => tag);
	const all = translations
		.filter(({ language, units, translated }) => units === translated && offered.includes(language))
		.map(({ language }) => language);
	const young = / audience="(jongeren|meisjes)"/.test(readFileSync(join(real.path, 'translations', id, 'nl.xml'), 'utf8'));
	const whole = !young || (id === LEAFLET.whole && LEAFLET.editions.includes(edition));
	return whole ? all : all.filter((tag) => LEAFLET.sample.includes(tag));
}

for (const edition of new Set(editions().map(({ id }) => id))) {
	const alike = new Map();
	for (const document of catalogue().documents.filter((one) => made(one, edition))) {
		const list = tags(document, edition).join(',');
		alike.set(list, [...(alike.get(list) ?? []), document.id]);
	}
	for (const [list, documents] of alike) {
		const what = ['--document', documents.join(','), '--language', list];
		verklaring(real, 'render', '--edition', edition, '--output', real.output, ...what);
	}
}
