// What every test here starts from: the program, the rendered files, and other programs to ask.
// ctest sets VERKLARING (the program) and PDF_FOLDER (filled by fixture.mjs).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.VERKLARING ?? join(root, 'build/verklaring');
export const folder = process.env.PDF_FOLDER ?? join(root, 'build/tests/pdf');

const POINTS_PER_MM = 72 / 25.4;
const ENVIRONMENT = { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: '' };

/** Runs a program and gives what it prints; any other status than those listed is a failure with its words. */
export function run(command, args, { input, status = [0], cwd } = {}) {
	const options = { input, cwd, env: ENVIRONMENT, maxBuffer: 1 << 28 };
	const result = spawnSync(command, args, options);
	if (result.error) throw result.error;
	if (!status.includes(result.status))
		throw new Error(`${command} ${args.join(' ')}: status ${result.status}\n${result.stderr}`);
	return result.stdout;
}

/** Asks our own program about a tree of data. */
export function verklaring(tree, ...args) {
	const options = { env: ENVIRONMENT, maxBuffer: 1 << 28 };
	return execFileSync(program, [...args, '--data', tree.path], options).toString();
}

/** A folder of this test's own, below the rendered files. */
export function workshop(name) {
	const path = join(folder, name);
	mkdirSync(path, { recursive: true });
	return path;
}

/** The tree of the real documents. */
export const real = { name: 'real', path: root, output: join(folder, 'real') };

/** The goldens that can be printed, for the scripts that no real document has yet; fixture.mjs copies them. */
export function goldens() {
	const parent = join(root, 'tests/golden');
	const plain = (name) => ['diag', 'options'].every((file) => !existsSync(join(parent, name, file)));
	return readdirSync(parent)
		.filter((name) => existsSync(join(parent, name, 'languages')) && plain(name))
		.map((name) => ({
			name,
			source: join(parent, name),
			path: join(folder, 'trees', name),
			output: join(folder, name),
			tags: readFileSync(join(parent, name, 'languages'), 'utf8')
				.trim()
				.split('\n'),
		}));
}

export const trees = () => [real, ...goldens()];

const memory = new Map();

/** Makes something once. */
function once(key, make) {
	if (!memory.has(key)) memory.set(key, make());
	return memory.get(key);
}

/** What a tree holds: {documents, languages}; of the real one the offered languages, of a golden those it names. */
export function catalogue(tree = real) {
	const listed = once(tree.path, () => JSON.parse(verklaring(tree, 'list', '--json')));
	const wanted = ({ tag, offered }) => (tree.tags ? tree.tags.includes(tag) : offered);
	return { ...listed, languages: listed.languages.filter(wanted) };
}

function edition(attributes) {
	const word = (name) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
	return {
		id: word('id'),
		claims: word('claims').split(' ').filter(Boolean),
		links: word('links') === 'yes',
		tagged: word('tagged') === 'yes',
		color: word('color'),
		bleed: parseFloat(word('bleed') || '0') > 0,
		safe: parseFloat(word('safe') || '0') * POINTS_PER_MM,
		documents: word('documents').split(' ').filter(Boolean),
		templates: word('templates').split(' ').filter(Boolean),
	};
}

/** The editions as their file has them: {id, claims: [], links, tagged, color, bleed, safe in points}. */
export function editions(tree = real) {
	const xml = readFileSync(join(tree.path, 'templates/editions.xml'), 'utf8');
	return [...xml.matchAll(/<edition ([^>]*)>/g)].map(([, attributes]) => edition(attributes));
}

/** The layout that a document asks for. */
const layout = (document, tree) =>
	once(`${tree.path} ${document}`, () =>
		/ template="([^"]*)"/.exec(readFileSync(join(tree.path, 'translations', document, 'nl.xml'), 'utf8'))?.[1],
	);

/** Whether an edition is for a document's layout; of several with the same id one is. */
function fits(edition, document, tree) {
	const named = editions(tree).some(({ templates }) => templates.includes(layout(document, tree)));
	return named ? edition.templates.includes(layout(document, tree)) : !edition.templates.length;
}

/** Whether a document of the catalogue is made in this edition when nobody names it. */
export function made({ id, editions: listed }, edition, tree = real) {
	const own = editions(tree).filter(({ documents }) => documents.includes(id));
	if (own.length) return own.some((one) => one.id === edition);
	const open = editions(tree).some((one) => one.id === edition && !one.documents.length && fits(one, id, tree));
	return open && listed.some((one) => one.id === edition);
}

/** Editions whose pages stand in their files as the layout made them, with tags. */
const tagged = (edition) => edition.tagged;

/**
 * Every file of a tree, of the editions that pass: {tree, document, language, edition, path, name}. Not every document
 * comes in every edition: what fixture.mjs was given without a complaint is what there is.
 */
export function files(passes = tagged, tree = real) {
	const { documents, languages } = catalogue(tree);
	const list = [];
	for (const { id: document } of documents)
		for (const edition of editions(tree).filter(passes))
			for (const language of fits(edition, document, tree) ? languages : []) {
				const stem = `${document}-${language.tag}-${edition.id}`,
					name = tree === real ? stem : `${tree.name}/${stem}`;
				list.push({ tree, document, language, edition, name, path: join(tree.output, `${stem}.pdf`) });
			}
	return list.filter(({ path }) => existsSync(path));
}

/** The same over all trees. */
export const allFiles = (passes) => trees().flatMap((tree) => files(passes, tree));

/** Prints a stage of the file's making. */
export function inspect({ tree, document, edition, language }, stage) {
	const what = ['--document', document, '--edition', edition.id, '--language', language.tag];
	return verklaring(tree, 'inspect', `--stage=${stage}`, ...what);
}
