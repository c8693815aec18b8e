// Renders every document in every language and edition once, for all tests of this folder. The goldens, which have an
// edition for the office alone, get one for the screen besides.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editions, folder, goldens, trees, verklaring } from './suite.mjs';

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
for (const tree of trees())
	for (const { id } of editions(tree)) {
		const languages = tree.tags ? ['--language', tree.tags.join(',')] : [];
		verklaring(tree, 'render', '--edition', id, '--output', tree.output, ...languages);
	}
