// sync: what a change of the Dutch does to every translation, and what it must not do.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { Tree, canonical, unitsOf } from './tree.mjs';

const dutch = 'translations/verklaring/nl.xml';
const arabic = 'translations/verklaring/ar.xlf';
const files = tree =>
	['common', 'verklaring'].flatMap(document =>
		readdirSync(tree.path(`translations/${document}`))
			.filter(name => name.endsWith('.xlf'))
			.map(name => `translations/${document}/${name}`));

function within(work) {
	return () => {
		const tree = new Tree();
		try {
			work(tree);
		} finally {
			tree.drop();
		}
	};
}

function sync(tree, ...options) {
	const result = tree.run('sync', ...options);
	assert.equal(result.status, 0, result.said);
	return result.said;
}

test('a sync with nothing to do changes no byte and no time', within(tree => {
	const before = files(tree).map(name => [name, tree.read(name), statSync(tree.path(name), { bigint: true }).mtimeNs]);
	assert.match(sync(tree), /each follows the Dutch already/);
	for (const [name, text, time] of before) {
		assert.equal(tree.read(name), text);
		assert.equal(statSync(tree.path(name), { bigint: true }).mtimeNs, time);
	}
}));

test('a changed sentence is stale in every language, with the Dutch of before', within(tree => {
	const before = unitsOf(tree.read(arabic));
	tree.edit(dutch, 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
	sync(tree, 'verklaring');
	for (const name of files(tree).filter(name => name.includes('/verklaring/'))) {
		const unit = unitsOf(tree.read(name))['carry.love'];
		assert.match(unit, /<segment state="initial" subState="vk:source-changed">\s*<source>Wij houden allemaal/);
		assert.match(unit, /<note appliesTo="source" category="previous-source">U houdt van onze dochter, net als wij\./);
	}
	const after = unitsOf(tree.read(arabic));
	assert.match(after['carry.love'], /<target>أنتم تحبون ابنتنا/);
	for (const id of Object.keys(before))
		if (id !== 'carry.love') assert.equal(after[id], before[id]);
	// A second change before anybody read it: the Dutch that the target belongs to stays.
	tree.edit(dutch, 'Wij houden allemaal van onze dochter.', 'Iedereen houdt van onze dochter.');
	sync(tree);
	assert.match(unitsOf(tree.read(arabic))['carry.love'], /category="previous-source">U houdt van[\s\S]*<source>Iedereen/);
	// The Dutch goes back: all is as it was.
	tree.edit(dutch, 'Iedereen houdt van onze dochter.', 'U houdt van onze dochter, net als wij.');
	assert.match(sync(tree), /good again/);
	assert.deepEqual(unitsOf(tree.read(arabic)), before);
}));

test('an unfinished text stays unfinished when the Dutch goes back', within(tree => {
	tree.edit(arabic, /(<unit id="carry.love"[\s\S]*?)state="translated"/, '$1state="initial"');
	const before = unitsOf(tree.read(arabic));
	tree.edit(dutch, 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
	sync(tree);
	assert.match(unitsOf(tree.read(arabic))['carry.love'], /subState="vk:unfinished"/);
	tree.edit(dutch, 'Wij houden allemaal van onze dochter.', 'U houdt van onze dochter, net als wij.');
	sync(tree);
	assert.deepEqual(unitsOf(tree.read(arabic)), before);
}));

test('a changed number is stale, a changed telephone number is not', within(tree => {
	tree.edit('translations/facts.xml', 'value="12" unit="jaar"', 'value="14" unit="jaar"');
	tree.edit('translations/facts.xml', 'abroad="+31 247 247 247"', 'abroad="+31 247 247 248"');
	sync(tree);
	for (const name of files(tree).filter(name => name.includes('/verklaring/'))) {
		const text = tree.read(name), units = unitsOf(text);
		assert.equal(text.match(/vk:source-changed/g).length, 1);
		assert.match(units['law.penalty'], /previous-source">De rechter kan tot 12 jaar \[b\]gevangenisstraf\[\/b\] geven/);
		assert.equal(units['law.penalty'].match(/disp="14" equiv="14" id="penalty.years"/g).length, 2);
		assert.equal(text.match(/disp="\+31 247 247 248" equiv="\+31 247 247 248"/g).length, 2);
		assert.doesNotMatch(text, /247 247 247"/);
	}
}));

test('a slip of the pen leaves translations good, a greater change does not', within(tree => {
	tree.edit(dutch, 'U houdt van onze dochter, net als wij.', 'U houdt van onze dochter net als wij.');
	tree.edit(dutch, 'ook een arts. Wie helpt', 'ook geen arts. Wie helpt');
	tree.edit(dutch, 'Plassen kan pijn doen.', 'Bij het plassen heeft zij erge pijn.');
	const said = sync(tree, 'verklaring', '--minor');
	assert.match(said, /unit law.helpers: .*\[minor-refused\]/);
	assert.match(said, /unit harm.pain: .*\[minor-refused\]/);
	const units = unitsOf(tree.read(arabic));
	assert.match(units['carry.love'], /<segment state="translated">\s*<source>U houdt van onze dochter net als wij\./);
	assert.doesNotMatch(units['carry.love'], /previous-source/);
	assert.match(units['law.helpers'], /vk:source-changed/);
	assert.match(units['harm.pain'], /vk:source-changed/);
}));

test('what the Dutch no longer has goes to the attic, and comes back from there', within(tree => {
	const before = unitsOf(tree.read(arabic));
	const [sentence] = tree.read(dutch).match(/ *<p id="nochoice.shield".*\n/);
	tree.edit(dutch, sentence, '');
	assert.match(sync(tree), /gone from the Dutch/);
	assert.equal(unitsOf(tree.read(arabic))['nochoice.shield'], undefined);
	const attic = tree.path('translations/verklaring/attic/ar.xml');
	execFileSync('xmllint', ['--noout', '--schema', tree.path('templates/schemas/attic.xsd'), attic], { stdio: 'pipe' });
	assert.match(tree.read('translations/verklaring/attic/ar.xml'), /<target>القانون هو الذي يقرر/);
	const place = tree.read(dutch).match(/ *<h level="2" id="harm.title"/)[0];
	tree.edit(dutch, place, sentence + place);
	assert.match(sync(tree), /back again/);
	assert.deepEqual(unitsOf(tree.read(arabic)), before);
	// Gone once more: it lies there already.
	tree.edit(dutch, sentence, '');
	const size = statSync(attic).size;
	sync(tree);
	assert.equal(statSync(attic).size, size);
	// Back with other Dutch: the old text is offered, to be read again.
	tree.edit(dutch, place, sentence.replace('Wij vragen u om begrip.', 'Wees niet boos op ons.') + place);
	sync(tree);
	assert.match(unitsOf(tree.read(arabic))['nochoice.shield'], /subState="vk:source-changed">[\s\S]*Wees niet boos[\s\S]*<target>القانون/);
}));

test('units stand in the order of the Dutch, with its notes and names', within(tree => {
	const [first] = tree.read(dutch).match(/ *<p id="carry.lead".*\n/);
	const [second] = tree.read(dutch).match(/ *<p id="carry.love".*\n/);
	const before = unitsOf(tree.read(arabic));
	tree.edit(dutch, first + second, second + first);
	sync(tree);
	const after = unitsOf(tree.read(arabic)), ids = Object.keys(after);
	assert.ok(ids.indexOf('carry.love') < ids.indexOf('carry.lead'));
	assert.deepEqual(after, before);
	tree.edit(dutch, / note="'Zij is goed[^"]*"/, '');
	tree.edit(dutch, 'note="From here the paper', 'note="Now the paper');
	tree.edit(dutch, / *<p id="carry.love".*\n/, line => line.replace('carry.love', 'carry.more') + line);
	sync(tree);
	const units = unitsOf(tree.read(arabic));
	assert.doesNotMatch(units['carry.love'], /<note/);
	assert.match(units['home.title'], />Now the paper/);
	assert.match(units['carry.more'], /name="carry.more">\s*<segment state="initial">\s*<source>U houdt/);
	assert.doesNotMatch(units['carry.more'], /<target/);
}));

// What other tools leave behind: modules, attributes, comments, marks, notes, another prefix, CDATA.
function decorate(tree) {
	tree.edit(arabic, 'version="2.0" srcLang', 'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:x="urn:x-tool" version="2.0" x:by="tool" srcLang');
	tree.edit(arabic, '<file id', '<!-- before the file --><?tool keep?>\n  <file x:job="7" id');
	tree.edit(arabic, '<unit id="carry.love" name="carry.love">',
		'<!-- beside a unit -->\n    <unit id="carry.love" name="carry.love" x:locked="yes">\n      <mda:metadata><mda:metaGroup category="review"><mda:meta type="by">A &amp; B</mda:meta></mda:metaGroup></mda:metadata>');
	tree.edit(arabic, /(<unit id="carry.love"[\s\S]*?<\/note>)/, '$1\n        <note category="reviewer" x:date="2026-11-01">Mooi &lt;zo&gt;</note>');
	tree.edit(arabic, '<target>أنتم تحبون ابنتنا', '<target xml:lang="ar"><mrk id="m1" type="term" x:y="z">أنتم</mrk> <![CDATA[تحبون]]> ابنتنا');
}

test('what other tools wrote survives', within(tree => {
	decorate(tree);
	const text = tree.read(arabic), before = unitsOf(text);
	assert.match(sync(tree), /each follows/);
	assert.equal(tree.read(arabic), text);
	tree.edit(dutch, 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
	tree.edit('translations/facts.xml', 'abroad="+31 247 247 247"', 'abroad="+31 247 247 248"');
	sync(tree);
	const after = tree.read(arabic), units = unitsOf(after);
	for (const piece of [/<!-- before the file --><\?tool keep\?>/, /x:by="tool"/, /x:job="7"/, /<!-- beside a unit -->/, /x:locked="yes"/,
		/<mda:meta type="by">A &amp; B<\/mda:meta>/, /<note category="reviewer" x:date="2026-11-01">Mooi &lt;zo&gt;<\/note>/,
		/<target xml:lang="ar"><mrk id="m1" type="term" x:y="z">أنتم<\/mrk> تحبون ابنتنا/])
		assert.match(after, piece);
	for (const id of Object.keys(before))
		if (id !== 'carry.love' && !before[id].includes('phone.bz:abroad')) assert.equal(units[id], before[id]);
	// To the attic and back.
	const [sentence] = tree.read(dutch).match(/ *<p id="carry.love".*\n/);
	tree.edit(dutch, sentence, '');
	sync(tree);
	tree.edit(dutch, / *<h level="2" id="forms.title"/, all => sentence + all);
	sync(tree);
	assert.equal(unitsOf(tree.read(arabic))['carry.love'], units['carry.love']);
}));

test('the common strings follow as documents do', within(tree => {
	tree.edit('translations/common/nl.xml', '>nog niet klaar<', '>nog lang niet gereed<');
	assert.match(sync(tree, 'common'), /common\/ar.xlf/);
	assert.match(unitsOf(tree.read('translations/common/ar.xlf'))['state.initial'], /vk:source-changed/);
}));

test('what cannot be read is told and left alone; the others follow', within(tree => {
	tree.edit(dutch, 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
	tree.edit(arabic, '</unit>', '</unit><unit id="carry.love"><segment><source>x</source></segment></unit>');
	tree.write('translations/verklaring/xx.xlf', tree.read('translations/verklaring/so.xlf'));
	const text = tree.read(arabic), result = tree.run('sync', 'verklaring');
	assert.equal(result.status, 1);
	assert.match(result.said, /ar.xlf:\d+: error: unit carry.love: this unit stands twice \[unit-doubled\]/);
	assert.match(result.said, /xx.xlf: error: .*"xx".*\[delivery-language\]/);
	assert.equal(tree.read(arabic), text);
	assert.match(tree.read('translations/verklaring/so.xlf'), /vk:source-changed/);
	assert.equal(tree.run('sync', 'nothing').status, 2);
	assert.ok(!existsSync(tree.path('translations/verklaring/attic')));
}));

test('a folder that was copied and kept its id is told, and the first one left alone', within(tree => {
	cpSync(tree.path('translations/verklaring'), tree.path('translations/zz'), { recursive: true });
	tree.edit('translations/zz/nl.xml', 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
	const text = tree.read(arabic), result = tree.run('sync', 'zz');
	assert.equal(result.status, 1);
	assert.match(result.said, /zz\/nl.xml:\d+: error: .*id="verklaring".* zz; .*\[master-folder\]/);
	assert.equal(tree.read(arabic), text);
	tree.edit('translations/zz/nl.xml', / id="verklaring"/, ' id="zz"');
	assert.doesNotMatch(tree.run('sync', 'zz').said, /master-folder/);
}));

test('a file in the namespace of XLIFF 2.2 stays one', within(tree => {
	tree.write(arabic, tree.read(arabic).replaceAll('document:2.0', 'document:2.2').replace('version="2.0"', 'version="2.2"'));
	tree.edit(dutch, 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
	sync(tree);
	const text = tree.read(arabic);
	assert.doesNotMatch(text, /document:2\.0|xmlns=""/);
	assert.match(canonical(text), /vk:source-changed/);
}));
