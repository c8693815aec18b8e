// What comes back from translators: through other programs, and with the damage that tools are recorded to do (A2 and A3 of the conventions):
// nothing is lost, and each damage is called by its name.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import xliff from 'xliff';
import { Tree, unitsOf } from './tree.mjs';

const arabic = 'translations/verklaring/ar.xlf';
const sent = 'verklaring-ar.xlf';
const love = 'أنتم تحبون ابنتنا كما نحبها نحن. وهي بخير كما هي.';
const other = 'نحن وأنتم نحب ابنتنا.';

function within(work, ...options) {
	return async () => {
		const tree = new Tree();
		try {
			tree.before = unitsOf(tree.read(arabic));
			const result = tree.run('export', 'verklaring', 'ar', ...options);
			assert.equal(result.status, 0, result.said);
			await work(tree);
		} finally {
			tree.drop();
		}
	};
}

// Only these units may be another than before.
function changed(tree, ...ids) {
	const after = unitsOf(tree.read(arabic));
	const differing = Object.keys({ ...tree.before, ...after }).filter(id => after[id] !== tree.before[id]);
	assert.deepEqual(differing.sort(), ids.sort());
	return after;
}

function takes(tree, ...ids) {
	const result = tree.run('import', sent);
	assert.equal(result.status, 0, result.said);
	return { said: result.said, units: changed(tree, ...ids) };
}

function refuses(tree, word, ...options) {
	const text = tree.read(arabic), result = tree.run('import', sent, ...options);
	assert.equal(result.status, 1, result.said);
	assert.match(result.said, new RegExp(`\\[${word}\\]`));
	assert.match(result.said, /nothing is taken/);
	assert.equal(tree.read(arabic), text);
	return result.said;
}

const versions = [[], ['--xliff', '1.2']];
for (const version of versions) {
	const name = version[1] ?? '2.0';

	test(`${name}: what comes back as it went changes nothing`, within(tree => {
		const text = tree.read(arabic);
		assert.match(takes(tree).said, /\d+  nothing new/);
		assert.equal(tree.read(arabic), text);
	}, ...version));

	test(`${name}: a text, a remark and a doubt are taken, and nothing else`, within(tree => {
		tree.edit(sent, love, other);
		tree.edit(sent, /(<(trans-)?unit id="forms.title"[\s\S]*?)(<notes>|<source>)/,
			version[1] ? '$1<note from="translator">Klopt dit?</note>$3' : '$1$3<note category="question">Klopt dit?</note>');
		tree.edit(sent, version[1] ? /(id="harm.pain" resname="harm.pain" approved=)"yes"/ : /(id="harm.pain"[\s\S]*?state=)"translated"(?=>\s*<source)/, '$1"no"'.replace('no', version[1] ? 'no' : 'initial'));
		const { units } = takes(tree, 'carry.love', 'forms.title', 'harm.pain');
		assert.match(units['carry.love'], new RegExp(`<segment state="translated">[\\s\\S]*<target>${other}</target>`));
		assert.match(units['forms.title'], /<note category="question">Klopt dit\?<\/note>/);
		assert.match(units['harm.pain'], /<segment state="initial">/);
	}, ...version));

	test(`${name}: another document, another language, a unit that never was`, within(tree => {
		const text = tree.read(sent), id = version[1] ? 'original="verklaring/nl.xml"' : '<file id="verklaring"';
		tree.edit(sent, id, id.replace('verklaring', 'praatblad'));
		refuses(tree, 'delivery-document');
		tree.write(sent, text.replace(/(trgLang|target-language)="ar"/, '$1="xx"'));
		refuses(tree, 'delivery-language');
		tree.write(sent, text.replace(/(srcLang|source-language)="nl"/, '$1="en"'));
		refuses(tree, 'xliff-language');
		tree.write(sent, text.replace('unit id="carry.love"', 'unit id="carry.hate"').replace(love, other));
		refuses(tree, 'unit-unknown');
	}, ...version));

	test(`${name}: placeholders that are missing, invented or doubled`, within(tree => {
		const text = tree.read(sent);
		const [code] = text.match(version[1] ? /<ph id="penalty.years".*?<\/ph>/ : /<ph id="penalty.years"[^>]*>/);
		const target = text.match(/<target[^>]*>يمكن للقاضي.*/)[0];
		tree.write(sent, text.replace(target, target.replace(code, '12')));
		refuses(tree, 'placeholder-dropped');
		tree.write(sent, text.replace(target, target.replace(code, code + ' ' + code)));
		refuses(tree, 'placeholder-doubled');
		tree.write(sent, text.replace(love, `${other} ${code}`));
		refuses(tree, 'placeholder-invented');
	}, ...version));

	test(`${name}: a language that has no file yet: one line, export, translate, import`, within(tree => {
		tree.edit('translations/languages.xml', '</languages>',
			'<language tag="lg" script="Latn" dir="ltr" name-nl="Luganda" name-en="Ganda" autonym="Luganda" digits="latn" locale="lg" status="wanted"/></languages>');
		assert.equal(tree.run('export', 'verklaring', 'lg', ...version, '--output', 'out').status, 0);
		const text = tree.read('out/verklaring-lg.xlf');
		tree.write('out/verklaring-lg.xlf', text.replace(/<source>Elke vorm is verboden, ook op reis<\/source>/, '$&<target>Buli ngeri tekkirizibwa</target>'));
		const said = tree.run('import', 'out/verklaring-lg.xlf').said;
		assert.match(said, /first file of the language/);
		const units = unitsOf(tree.read('translations/verklaring/lg.xlf'));
		assert.match(units['forms.title'], /<segment state="translated">[\s\S]*<target>Buli ngeri/);
		assert.deepEqual(Object.keys(units), Object.keys(tree.before));
		execFileSync('xmllint', ['--noout', '--schema', tree.path('templates/schemas/xliff.xsd'), tree.path('translations/verklaring/lg.xlf')], { stdio: 'pipe' });
		assert.match(tree.run('sync', 'verklaring').said, /each follows/);
	}, ...version));
}

