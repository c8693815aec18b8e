// What a translator or an editor of languages.xml may write comes out as words, never as markup.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {file, launch, site, watch} from './browser.mjs';

let browser;

before(async () => { browser = await launch(); });
after(() => browser.close());

const paths = ['index.html', 'en/index.html', 'taal/en-x-evil.html', 'en/taal/en-x-evil.html', 'codes.html',
	'verklaring/en-x-evil.html', 'verklaring/index.html'];

test('scripts and quotes are inert', async () => {
	const page = await browser.newPage(), seen = watch(page);
	for (const path of paths) {
		await page.goto(file(path));
		const found = await page.evaluate(() => ({
			handlers: [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => /^on/i.test(a.name)).map(() => e.outerHTML)),
			scripts: [...document.scripts].filter(s => !/\/s\/(namen|zoek|blad)\.js$/.test(s.src)).length,
			images: [...document.images].filter(i => /x$/.test(i.src)).length,
			bold: document.querySelectorAll('b[onclick]').length,
		}));
		assert.deepEqual(found, {handlers: [], scripts: 0, images: 0, bold: 0}, path);
	}
	await page.goto(file('index.html'));
	await page.fill('#vraag', '"><img src=x onerror=alert(1)>');
	await page.fill('#vraag', 'kwaad');
	assert.match(await page.textContent('#gevonden h3 a'), /<b onclick=x>/);
	assert.equal(await page.evaluate(() => document.querySelectorAll('#gevonden img, #gevonden script').length), 0);
	await page.close();
	assert.deepEqual(seen.strange, []);
	assert.deepEqual(seen.errors, []);
});

test('the words themselves are there', async () => {
	const page = await browser.newPage();
	await page.goto(file('verklaring/en-x-evil.html'));
	assert.match(await page.textContent('h1'), /<b onclick="alert\(7\)">'/);
	await page.close();
});

test('no page holds a bidirectional control character', () => {
	for (const name of readdirSync(site, {recursive: true}).filter(n => n.endsWith('.html')))
		assert.doesNotMatch(readFileSync(join(site, name), 'utf8'), /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, name);
});
