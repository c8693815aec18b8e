// Pages for young people: nothing tells from outside what they are, and there is a way out.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {launch, serve, site, watch} from './browser.mjs';

const folder = readdirSync(site).find(name => /^[0-9a-z]{5}$/.test(name));
const telling = /besnij|circumcis|verklaring|declar|gudniin|ختان|jong|recht|nee/i;

let browser, server;

before(async () => {
	browser = await launch();
	server = await serve();
});
after(() => {
	server.close();
	return browser.close();
});

test('names of folders and files, titles, shares and print headers say nothing', () => {
	assert.ok(folder, 'a folder without a meaning');
	for (const name of readdirSync(join(site, folder))) {
		assert.doesNotMatch(name, telling);
		if (!name.endsWith('.html'))
			continue;
		const head = readFileSync(join(site, folder, name), 'utf8').split('</head>')[0];
		assert.match(head, /<title>Info<\/title>/);
		assert.match(head, /property="og:title" content="Info"/);
		assert.match(head, /name="robots" content="noindex/);
		assert.doesNotMatch(head, telling);
		assert.doesNotMatch(head, /og:(image|description)/);
	}
});

test('nothing is kept', async () => {
	const context = await browser.newContext(), page = await context.newPage();
	await page.goto(`${server.url}${folder}/so.html`);
	assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
	assert.deepEqual(await context.cookies(), []);
	await context.close();
	for (const name of ['blad.js', 'zoek.js', 'namen.js'])
		assert.doesNotMatch(readFileSync(join(site, 's', name), 'utf8'), /Storage|cookie|indexedDB|caches|serviceWorker|pushState/);
});

for (const way of ['key', 'button', 'button without a script'])
	test(`the way out: ${way}`, async () => {
		const context = await browser.newContext({javaScriptEnabled: way !== 'button without a script'}), page = await context.newPage();
		await page.route(/knmi/, route => route.fulfill({body: '<title>weer</title>', contentType: 'text/html'}));
		const seen = watch(page);
		await page.goto(`${server.url}taal/so.html`);
		await page.goto(`${server.url}${folder}/so.html`);
		assert.deepEqual(seen.strange, [], 'asked for before it is wanted');
		assert.ok(await page.locator('#weg').isVisible());
		if (way === 'key')
			await page.keyboard.press('Escape');
		else
			await page.click('#weg');
		await page.waitForURL(/knmi/);
		if (way !== 'button without a script') {
			await page.goBack();
			assert.doesNotMatch(page.url(), new RegExp(folder), 'back leads to the page that was left');
		}
		await context.close();
	});

test('the way out stays in sight, and a word tells how to erase', async () => {
	const page = await browser.newPage({viewport: {width: 320, height: 600}});
	await page.goto(`${server.url}${folder}/ar.html`);
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	const box = await page.locator('#weg').boundingBox();
	assert.ok(box.y >= 0 && box.y < 120, `${box.y}`);
	assert.ok((await page.textContent('footer .note')).length > 20);
	await page.close();
});