test('2.0 through npm\'s xliff and back', within(async tree => {
	const read = await xliff.xliff2js(tree.read(sent));
	tree.write(sent, await xliff.js2xliff(read));
	takes(tree);
	Object.values(read.resources)[0]['carry.love'].target = other;
	tree.write(sent, await xliff.js2xliff(read));
	assert.match(takes(tree, 'carry.love').units['carry.love'], new RegExp(`<target>${other}</target>`));
}));

const convert = (tree, program, ...names) =>
	execFileSync(program, names.map(name => name.startsWith('-') ? name : tree.path(name)), { stdio: 'pipe' });

test('1.2 through xliff2po and po2xliff and back', within(tree => {
	convert(tree, 'xliff2po', sent, 'ar.po');
	convert(tree, 'po2xliff', '-t', sent, 'ar.po', 'back.xlf');
	const text = tree.read(sent), back = tree.read('back.xlf');
	tree.write(sent, back);
	assert.match(takes(tree).said, /\d+  nothing new/);
	tree.write(sent, text);
	tree.edit('ar.po', love, other);
	tree.edit('ar.po', 'لمدة تصل إلى', 'حتى');
	tree.edit('ar.po', '#: forms.title', '# Klopt dit?\n#: forms.title');
	tree.edit('ar.po', '#: harm.pain', '#, fuzzy\n#: harm.pain');
	convert(tree, 'po2xliff', '-t', sent, 'ar.po', 'back.xlf');
	tree.write(sent, tree.read('back.xlf'));
	const { units } = takes(tree, 'carry.love', 'law.penalty', 'forms.title', 'harm.pain');
	assert.match(units['law.penalty'], /<pc [^>]*>بالسجن<\/pc> حتى <ph [^>]*id="penalty.years"/);
	assert.match(units['forms.title'], /<note category="question">Klopt dit\?<\/note>/);
	assert.match(units['harm.pain'], /<segment state="initial">/);
	// A placeholder that was taken out of the PO file
	tree.edit('ar.po', '{penalty.years=12} سنة', '12 سنة');
	tree.write(sent, text);
	convert(tree, 'po2xliff', '-t', sent, 'ar.po', 'back.xlf');
	tree.write(sent, tree.read('back.xlf'));
	refuses(tree, 'placeholder-dropped');
}, '--xliff', '1.2'));

