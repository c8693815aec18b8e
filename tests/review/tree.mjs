// A data tree of a test's own, the program that works on it, and XML in a form that can be compared.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export class Tree {
	constructor() {
		this.folder = mkdtempSync(join(tmpdir(), 'verklaring-'));
		for (const name of ['translations', 'templates', 'fonts'])
			cpSync(join(root, name), join(this.folder, name), { recursive: true });
	}
	path(name) {
		return join(this.folder, name);
	}
	read(name) {
		return readFileSync(this.path(name), 'utf8');
	}
	write(name, text) {
		writeFileSync(this.path(name), text);
	}
	// Replaces a text that must be there.
	edit(name, from, to) {
		const text = this.read(name);
		if (!(from instanceof RegExp ? from.test(text) : text.includes(from)))
			throw new Error(`${name} does not hold ${from}`);
		this.write(name, text.replace(from, to));
	}
	run(command, ...options) {
		return this.runWith({}, command, ...options);
	}
	runWith(variables, command, ...options) {
		const result = spawnSync(process.env.VERKLARING, [command, ...options, '--data', this.folder], {
			encoding: 'utf8',
			cwd: this.folder,
			env: { ...process.env, LC_ALL: 'C', LANGUAGE: '', ...variables },
		});
		return { status: result.status, signal: result.signal, said: result.stdout + result.stderr };
	}
	drop() {
		rmSync(this.folder, { recursive: true });
	}
}

export const canonical = xml => execFileSync('xmllint', ['--c14n', '-'], { input: xml, encoding: 'utf8' });

// The units of an XLIFF file by id, each as canonical XML of its own.
export function unitsOf(xml) {
	const units = {};
	for (const [unit, id] of canonical(xml).matchAll(/<unit [^>]*?\bid="([^"]+)"[\s\S]*?<\/unit>/g))
		units[id] = unit;
	return units;
}
