// Forty names as people type them: the right language stands first for nineteen in twenty, and no name leads nowhere.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {file, launch} from './browser.mjs';

const asked = [
	['Somalisch', 'so'], ['somali', 'so'], ['soemalisch', 'so'], ['somalsich', 'so'], ['Soomaali', 'so'], ['somalië', 'so'],
	['Arabisch', 'ar'], ['arabies', 'ar'], ['العربية', 'ar'], ['arabic', 'ar'], ['عربية', 'ar'], ['Egypte', 'ar'],
	['Tigrinya', 'ti'], ['tigrigna', 'ti'], ['tigrinja', 'ti'], ['ትግርኛ', 'ti'], ['Eritrea', 'ti'], ['eritria', 'ti'],
	['Amhaars', 'am'], ['amharisch', 'am'], ['አማርኛ', 'am'], ['amaars', 'am'],
	['Sorani', 'ckb'], ['soranie', 'ckb'], ['کوردی', 'ckb'], ['Kurmandji', 'ku'], ['kurmanji', 'ku'], ['kurmanci', 'ku'],
	['Oromo', 'om'], ['oromoo', 'om'], ['afaan oromo', 'om'], ['Farsi', 'fa'], ['dari', 'fa-AF'], ['Pasjtoe', 'ps'], ['pashtu', 'ps'],
	['Pular', 'ff-Latn-GN'], ['poelar', 'ff-Latn-GN'], ['swahilli', 'sw'], ['turks', 'tr'], ['haussa', 'ha'], ['mandinko', 'mnk'],
	['bambarra', 'bm'], ['wolof', 'wo'], ['russich', 'ru'],
];

let browser, page;

before(async () => {
	browser = await launch();
	page = await browser.newPage();
	await page.goto(file('index.html'));
});
after(() => browser.close());

async function find(words) {
	await page.fill('#vraag', words);
	return page.$$eval('#gevonden > li > h3 > a', links => links.map(a => decodeURI(a.pathname.split('/').pop().slice(0, -5))));
}

test('the right language first', async () => {
	const wrong = [], absent = [];
	for (const [words, tag] of asked) {
		const found = await find(words);
		if (found[0] !== tag)
			wrong.push(`${words}: ${found.slice(0, 4)}`);
		if (!found.includes(tag))
			absent.push(words);
	}
	assert.ok(asked.length >= 40);
	assert.ok(wrong.length <= asked.length / 20, wrong.join('\n'));
	assert.deepEqual(absent, []);
});

test('a country finds its languages, its own before those of its neighbours', async () => {
	assert.deepEqual((await find('Eritrea')).slice(0, 4), ['ti', 'tig', 'aa', 'ar']);
	assert.ok((await find('guinee')).includes('ff-Latn-GN'));
	assert.ok((await find('Ivory Coast')).includes('dyu'));
});

test('Kurdish asks which region', async () => {
	const found = await find('Koerdisch');
	assert.ok(found.includes('ckb') && found.includes('ku'));
	assert.match(await page.textContent('#telling'), /Uit welke streek/);
	assert.match(await page.textContent('#gevonden > li:nth-child(1) .where'), /Irak/);
	await find('Somalisch');
	assert.doesNotMatch(await page.textContent('#telling'), /streek/);
});

test('a whole sentence', async () => {
	assert.equal((await find('a mother from Guinea who speaks Pular'))[0], 'ff-Latn-GN');
});

test('nothing found is said, and the list comes back', async () => {
	assert.deepEqual(await find('xqzvkk'), []);
	assert.match(await page.textContent('#telling'), /Niets gevonden/);
	assert.ok(await page.isVisible('#alle'));
	await find('');
	assert.equal(await page.textContent('#telling'), '');
	assert.ok(await page.isVisible('#t-so'));
});

test('Pular from Guinea: two interactions to the sheet', async () => {
	await page.goto(file('index.html'));
	await page.fill('#vraag', 'Pular');
	const button = page.locator('#gevonden a.button').first();
	assert.match(await button.textContent(), /Print/);
	assert.match(await button.getAttribute('href'), /^verklaring\/verklaring-fr\+nl-office\.pdf$/);
});

for (const [words, sheet] of [['Eritrea', 'ti'], ['koerdies', 'ckb'], ['een gezin uit Somalie', 'so'], ['moeder spreekt urdoe', 'ur'], ['Tigrinja', 'ti']])
	test(`${words}: two interactions to the sheet`, async () => {
		await page.goto(file('index.html'));
		await page.fill('#vraag', words);
		const button = page.locator('#gevonden a.button').first();
		assert.equal(await button.getAttribute('href'), `verklaring/verklaring-${sheet}+nl-office.pdf`);
		const {y} = await button.boundingBox();
		assert.ok(y < 720, `the button stands ${y} pixels down`);
	});

test('the same in English', async () => {
	await page.goto(file('en/index.html'));
	assert.equal((await find('Tigrinya'))[0], 'ti');
	assert.match(await page.locator('#gevonden a.button').first().textContent(), /Print with Dutch/);
});