// The damage that A2 and A3 record, one by one: made here as those tools make it.
test('translate-toolkit: xml:space on <segment>, a note inside it', within(tree => {
	tree.edit(sent, /(<unit id="carry.love"[\s\S]*?)<segment ([^>]*)>([\s\S]*?)<\/segment>/,
		`$1<segment xml:space="preserve" $2>$3<notes><note>Klopt dit?</note></notes></segment>`);
	tree.edit(sent, love, other);
	const { said, units } = takes(tree, 'carry.love');
	assert.match(said, /\[space-misplaced\]/);
	assert.match(said, /\[note-misplaced\]/);
	assert.match(units['carry.love'], /<\/note>\s*<note category="question">Klopt dit\?<\/note>\s*<\/notes>\s*<segment state="translated">/);
}));

test('translate-toolkit: final stays after an edit', within(tree => {
	tree.edit(sent, /(<unit id="carry.love"[\s\S]*?state=)"translated"(?=>\s*<source)/, '$1"final"');
	tree.edit(sent, love, other);
	const { said, units } = takes(tree, 'carry.love');
	assert.match(said, /\[state-kept\]/);
	assert.match(units['carry.love'], /<segment state="translated">/);
}));

test('translate-toolkit: a plain edit leaves the codes glued behind the text', within(tree => {
	const text = tree.read(sent), target = text.match(/<target>(يمكن للقاضي[^<]*)(<pc.*?<\/pc>)([^<]*)(<ph [^>]*>)(.*)<\/target>/);
	tree.write(sent, text.replace(target[0], `<target>نص جديد تمامًا${target[2]}${target[3]}${target[4]}${target[5]}</target>`));
	refuses(tree, 'codes-glued');
	tree.write(sent, text.replace(target[0], `<target>نص جديد تمامًا.${target[4]}</target>`));
	refuses(tree, 'codes-glued');
}));

test('OmegaT: drops <mrk>, writes no state', within(tree => {
	tree.edit(arabic, love, love.replace('ابنتنا', '<mrk id="m1" type="term">ابنتنا</mrk>'));
	tree.before = unitsOf(tree.read(arabic));
	takes(tree); // the words are the same: the mark stays
	tree.edit(sent, love, other);
	const { said } = takes(tree, 'carry.love');
	assert.match(said, /\[mark-dropped\]/);
}));

