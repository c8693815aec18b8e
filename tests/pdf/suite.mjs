// What every test here starts from: the program, the rendered files, and other programs to ask.
// ctest sets VERKLARING (the program) and PDF_FOLDER (filled by fixture.mjs).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
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

/** Asks our own program. */
export function verklaring(...args) {
	return execFileSync(program, [...args, '--data', root], { env: ENVIRONMENT, maxBuffer: 1 << 28 }).toString();
}

/** A folder of this test's own, below the rendered files. */
export function workshop(name) {
	const path = join(folder, name);
	mkdirSync(path, { recursive: true });
	return path;
}

let listed;

/** What there is: {documents, languages}, offered languages only. */
export function catalogue() {
	listed ??= JSON.parse(verklaring('list', '--json'));
	return { ...listed, languages: listed.languages.filter((language) => language.offered) };
}

/** The editions as their file has them: {id, claims: [], links, tagged, safe in points}. */
export function editions() {
	const xml = readFileSync(join(root, 'templates/editions.xml'), 'utf8');
	return [...xml.matchAll(/<edition ([^>]*)>/g)].map(([, attributes]) => {
		const word = (name) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
		return {
			id: word('id'),
			claims: word('claims').split(' ').filter(Boolean),
			links: word('links') === 'yes',
			tagged: word('tagged') === 'yes',
			safe: parseFloat(word('safe') || '0') * POINTS_PER_MM,
		};
	});
}

/** Every file of the editions that pass: {document, language, edition, path, name}. */
export function files(passes = () => true) {
	const { documents, languages } = catalogue();
	return documents.flatMap(({ id: document }) =>
		editions()
			.filter(passes)
			.flatMap((edition) =>
				languages.map((language) => {
					const name = `${document}-${language.tag}-${edition.id}`;
					return { document, language, edition, name, path: join(folder, `${name}.pdf`) };
				}),
			),
	);
}

/** Prints a stage of the file's making. */
export function inspect(file, stage) {
	const { document, edition, language } = file;
	return verklaring(
		'inspect',
		`--stage=${stage}`,
		'--document',
		document,
		'--edition',
		edition.id,
		'--language',
		language.tag,
	);
}
