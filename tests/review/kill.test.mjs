// sync and import killed at every call that touches a file: each file is the old one or the new one, and the next run mends the rest.
import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { Tree } from './tree.mjs';

const folder = 'translations/verklaring';

// Two languages are enough, and quick.
function smallTree() {
	const tree = new Tree();
	for (const name of readdirSync(tree.path(folder)))
		if (name.endsWith('.xlf') && !['ar.xlf', 'so.xlf'].includes(name)) rmSync(tree.path(`${folder}/${name}`));
	return tree;
}

function texts(tree) {
	const found = {};
	for (const name of [folder, `${folder}/attic`])
		try {
			for (const file of readdirSync(tree.path(name)))
				if (!file.startsWith('.') && /\.x(ml|lf)$/.test(file)) found[`${name}/${file}`] = tree.read(`${name}/${file}`);
		} catch (error) {
			if (error.code !== 'ENOENT') throw error;
		}
	return found;
}

function change(tree) {
	const [sentence] = tree.read(`${folder}/nl.xml`).match(/ *<p id="nochoice.shield".*\n/);
	tree.edit(`${folder}/nl.xml`, sentence, '');
	tree.edit(`${folder}/nl.xml`, 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
}

// Runs work on fresh trees, killed one call later each time, until it ends by itself.
function killAtEach(prepare, command) {
	const whole = prepare(smallTree());
	const old = texts(whole);
	assert.equal(whole.run(...command).status, 0);
	const fresh = texts(whole);
	whole.drop();
	let kills = 0;
	for (let at = 1; ; at++) {
		const tree = prepare(smallTree());
		const result = tree.runWith({ LD_PRELOAD: process.env.KILLER, KILL_AT: String(at) }, ...command);
		const now = texts(tree);
		for (const [name, text] of Object.entries(now))
			assert.ok(text === old[name] || text === fresh[name], `${name} is neither old nor new after call ${at}`);
		for (const name of Object.keys(old)) assert.ok(name in now, `${name} is gone after call ${at}`);
		const killed = result.signal === 'SIGKILL';
		if (killed) assert.equal(tree.run(...command).status, 0);
		assert.deepEqual(texts(tree), fresh, `after call ${at} a second run does not end where one run does`);
		tree.drop();
		if (!killed) break;
		kills++;
	}
	return kills;
}

test('sync killed at any point', () => {
	const kills = killAtEach(tree => (change(tree), tree), ['sync', 'verklaring']);
	assert.ok(kills >= 16, `only ${kills} places to be killed at`);
});

test('import killed at any point', () => {
	const prepare = tree => {
		assert.equal(tree.run('export', 'verklaring', 'ar').status, 0);
		tree.edit('verklaring-ar.xlf', 'أنتم تحبون ابنتنا', 'تحبون ابنتنا أنتم');
		const [sentence] = tree.read(`${folder}/nl.xml`).match(/ *<p id="nochoice.shield".*\n/);
		tree.edit(`${folder}/nl.xml`, sentence, '');
		assert.equal(tree.run('sync').status, 0);
		tree.edit('verklaring-ar.xlf', 'القانون هو الذي يقرر', 'القانون يقرر');
		return tree;
	};
	const kills = killAtEach(prepare, ['import', 'verklaring-ar.xlf']);
	assert.ok(kills >= 8, `only ${kills} places to be killed at`);
});