test('OmegaT: a stale text that was read again is good, though the tool writes no state', within(tree => {
	tree.edit('translations/verklaring/nl.xml', 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
	assert.equal(tree.run('export', 'verklaring', 'ar').status, 0);
	assert.match(tree.read(sent), /vk:state="initial"[\s\S]*?subState="vk:source-changed"/);
	tree.edit(sent, love, other);
	const { units } = takes(tree, 'carry.love');
	assert.match(units['carry.love'], /<segment state="translated">/);
	assert.doesNotMatch(units['carry.love'], /previous-source/);
}));

test('Poedit: an edit takes the subState away', within(tree => {
	tree.edit('translations/verklaring/nl.xml', 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
	assert.equal(tree.run('export', 'verklaring', 'ar').status, 0);
	tree.edit(sent, 'state="initial" subState="vk:source-changed"', 'state="translated"');
	const { said, units } = takes(tree, 'carry.love');
	assert.match(said, /1  texts with another state/);
	assert.match(units['carry.love'], /<segment state="translated">\s*<source>Wij houden/);
}));

test('Weblate: plain-text mode escapes <pc>', within(tree => {
	const text = tree.read(sent), target = text.match(/<target>(يمكن للقاضي.*)<\/target>/)[1];
	const escaped = words => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
	tree.write(sent, text.replace(target, escaped(target).replace('أن يحكم', 'الحكم')));
	const { said, units } = takes(tree, 'law.penalty');
	assert.match(said, /\[code-restored\]/);
	assert.match(units['law.penalty'], /الحكم <pc [^>]*>بالسجن<\/pc>/);
	tree.write(sent, text.replace(target, escaped(target).replace('&lt;/pc&gt;', '')));
	refuses(tree, 'code-escaped');
}));

test('Poedit: <g> for <pc>', within(tree => {
	const text = tree.read(sent), target = text.match(/<target>(يمكن للقاضي.*)<\/target>/)[1];
	tree.write(sent, text.replace(target, target.replace('أن يحكم', 'الحكم').replace(/<pc [^>]*>(.*?)<\/pc>/, '<g id="b1">$1</g>').replace(/<ph id="([^"]*)"[^>]*>/, '<x id="$1"/>')));
	const { said, units } = takes(tree, 'law.penalty');
	assert.match(said, /\[code-renamed\]/);
	assert.match(units['law.penalty'], /الحكم <pc [^>]*>بالسجن<\/pc>.*<ph [^>]*disp="12"/);
}));

test('codes as pairs of <sc> and <ec>, a comment at words', within(tree => {
	const text = tree.read(sent), target = text.match(/<target>(يمكن للقاضي.*)<\/target>/)[1];
	tree.write(sent, text.replace(target, target.replace('أن يحكم', '<mrk id="m1" type="comment" value="Klopt dit?">الحكم</mrk>')
		.replace(/<pc [^>]*>(.*?)<\/pc>/, '<sc id="b1" type="fmt" subType="xlf:b"/>$1<ec startRef="b1"/>')));
	const { units } = takes(tree, 'law.penalty');
	assert.match(units['law.penalty'], /الحكم <pc [^>]*>بالسجن<\/pc>/);
	assert.match(units['law.penalty'], /<note category="question">Klopt dit\?<\/note>/);
}));

test('a tool that cuts units into segments', within(tree => {
	const text = tree.read(sent);
	const cut = text.replace(/(<unit id="carry.love"[\s\S]*?)<segment ([^>]*)>[\s\S]*?<\/segment>/,
		'$1<segment $2><source>U houdt van onze dochter, net als wij.</source><target>الأولى.</target></segment>' +
		'<ignorable><source> </source></ignorable><segment $2><source>Zij is goed zoals zij is.</source><target>الثانية.</target></segment>');
	tree.write(sent, cut);
	const { said, units } = takes(tree, 'carry.love');
	assert.match(said, /\[segments-joined\]/);
	assert.match(units['carry.love'], /<target>الأولى\. الثانية\.<\/target>/);
	tree.write(sent, cut.replace('<target>الثانية.</target>', ''));
	refuses(tree, 'unit-segments');
}));

test('control characters, damaged files', within(tree => {
	const text = tree.read(sent);
	tree.write(sent, text.replace(love, `\u202B${other}\u202C`));
	refuses(tree, 'character-bidi');
	tree.write(sent, text.replace(love, 'نح\uFFFDن'));
	refuses(tree, 'character-lost');
	tree.write(sent, text.slice(0, text.indexOf(love) + 9));
	refuses(tree, 'xml-cut-off');
	tree.write(sent, text.replace('version="2.0"', 'version="3.0"'));
	refuses(tree, 'xliff-version');
	tree.write(sent, text.replace(/<file[\s\S]*<\/file>/, '$&$&'));
	refuses(tree, 'xliff-file');
	tree.write(sent, text.replace(/<unit id="carry.love"[\s\S]*?<\/unit>/, '$&$&').replaceAll(love, other));
	refuses(tree, 'unit-doubled');
}));

test('letters and marks that came apart', within(tree => {
	const text = tree.read(sent);
	tree.write(sent, text.normalize('NFD'));
	assert.notEqual(tree.read(sent), text);
	assert.match(takes(tree).said, /unit carry.lead: .*\[text-composed\]/);
	tree.write(sent, text.replace(love, 'نؤمن بها').normalize('NFD'));
	assert.match(takes(tree, 'carry.love').units['carry.love'], /<target>نؤمن بها<\/target>/);
}));

test('an older Dutch is refused, or taken to be read again', within(tree => {
	tree.edit(sent, love, other);
	tree.edit('translations/verklaring/nl.xml', 'U houdt van onze dochter, net als wij.', 'Wij houden allemaal van onze dochter.');
	refuses(tree, 'delivery-stale');
	assert.equal(tree.run('import', sent, '--older').status, 0);
	const unit = unitsOf(tree.read(arabic))['carry.love'];
	assert.match(unit, /subState="vk:source-changed">\s*<source>Wij houden/);
	assert.match(unit, new RegExp(`<target>${other}</target>`));
	assert.match(unit, /previous-source">U houdt van onze dochter, net als wij\./);
}));

test('two translators: what one did is not undone by the other', within(tree => {
	tree.edit(sent, 'بخير كما هي', 'بخير');
	tree.edit(arabic, love, other); // the first one
	refuses(tree, 'delivery-conflict');
	// The second one wrote elsewhere: both are kept.
	tree.edit(sent, 'وهي بخير.', 'وهي بخير كما هي.');
	tree.edit(sent, 'كل الأنواع ممنوعة', 'كل نوع ممنوع');
	assert.equal(tree.run('import', sent).status, 0);
	const units = changed(tree, 'carry.love', 'forms.title');
	assert.match(units['carry.love'], new RegExp(`<target>${other}</target>`));
}));

test('a file that lost its marks does not undo what somebody else wrote', within(tree => {
	tree.write(sent, tree.read(sent).replace(/ vk:base="[^"]*"/g, ''));
	takes(tree);
	tree.edit(arabic, love, other); // a colleague
	assert.match(refuses(tree, 'delivery-unmarked'), /unit carry\.love: /);
	assert.equal(tree.run('import', sent, '--older').status, 0);
	changed(tree);
}));

test('an empty text takes nothing away', within(tree => {
	tree.edit(sent, `<target>${love}</target>`, '<target></target>');
	assert.match(takes(tree).said, /\[target-emptied\]/);
}));

test('a text whose sentence is gone is kept in the attic', within(tree => {
	const [sentence] = tree.read('translations/verklaring/nl.xml').match(/ *<p id="carry.love".*\n/);
	tree.edit('translations/verklaring/nl.xml', sentence, '');
	tree.edit(sent, love, other);
	tree.edit(sent, /(<unit id="carry.love"[\s\S]*?)(?=<\/notes>)/, '$1<note category="question">Klopt dit?</note>');
	const result = tree.run('import', sent);
	assert.equal(result.status, 0);
	assert.match(result.said, /\[delivery-removed\]/);
	assert.match(result.said, /unit carry.love: .*Klopt dit\? \[remark-homeless\]/);
	assert.match(tree.read('translations/verklaring/attic/ar.xml'), new RegExp(`<target>${other}</target>`));
}));

test('what is asked for wrongly', within(tree => {
	const said = (word, ...options) => {
		const result = tree.run(...options);
		assert.equal(result.status, 2, result.said);
		assert.match(result.said, new RegExp(`\\[${word}\\]`));
	};
	said('export-operands', 'export', 'verklaring');
	said('export-version', 'export', 'verklaring', 'ar', '--xliff', '3');
	said('language-unknown', 'export', 'verklaring', 'xx');
	said('export-dutch', 'export', 'verklaring', 'nl');
	said('document-unknown', 'export', 'niets', 'ar');
	said('import-operands', 'import');
	assert.equal(tree.run('export', 'verklaring', '--template').status, 0);
	assert.doesNotMatch(tree.read('verklaring-nl.xlf'), /trgLang|<target/);
	assert.ok(!existsSync(tree.path('translations/verklaring/nl.xlf')));
	assert.ok(readdirSync(tree.folder).includes('verklaring-nl.xlf'));
}));
