// Several people at one tree of texts: nobody's work is lost, and whoever waits too long is told so.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { Tree } from './tree.mjs';

const units = tree => [...tree.read('translations/verklaring/nl.xml').matchAll(/<(?:p|li|h\d)\b[^>]*\bid="([^"]+)"/g)].map(([, id]) => id);
const sign = (unit, by) => ['approve', 'verklaring', 'so', '--as', 'translator', '--by', by, '--unit', unit];

// Starts a run and does not wait for it.
async function started(tree, ...command) {
	const child = spawn(process.env.VERKLARING, [...command, '--data', tree.folder], { stdio: 'ignore' });
	return (await once(child, 'exit'))[0];
}

// Somebody else who holds the texts until he is told to stop.
async function holder(tree) {
	const child = spawn('flock', [tree.path('translations/languages.xml'), 'sh', '-c', 'echo mine; exec sleep 60'], { detached: true });
	await once(child.stdout, 'data');
	return () => process.kill(-child.pid);
}

test('twenty who sign at once', async () => {
	const tree = new Tree();
	const ids = units(tree).slice(0, 20);
	assert.equal(ids.length, 20);
	const ends = await Promise.all(ids.map((id, i) => started(tree, ...sign(id, `proef ${i}`))));
	assert.deepEqual(ends, ids.map(() => 0));
	const signed = tree.read('translations/verklaring/signoff.xml');
	for (const id of ids) assert.ok(signed.includes(`<unit id="${id}"`), `the signature under ${id} is lost`);
	tree.drop();
});

test('eight files of one language that come back at once', async () => {
	const tree = new Tree();
	assert.equal(tree.run('export', 'verklaring', 'so').status, 0);
	const sent = tree.read('verklaring-so.xlf');
	const targets = [...new Set([...sent.matchAll(/<target[^>]*>[^<]+<\/target>/g)].map(([target]) => target))].slice(0, 8);
	assert.equal(targets.length, 8);
	targets.forEach((target, i) => tree.write(`back-${i}.xlf`, sent.replace(target, target.replace('</target>', ` proef${i}</target>`))));
	const ends = await Promise.all(targets.map((_, i) => started(tree, 'import', tree.path(`back-${i}.xlf`))));
	assert.deepEqual(ends, targets.map(() => 0));
	const kept = tree.read('translations/verklaring/so.xlf');
	for (const i of targets.keys()) assert.ok(kept.includes(` proef${i}</target>`), `what came back in file ${i} is lost`);
	tree.drop();
});

test('who comes while somebody is at it waits', async () => {
	const tree = new Tree();
	const stop = await holder(tree);
	const end = started(tree, ...sign('carry.lead', 'proef'));
	await new Promise(done => setTimeout(done, 400));
	assert.ok(!existsSync(tree.path('translations/verklaring/signoff.xml')), 'a signature was written in between');
	stop();
	assert.equal(await end, 0);
	assert.match(tree.read('translations/verklaring/signoff.xml'), /"carry.lead"/);
	tree.drop();
});

test('who waits too long is told, and reading goes on', async () => {
	const tree = new Tree();
	const stop = await holder(tree);
	assert.equal(tree.run('status').status, 0);
	const refused = tree.runWith({ LANGUAGE: 'nl', LC_ALL: 'C.UTF-8' }, ...sign('carry.lead', 'proef'));
	assert.equal(refused.status, 2);
	assert.match(refused.said, /iemand anders verandert op dit moment de teksten.*\[texts-busy\]/);
	assert.ok(!existsSync(tree.path('translations/verklaring/signoff.xml')));
	stop();
	tree.drop();
});

test('a disk without locks', () => {
	const tree = new Tree();
	const signed = tree.runWith({ LD_PRELOAD: process.env.KILLER, NO_LOCKS: '1' }, ...sign('carry.lead', 'proef'));
	assert.equal(signed.status, 0);
	assert.match(signed.said, /\[texts-unlocked\]/);
	tree.drop();
});
