// Every page: axe-core, wide and narrow, from a disk and from a server, its weight, and whom it asks for what.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, relative} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {data, file, folder, launch, program, serve, site, watch} from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const pages = readdirSync(site, {recursive: true}).filter(name => name.endsWith('.html')).sort();
// Pages that differ in kind: the rest are looked at by axe alone.
const kinds = ['index.html', 'en/index.html', 'codes.html', 'taal/so.html', 'taal/ff-Latn-GN.html', 'taal/ar.html',
	'verklaring/so.html', 'verklaring/ar.html', 'verklaring/ti.html', 'verklaring/ur.html', 'verklaring/nl.html', 'verklaring/index.html'];

let browser;

before(async () => { browser = await launch(); });
after(() => browser.close());

test('no page breaks WCAG 2.1 AA', async () => {
	const context = await browser.newContext({bypassCSP: true}), page = await context.newPage(), wrong = [];
	for (const path of pages) {
		await page.goto(file(path));
		await page.evaluate(axe);
		const found = await page.evaluate(values => globalThis.axe.run(document, {runOnly: {type: 'tag', values}, resultTypes: ['violations']}), standards);
		for (const {id, nodes} of found.violations)
			wrong.push(`${path}: ${id}: ${nodes[0].html.slice(0, 120)}`);
	}
	await context.close();
	assert.ok(pages.length > 100);
	assert.deepEqual(wrong, []);
});

for (const width of [320, 1280])
	test(`nothing runs out of a window of ${width} pixels`, async () => {
		const page = await browser.newPage({viewport: {width, height: 700}}), wrong = [];
		for (const path of kinds) {
			await page.goto(file(path));
			await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
			const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
			if (over > 0)
				wrong.push(`${path}: ${over}`);
		}
		await page.close();
		assert.deepEqual(wrong, []);
	});

test('from a disk and from a server, without a word to another host or to the console', async () => {
	const server = await serve(), page = await browser.newPage(), seen = watch(page);
	for (const path of kinds)
		for (const url of [file(path), server.url + path]) {
			await page.goto(url, {waitUntil: 'load'});
			assert.equal(await page.evaluate(() => document.styleSheets.length && getComputedStyle(document.querySelector('h1')).color),
				'rgb(15, 76, 92)', `the style of ${url}`);
		}
	await page.goto(server.url);
	await page.close();
	server.close();
	assert.deepEqual(seen.strange, []);
	assert.deepEqual(seen.errors.filter(text => !/404/.test(text)), []);
});

