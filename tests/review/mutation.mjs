// mutation.mjs PROGRAM: translations are broken on purpose, one place at a time, and `check` must name each damage at its unit. The clean ones
// must pass without an error. What is broken, and where, follows from the material alone, so every run breaks the same.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutations } from './mutations.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.argv[2];
const goldens = ['arabic', 'right-to-left', 'ethiopic', 'indic', 'without-spaces', 'european'].map(name => join(root, 'tests/golden', name))
	.concat(join(root, 'tests/review/orthographies'));
const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
const most = { units: 1, files: 12 }; // broken in each way, in each file; so many files, in turn, of a tree that has more
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const check = (data, files) => {
	const run = spawnSync(program, ['check', '--json', '--data', data, ...files], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: '' }, maxBuffer: 1 << 28 });
	if (run.status > 1 && !run.stdout)
		throw new Error(`check ended with ${run.status}: ${run.stderr}`);
	return JSON.parse(run.stdout);
};
const attributes = text => Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(m => [m[1], m[2]]));
const order = text => createHash('sha256').update(text).digest('hex');

// The translations of a tree: only documents, and only languages that the tree renders.
function files(data) {
	const translations = join(data, 'translations'), only = join(data, 'languages');
	const tags = existsSync(only) ? readFileSync(only, 'utf8').split('\n').filter(Boolean) : null;
	return readdirSync(translations, { withFileTypes: true }).filter(f => f.isDirectory() && !['glossary', 'common'].includes(f.name))
		.flatMap(f => readdirSync(join(translations, f.name)).filter(n => n.endsWith('.xlf')).map(n => join(translations, f.name, n)))
		.filter(path => !tags || tags.includes(basename(path, '.xlf')));
}

function units(text, language) {
	const all = [...text.matchAll(/<unit [\s\S]*?<\/unit>/g)].map(m => ({ ...language, whole: m[0], id: /id="([^"]*)"/.exec(m[0])[1],
		source: /<source>([\s\S]*?)<\/source>/.exec(m[0])[1], target: /<target>([\s\S]*?)<\/target>/.exec(m[0])?.[1],
		printed: !/type="vk:(alt|title)"/.test(m[0]) && !/^title$/.test(/id="([^"]*)"/.exec(m[0])[1]) }));
	const twice = new Set(all.filter((u, i) => all.findIndex(v => v.source === u.source) < i).map(u => u.id));
	return all.filter(u => u.target).map(u => ({ ...u, twice }));
}

// A word that the glossary tells to avoid, and a sentence that does not speak of its first term.
function glossary(data, tag, text) {
	const path = join(data, 'translations/glossary', `${tag}.xml`);
	const avoided = existsSync(path) ? /<avoid (?![^>]*quoted)[^>]*>([^<]*)</.exec(readFileSync(path, 'utf8'))?.[1] : null;
	return { avoided, elsewhere: existsSync(path) && /<unit id="source.title"[\s\S]*?<target>([^<]*)</.exec(text)?.[1] };
}

function broken(mutation, unit, text) {
	const made = mutation.break(unit);
	if (made === null || made === undefined || made === unit.target)
		return null;
	if (made.file)
		return made.file;
	const whole = typeof made === 'string' ? unit.whole.replace(/<target>[\s\S]*?<\/target>/, () => `<target>${made}</target>`) : made.unit;
	return text.replace(unit.whole, () => whole);
}

let alarms = 0;
const kinds = new Map();
const missed = [];
let count = 0;

for (const data of [root, ...goldens]) {
	const languages = Object.fromEntries([...readFileSync(join(data, 'translations/languages.xml'), 'utf8').matchAll(/<language ([^>]*?)\/?>/g)].map(m => attributes(m[1])).map(l => [l.tag, l]));
	const varieties = /<variety>/.test(readFileSync(join(data, 'translations/languages.xml'), 'utf8'));
	const clean = files(data), before = check(data, clean);
	for (const found of before.filter(d => ['error', 'fatal'].includes(d.level) && data === root)) {
		console.error(`false alarm: ${found.file}:${found.line} ${found.unit} ${found.code}: ${found.message}`);
		alarms++;
	}
	const mutants = [];
	for (const [turn, path] of clean.entries()) {
		const text = readFileSync(path, 'utf8'), tag = basename(path, '.xlf'), known = new Set(before.filter(d => d.file === path).map(d => `${d.unit} ${d.code}`));
		const all = units(text, { language: tag, script: languages[tag].script, overflows: data === root, variety: varieties, text, ...glossary(data, tag, text) });
		for (const [index, mutation] of mutations.entries()) {
			const tried = all.filter(u => !mutation.codes.some(c => known.has(`${u.id} ${c}`))).sort((a, b) => order(index + a.id) < order(index + b.id) ? -1 : 1);
			let made = !mutation.language && (turn + index) % Math.ceil(clean.length / most.files) ? most.units : 0;
			for (const unit of tried) {
				const result = made < most.units ? broken(mutation, unit, text) : null;
				if (!result)
					continue;
				const file = join(folder, `${mutants.length}-${tag}.xlf`);
				writeFileSync(file, result);
				mutants.push({ file, mutation, unit, path });
				made++;
			}
		}
	}
	const found = new Map();
	for (const d of check(data, mutants.map(m => m.file)))
		found.set(d.file, [...(found.get(d.file) ?? []), d]);
	for (const { file, mutation, unit, path } of mutants) {
		const caught = (found.get(file) ?? []).some(d => mutation.codes.includes(d.code) && (mutation.anywhere || !d.unit || d.unit === unit.id || d.code === 'text-overflow'));
		const kind = kinds.get(mutation.name) ?? { made: 0, caught: 0 };
		kinds.set(mutation.name, { made: kind.made + 1, caught: kind.caught + caught });
		count++;
		if (!caught)
			missed.push(`${mutation.name}: ${basename(path)} ${unit.id}: ${(found.get(file) ?? []).map(d => d.code)} | ${mutation.break(unit)?.unit ?? (mutation.break(unit)?.file ? 'file' : mutation.break(unit))}`);
	}
}

for (const { name } of mutations)
	if (!kinds.has(name))
		missed.push(`nothing to break by: ${name}`);
for (const [name, { made, caught }] of kinds)
	if (made !== caught)
		console.error(`${name}: ${caught} of ${made}`);
for (const line of missed.slice(0, process.env.ALL ? Infinity : 20))
	console.error(`missed: ${line.slice(0, 300)}`);
console.log(`${count} translations broken in ${kinds.size} ways: ${count - missed.length} caught; ${alarms} false alarms`);
process.exit(count >= 200 && !missed.length && !alarms ? 0 : 1);
