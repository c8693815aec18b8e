// The page for translators in Chromium, as on a telephone: typed in, put away, opened again, sent back and taken in.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.VERKLARING ?? join(root, 'build/verklaring');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ARGUMENTS =
	'--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const HOSTILE = '</script><script>window.hacked=1</script>"&\'';

let folder, tree, page, browser, address;
const asked = [],
	wrong = [];

function verklaring(...args) {
	const env = { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: '' };
	return execFileSync(program, [...args, '--data', tree], { env, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const stored = () => readFileSync(join(tree, 'translations/leaf/ar.xlf'), 'utf8');
const unit = (id) => page.locator(`[id="u-${id}"]`);
const field = (id) => unit(id).locator('.edit');
const press = (id, name) => unit(id).getByRole('button', { name }).press('Enter');

async function open(context) {
	const opened = await context.newPage();
	opened.on('request', (request) => asked.push(request.url()));
	opened.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
	opened.on('pageerror', (error) => wrong.push(error.message));
	await opened.goto(address);
	return opened;
}

async function write(id, text) {
	await field(id).focus();
	await page.keyboard.press('Control+A');
	await page.keyboard.press('Delete');
	await field(id).evaluate((node) => { // as browsers do, it would go on in the weight of what was there
		node.textContent = '';
		getSelection().collapse(node, 0);
	});
	await page.keyboard.insertText(text);
}

before(async () => {
	folder = mkdtempSync(join(tmpdir(), 'form-'));
	tree = join(folder, 'tree');
	cpSync(join(root, 'tests/unit/data'), tree, { recursive: true });
	const master = join(tree, 'translations/leaf/nl.xml');
	writeFileSync(master, readFileSync(master, 'utf8').replace('Een hand.', escape(HOSTILE)));
	verklaring('export', 'leaf', 'ar', '--html', '--reference', 'en', '--output', folder);
	address = pathToFileURL(join(folder, 'leaf-ar.html')).href;
	browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS.split(' ') });
	page = await open(await browser.newContext({ viewport: { width: 320, height: 640 }, acceptDownloads: true }));
});

after(async () => {
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

test('the page fits a telephone and asks for nothing', async () => {
	assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
	assert.deepEqual([...new Set(asked.map((url) => url.split(':')[0]))], ['file']);
	assert.deepEqual(wrong, []);
	assert.equal(await page.locator('.unit').count(), 12);
	assert.equal(await page.locator('#not-saved').isVisible(), false);
});

test('languages and directions stand at each text', async () => {
	const at = (id) => field(id).evaluate((node) => [node.lang, getComputedStyle(node).direction]);
	assert.deepEqual(await at('law.penalty'), ['ar', 'rtl']);
	const dutch = unit('law.penalty').locator('p[lang=nl]');
	assert.equal(await dutch.evaluate((node) => getComputedStyle(node).direction), 'ltr');
	assert.equal(await dutch.textContent(), 'Tot 12 jaar gevangenis.');
});

test('what others wrote is text', async () => {
	assert.equal(await unit('fig.hand.alt').locator('p[lang=nl]').last().textContent(), HOSTILE);
	assert.equal(await page.evaluate(() => window.hacked), undefined);
});

test('a script that was put in does not run', async () => {
	await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'window.hacked = 1';
		document.body.append(script);
	});
	assert.equal(await page.evaluate(() => window.hacked), undefined);
	assert.match(wrong.join('\n'), /Content Security Policy/);
	wrong.length = 0;
});

test('a chip that is missing is told, and put in with the keyboard', async () => {
	await write('law.penalty', 'حتى سنة');
	assert.match(await unit('law.penalty').locator('.warnings').textContent(), /block.*12/);
	assert.match(await page.locator('#summary').textContent(), /law\.penalty/);
	await field('law.penalty').press('Home');
	for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
	await press('law.penalty', /Put in/);
	await press('law.penalty', /Put in/);
	assert.match(await unit('law.penalty').locator('.warnings').textContent(), /too often/);
	await page.keyboard.press('Backspace');
	assert.equal(await unit('law.penalty').locator('.warnings li:not(.hint)').count(), 0);
	assert.equal(await field('law.penalty').locator('.chip').count(), 1);
	assert.equal(await field('law.penalty').textContent(), 'حتى 12سنة');
});

test('a chip cannot be edited', async () => {
	const chip = field('law.penalty').locator('.chip');
	await chip.click();
	await page.keyboard.insertText('99');
	assert.equal(await chip.textContent(), '12');
});

test('bold is put on words', async () => {
	await write('law.penalty', 'السجن ');
	await press('law.penalty', /Put in/);
	await field('law.penalty').evaluate((node) => {
		const text = [...node.childNodes].find((child) => child.data?.startsWith('السجن'));
		getSelection().setBaseAndExtent(text, 0, text, 'السجن'.length);
	});
	await press('law.penalty', 'Bold');
	assert.equal(await field('law.penalty').locator('b').count(), 1);
	assert.equal(await unit('law.penalty').locator('.warnings li').count(), 0);
});

test('what is pasted is text, with chips where it names them', async () => {
	const paste = (id, text) =>
		field(id).evaluate((node, pasted) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text', pasted);
			node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		}, text);
	await write('call.home', '');
	await paste('call.home', '<img src=x onerror="window.hacked=1"> [phone.home: 0800-2000] [b]');
	assert.equal(await field('call.home').locator('img').count(), 0);
	assert.equal(await field('call.home').locator('.chip').count(), 1);
	assert.equal(await page.evaluate(() => window.hacked), undefined);
});