test('a policy on every page, of our own files alone', () => {
	for (const path of pages) {
		const html = readFileSync(join(site, path), 'utf8');
		assert.match(html, /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;/, path);
		assert.doesNotMatch(html, /unsafe|<style|style="|<script>/, path);
	}
});

test('each page is light, with all it loads but pictures', async () => {
	const server = await serve(), page = await browser.newPage(), wrong = [];
	for (const path of kinds) {
		let bytes = 0;
		page.on('response', async response => {
			const name = new URL(response.url()).pathname;
			if (!/\.(png|mp3)$/.test(name) && response.ok())
				bytes += statSync(join(site, decodeURIComponent(name))).size;
		});
		await page.goto(server.url + path, {waitUntil: 'networkidle'});
		page.removeAllListeners('response');
		if (bytes >= 150_000)
			wrong.push(`${path}: ${bytes}`);
	}
	await page.close();
	server.close();
	assert.deepEqual(wrong, []);
});

test('every link leads to a file, and every file to somebody', () => {
	const linked = new Set(['index.html', 'bestanden.txt']);
	for (const path of pages)
		for (const [, link] of readFileSync(join(site, path), 'utf8').matchAll(/(?:href|src)="([^"#]+)/g)) {
			if (/^(https?:|tel:|mailto:)/.test(link))
				continue;
			const to = relative(site, join(site, path, '..', link.replaceAll('&amp;', '&')));
			assert.ok(statSync(join(site, to), {throwIfNoEntry: false})?.isFile(), `${path} leads to ${link}`);
			linked.add(to);
		}
	for (const name of readFileSync(join(site, 's/site.css'), 'utf8').matchAll(/url\("([^"]+)"\)/g))
		linked.add(`s/${name[1]}`);
	const all = readdirSync(site, {recursive: true, withFileTypes: true}).filter(e => e.isFile())
		.map(e => relative(site, join(e.parentPath ?? e.path, e.name)));
	// The index of a document is for whoever is given its address.
	assert.deepEqual(all.filter(name => !linked.has(name) && !/^[^/]+\/index\.html$/.test(name)), []);
});

test('fonts that come along are used, and draw what is asked of them', async () => {
	const page = await browser.newPage();
	await page.goto(file('verklaring/ti.html'), {waitUntil: 'load'});
	const fonts = await page.evaluate(async () => {
		await document.fonts.ready;
		return [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family);
	});
	const widths = await page.evaluate(() => {
		const draw = document.createElement('canvas').getContext('2d');
		return ['ትግርኛ', 'ሓፋሽ'].map(text => {
			draw.font = '40px "v-Ethi"';
			return draw.measureText(text).width;
		});
	});
	await page.close();
	assert.ok(fonts.some(name => name.includes('v-Ethi')), String(fonts));
	assert.ok(widths.every(width => width > 80), String(widths));
});

test('Urdu stands in Nastaliq where the device has it, on its own pages', async () => {
	const page = await browser.newPage(), client = await page.context().newCDPSession(page), fonts = {};
	await client.send('DOM.enable');
	await client.send('CSS.enable');
	for (const path of ['verklaring/ur.html', 'verklaring/ar.html']) {
		await page.goto(file(path), {waitUntil: 'load'});
		const {root} = await client.send('DOM.getDocument');
		const {nodeId} = await client.send('DOM.querySelector', {nodeId: root.nodeId, selector: 'main h1'});
		fonts[path] = (await client.send('CSS.getPlatformFontsForNode', {nodeId})).fonts.map(font => font.familyName).join();
	}
	const lines = await page.goto(file('verklaring/ur.html')).then(() => page.evaluate(() => [...document.querySelectorAll('main h1')]
		.map(e => e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).fontSize))));
	await page.close();
	assert.match(fonts['verklaring/ur.html'], /Nastaliq/);
	assert.doesNotMatch(fonts['verklaring/ar.html'], /Nastaliq/);
	assert.ok(lines[0] > 2.2, 'no room for Nastaliq');
});

test('a nurse reads names of languages, never their tags', async () => {
	const {languages} = JSON.parse(execFileSync(program, ['list', '--json', '--data', data], {maxBuffer: 1 << 26}));
	// Tags that are words of Dutch or English as well are looked for behind "neem".
	const tags = languages.map(l => l.tag), words = new Set(['de', 'en', 'om', 'so', 'ha', 'id', 'am', 'es', 'it']);
	const page = await browser.newPage(), wrong = [];
	for (const path of pages.filter(name => /^(en\/)?(taal\/|index|codes)/.test(name))) {
		await page.goto(file(path));
		const text = (await page.evaluate(() => document.body.innerText)).replace(/\S+@\S+/g, ' ').split(/[^\p{L}\p{N}-]+/u);
		text.forEach((word, i) => tags.includes(word) && (!words.has(word) || text[i - 1] === 'neem') && wrong.push(`${path}: ${text[i - 1]} ${word}`));
	}
	await page.close();
	assert.ok(tags.length > 40);
	assert.deepEqual(wrong, []);
});

for (const scheme of ['dark', 'forced'])
	test(`words stand out from what is behind them: ${scheme} colours`, async () => {
		const page = await browser.newPage({viewport: {width: 640, height: 800},
			...(scheme === 'dark' ? {colorScheme: 'dark'} : {colorScheme: 'dark', forcedColors: 'active'})});
		const light = text => {
			const [r, g, b] = text.match(/[\d.]+/g).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		};
		const wrong = [];
		for (const path of [...kinds, `${readdirSync(site).find(name => /^[0-9a-z]{5}$/.test(name))}/ar.html`]) {
			await page.goto(file(path));
			const found = await page.evaluate(() => [...document.querySelectorAll('p, a, h1, h2, h3, th, td, summary, label, dd')]
				.filter(e => e.checkVisibility() && e.textContent.trim()).map(e => {
					let back = e;
					while (back && getComputedStyle(back).backgroundColor === 'rgba(0, 0, 0, 0)')
						back = back.parentElement;
					return [e.outerHTML.slice(0, 60), getComputedStyle(e).color, back ? getComputedStyle(back).backgroundColor : 'rgb(255, 255, 255)'];
				}));
			for (const [element, ink, paper] of found) {
				const [a, b] = [light(ink), light(paper)].sort((x, y) => y - x);
				if ((a + 0.05) / (b + 0.05) < 4.5)
					wrong.push(`${path}: ${ink} on ${paper}: ${element}`);
			}
		}
		await page.close();
		assert.deepEqual(wrong, []);
	});

test('twice as large, in half the window, nothing is lost', async () => {
	// 200 % in a window of 640 pixels is a page of 320 pixels (WCAG 1.4.4, 1.4.10); here the letters alone grow.
	const page = await browser.newPage({viewport: {width: 640, height: 800}}), wrong = [];
	for (const path of kinds) {
		await page.goto(file(path));
		await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
		const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		const cut = await page.evaluate(() => [...document.querySelectorAll('a, p, h1, h2, h3, button')]
			.filter(e => !e.closest('.hidden, .skip') && e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'hidden').length);
		if (over > 0 || cut > 0)
			wrong.push(`${path}: ${over} ${cut}`);
	}
	await page.close();
	assert.deepEqual(wrong, []);
});

test('the page of all states breaks WCAG 2.1 AA nowhere', async () => {
	const context = await browser.newContext({bypassCSP: true, viewport: {width: 320, height: 700}}), page = await context.newPage();
	const path = join(folder, 'status.html');
	execFileSync(program, ['status', '--html', path, '--data', data], {stdio: 'ignore'});
	await page.goto(pathToFileURL(path).href);
	await page.evaluate(axe);
	const {violations} = await page.evaluate(values => globalThis.axe.run(document, {runOnly: {type: 'tag', values}, resultTypes: ['violations']}), standards);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	assert.ok(await page.locator('th[scope=row]').count() > 5);
	await context.close();
	assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 120)}`), []);
	assert.equal(over, 0);
});

test('language and direction of every run', async () => {
	const page = await browser.newPage();
	await page.goto(file('verklaring/ar.html'));
	await page.check('#nl');
	const found = await page.evaluate(() => ({
		page: [document.documentElement.lang, document.documentElement.dir],
		dutch: [...document.querySelectorAll('main .nl')].map(e => `${e.lang} ${e.dir}`),
		phones: [...document.querySelectorAll('a[href^="tel:"]')].map(e => e.querySelector('bdi')?.dir),
		latin: [...document.querySelectorAll('main > section *')].filter(e => !e.closest('[lang="nl"]') && !e.closest('bdi') &&
			[...e.childNodes].some(n => n.nodeType === 3 && /[A-Za-z]{3}/.test(n.data))).map(e => e.outerHTML),
	}));
	await page.close();
	assert.deepEqual(found.page, ['ar', 'rtl']);
	assert.ok(found.dutch.length > 20 && found.dutch.every(text => text === 'nl ltr'));
	assert.ok(found.phones.length > 3 && found.phones.every(dir => dir === 'ltr'));
	assert.deepEqual(found.latin, []);
});

test('without a script the front page leads to a sheet, and the Dutch opens', async () => {
	const context = await browser.newContext({javaScriptEnabled: false}), page = await context.newPage();
	await page.goto(file('index.html'));
	assert.ok(!await page.isVisible('#zoek'));
	assert.match(await page.getAttribute('#t-so a.button', 'href'), /so\+nl-office\.pdf$/);
	await page.click('#landen >> text=Tigrinya >> nth=0');
	assert.match(page.url(), /taal\/ti\.html$/);
	await page.goto(file('verklaring/so.html'));
	assert.ok(!await page.isVisible('main .nl >> nth=0'));
	await page.click('label[for=nl]');
	assert.ok(await page.isVisible('main .nl >> nth=0'));
	await context.close();
});

test('printed from the browser, each leaf of a draft says that it is one', async () => {
	const page = await browser.newPage(), path = join(folder, 'printed.pdf');
	for (const name of ['verklaring/ar.html', 'verklaring/ur.html', 'verklaring/nl.html']) {
		await page.goto(file(name));
		await page.pdf({path, format: 'A4'});
		const leaves = execFileSync('pdftotext', [path, '-'], {encoding: 'utf8'}).split('\f').slice(0, -1);
		assert.ok(leaves.length > 1, name);
		leaves.forEach((leaf, i) => assert.match(leaf, /Concept\. Deze teksten zijn niet vrijgegeven/, `${name}, leaf ${i + 1}`));
	}
	await page.close();
});

test('by keyboard alone', async () => {
	const page = await browser.newPage();
	await page.goto(file('index.html'));
	const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());
	for (let i = 0; i < 6 && await focused() !== 'vraag'; i++)
		await page.keyboard.press('Tab');
	assert.equal(await focused(), 'vraag');
	await page.keyboard.type('somali');
	await page.keyboard.press('Tab');
	assert.equal(await focused(), 'Somalisch');
	await page.keyboard.press('Tab');
	assert.match(await focused(), /^Print met Nederlands/);
	assert.ok(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle) !== 'none', 'the focus is not seen');
	await page.goto(file('verklaring/so.html'));
	for (let i = 0; i < 6 && await focused() !== 'nl'; i++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	assert.ok(await page.isVisible('main .nl >> nth=0'));
	await page.close();
});
