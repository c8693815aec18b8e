// drafts.mjs PROGRAM: every page of every edition of every document says that it is a draft, in the language of its text and in Dutch, and
// no panel of a sheet is another page than these.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.argv[2];
const run = (...words) => execFileSync(program, [...words, '--data', root], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 1 << 27 });
const { editions } = JSON.parse(run('list', '--json'));
const offered = [...readFileSync(join(root, 'translations/languages.xml'), 'utf8').matchAll(/<language [^>]*?>/g)].map(([language]) => language).filter(language => language.includes('status="offered"'));
const tags = offered.map(language => language.match(/tag="([^"]+)"/)[1]);
const names = [...new Set(editions.map(({ id }) => id))];

// The word of a language for a draft, as its file of common strings has it.
function mark(tag) {
	const text = readFileSync(join(root, `translations/common/${tag === 'nl' ? 'nl.xml' : `${tag}.xlf`}`), 'utf8');
	const [, word] = text.match(tag === 'nl' ? /<string id="draft.mark"[^>]*>([^<]+)</ : /<unit id="draft.mark"[\s\S]*?<target[^>]*>([^<]+)</);
	return word.replaceAll('\u200C', '');
}

// The pages of a stage, each with the words that stand on it outside its text.
function pages(stage, ...options) {
	return run('inspect', `--stage=${stage}`, ...options)
		.split(/^(?= *page )/m)
		.slice(1)
		.map(page => page.replaceAll(/<U\+[0-9A-F]+>|\u200C/g, ''))
		.map(page => ({ name: page.match(/^ *page (.*)/)[1], words: [...page.matchAll(/ glyphs artifact .* \d+ glyphs (.*)$/gm)].map(([, words]) => words) }));
}

function says(page, words, what) {
	for (const word of words)
		assert.ok(page.words.some(found => found.startsWith(word)), `${what}, page ${page.name}: does not say ${word}`);
}

let seen = 0;

for (const edition of names)
	test(`${edition}: each page is marked`, () => {
		for (const tag of tags)
			for (const page of pages('pages', '--edition', edition, '--language', tag)) {
				says(page, [mark(tag), mark('nl')], `${edition} ${tag}`);
				seen++;
			}
	});

for (const options of [['--with', 'nl'], ['--with', 'nl', '--back-to-back'], ['--grey'], ['--edition', 'large', '--with', 'nl'], ['--edition', 'press', '--marks']])
	test(`${options.join(' ')}: each page is marked`, () => {
		for (const tag of ['so', 'ar', 'ti', 'ur'])
			for (const page of pages('pages', '--document', 'verklaring', '--language', tag, ...options)) {
				says(page, [mark('nl')], `${options.join(' ')} ${tag}`);
				seen++;
			}
	});

for (const edition of ['booklet', 'booklet-large', 'pocket', 'card'])
	for (const tag of ['so', 'ar', 'ti', 'ur'])
		test(`${edition} ${tag}: a sheet holds these pages and no others`, () => {
			const what = ['--document', 'verklaring', '--edition', edition, '--language', tag];
			const named = stage => pages(stage, ...what).map(({ name }) => name.match(/[a-z][\w-]*/)[0]).sort();
			assert.deepEqual(named('sheets'), named('pages'));
		});

test('it can fail, and much was seen', t => {
	t.diagnostic(`${seen} pages`);
	assert.ok(seen > 4000, `only ${seen} pages`);
	assert.throws(() => says({ name: '1', words: ['Qabyo-qoraal'] }, ['Concept'], 'so'), /does not say Concept/);
});