test('a long text is wondered at', async () => {
	await write('home.title', 'كلمة '.repeat(20));
	assert.match(await unit('home.title').locator('.warnings').textContent(), /much longer/);
});

test('everything is there again after the page was closed', async () => {
	await write('home.more', '<b>"المزيد" & \u202eأكثر\'</b>');
	await unit('home.more').getByRole('textbox', { name: 'Remark' }).fill('Klopt "dit" <zo>?');
	const seen = (node) => {
		const parts = (query) => [...node.querySelectorAll(query)].map((part) => part.textContent);
		return { text: node.textContent.replaceAll('\u202e', '').trim(), bold: parts('b').join(''), chips: parts('.chip') };
	};
	const fields = async () => Promise.all((await page.locator('.edit').all()).map((edit) => edit.evaluate(seen)));
	const context = page.context();
	const written = await fields();
	await page.close();
	page = await open(context);
	assert.deepEqual(await fields(), written);
	assert.equal(await unit('home.more').getByRole('textbox', { name: 'Remark' }).inputValue(), 'Klopt "dit" <zo>?');
});

test('the file that it gives is taken in', async () => {
	await write('home.title', 'للبيت الآن');
	await write('fig.hand.alt', 'يد جديدة.');
	const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#download').press('Enter')]);
	assert.equal(download.suggestedFilename(), 'leaf-ar.xlf');
	const path = join(folder, 'leaf-ar.xlf');
	await download.saveAs(path);
	await page.locator('#copy').press('Enter');
	assert.equal(await page.locator('#text').inputValue(), readFileSync(path, 'utf8'));
	assert.match(verklaring('import', path), /5 {2}new or other texts/);
	const code = 'id="penalty.years" type="other" subType="vk:number" disp="12"';
	const text = stored();
	assert.match(text, /<target>للبيت الآن<\/target>/);
	assert.match(text, /<target>يد جديدة\.<\/target>/);
	assert.match(text, /<target>&lt;b&gt;"المزيد" &amp; أكثر'&lt;\/b&gt;<\/target>/);
	assert.match(text, new RegExp(`<target><pc [^>]*>السجن</pc> <ph ${code}`));
	assert.match(text, /<target>&lt;img src=x onerror="window.hacked=1"&gt; <ph id="phone.home"[^>]*> \[b\]<\/target>/);
	assert.match(text, /<note category="question">Klopt "dit" &lt;zo&gt;\?<\/note>/);
	assert.match(text, /<pc id="url.site" type="link" subType="vk:url"><pc id="b1"[^>]*>الموقع<\/pc><\/pc>/);
	assert.match(verklaring('import', path), /nothing new/);
});

test('work done for other Dutch is shown, not put in', async () => {
	const master = join(tree, 'translations/leaf/nl.xml');
	writeFileSync(master, readFileSync(master, 'utf8').replace('>Voor thuis<', '>Voor in huis<'));
	verklaring('export', 'leaf', 'ar', '--html', '--output', folder);
	const context = page.context();
	await page.close();
	page = await open(context);
	assert.match(await unit('home.title').textContent(), /U schreef hier eerder.*للبيت الآن/);
});

test('readers of all kinds can use it', async () => {
	for (const language of ['English', 'Nederlands']) {
		await page.getByRole('button', { name: language }).click();
		await page.locator('summary').click();
		await page.evaluate(axe);
		const found = await page.evaluate(async (tags) => {
			const { violations } = await window.axe.run(document, { runOnly: tags });
			return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
		}, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
		assert.deepEqual(found, []);
	}
});

test('a browser that keeps nothing is told so', async () => {
	const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
	await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('no'); } }));
	const other = await open(context);
	assert.equal(await other.locator('#not-saved').isVisible(), true);
	await context.close();
});

test('what was written can be erased', async () => {
	page.on('dialog', (dialog) => dialog.accept());
	await page.locator('#forget').click();
	assert.equal(await page.evaluate(() => localStorage.length), 0);
	assert.equal(await field('home.title').textContent(), 'للبيت الآن');
});

test('the script is one that old telephones understand', () => {
	const script = readFileSync(join(root, 'src/review/form/form.js'), 'utf8');
	const words = /=>|`|\b(let|const|class|async|await|Promise|fetch|closest|includes|padStart|repeat|forEach)\b|\.\.\./;
	assert.doesNotMatch(script.replaceAll(/'[^'\n]*'|\/\*.*?\*\//gs, "''"), words);
});
