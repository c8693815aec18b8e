// Makes the site that the other tests look at: the project's own texts, beside a paper for young people and a translation by somebody
// hostile. Of the editions those are left that a screen or a QR code has a part in, so that it takes seconds.
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {data, folder, program, root, site} from './browser.mjs';

const texts = ['en', 'fr', 'so', 'ar', 'ti', 'ckb', 'ur'];

rmSync(folder, {recursive: true, force: true});
mkdirSync(data, {recursive: true});
for (const name of ['translations', 'templates', 'fonts'])
	cpSync(join(root, name), join(data, name), {recursive: true});

const edit = (path, change) => writeFileSync(join(data, path), change(readFileSync(join(data, path), 'utf8')));
edit('templates/editions.xml', xml => xml.replace(/<edition id="(?!(?:office|screen|picture|a5|large|booklet|booklet-large)")[^]*?<\/edition>/g, ''));

// Which languages there are texts in does not depend on what was translated lately.
for (const document of readdirSync(join(data, 'translations'))) {
	const from = join(data, 'translations', document);
	if (document !== 'common' && existsSync(join(from, 'nl.xml')) && !['verklaring', 'praatkaart'].includes(document))
		rmSync(from, {recursive: true});
}
for (const name of readdirSync(join(data, 'translations/verklaring')))
	if (name.endsWith('.xlf') && !texts.includes(name.slice(0, -4)))
		rmSync(join(data, 'translations/verklaring', name));
edit('translations/languages.xml', xml => xml.replace(/<language tag="([^"]+)"[^>]*>/g, (element, tag) =>
	texts.includes(tag) || tag === 'nl' ? element : element.replace('status="offered"', 'status="wanted"')));

// For young people: the same form of text, with a marker that makes its pages discreet.
const young = join(data, 'translations/jong');
mkdirSync(young);
writeFileSync(join(young, 'nl.xml'), readFileSync(join(data, 'translations/verklaring/nl.xml'), 'utf8')
	.replace('id="verklaring"', 'id="jong"').replace(/audience="[^"]*"/, 'audience="jongeren"'));
for (const tag of ['so', 'ar'])
	writeFileSync(join(young, `${tag}.xlf`), readFileSync(join(data, `translations/verklaring/${tag}.xlf`), 'utf8')
		.replaceAll('<file id="verklaring"', '<file id="jong"'));

// Somebody who means ill: in the names of a language, and in titles, links and labels of a translation.
const script = '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;"\' onmouseover=alert(3)';
edit('translations/languages.xml', xml => xml.replace('</languages>', `<language tag="en-x-evil" script="Latn" dir="ltr"
	name-nl="Kwaad &lt;b onclick=x&gt;" name-en="Evil" autonym="&quot;&gt;&lt;img src=x onerror=alert(5)&gt;"
	locale="en" status="offered" also="&lt;b&gt;;&quot;]};alert(6)//">
	<variety>${script}</variety><readers>${script}</readers><not-for>${script}</not-for><countries>GB</countries></language></languages>`));
for (const name of ['verklaring', 'common'])
	writeFileSync(join(data, `translations/${name}/en-x-evil.xlf`), readFileSync(join(data, `translations/${name}/en.xlf`), 'utf8')
		.replace(/trgLang="[^"]*"/, 'trgLang="en-x-evil"')
		.replace(/(<unit id="(?:title|carry\.title|closing\.title|state\.translated|site\.[a-z]+|draft\.plain)"[^]*?<target[^>]*>)/g,
			'$1&lt;b onclick="alert(7)">\' '));

mkdirSync(join(data, 'audio/verklaring'), {recursive: true});
const list = JSON.parse(execFileSync(program, ['list', '--json', '--data', data], {maxBuffer: 1 << 26}));
const code = list.documents.find(d => d.id === 'verklaring').translations.find(t => t.language === 'so').code;
writeFileSync(join(data, 'audio/verklaring/so.mp3'), Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'));
writeFileSync(join(data, 'audio/verklaring/so.xml'), `<recording xmlns="urn:verklaring:recording:1" code="${code}" role="tolk" date="2026-11-01"/>\n`);

try {
	execFileSync(program, ['catalogue', '--drafts', '--data', data, '--output', site, '--base-url', 'https://example.org/v'],
		{env: {...process.env, LC_ALL: 'C', LANGUAGE: ''}, stdio: ['ignore', 'pipe', 'pipe']});
} catch (error) {
	console.error(String(error.stderr));
	process.exitCode = 1;
}
