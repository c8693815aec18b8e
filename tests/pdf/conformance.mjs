// How conformance is tested: every file that claims a standard passes every rule of it, and every rule can fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Breaker } from './broken.mjs';
import { Pdf } from './pdf.mjs';
import { rules as archive } from './rules/archive.mjs';
import { rules as document } from './rules/document.mjs';
import { rules as fonts } from './rules/fonts.mjs';
import { rules as marks } from './rules/marks.mjs';
import { rules as tags } from './rules/tags.mjs';
import { allFiles, catalogue, files, workshop } from './suite.mjs';

export const UA1 = { ...document, ...marks, ...tags, ...fonts };
export const A2A = archive;

/** What a set of rules says of a file: [[rule, its complaints]], those without left out. */
export function judge(pdf, rules) {
	return Object.entries(rules)
		.map(([name, rule]) => [name, rule(pdf)])
		.filter(([, complaints]) => complaints.length);
}

const told = (found) => found.map(([name, complaints]) => `${name}: ${complaints.slice(0, 3).join('; ')}`).join('\n');

/** Whether an edition claims a standard. */
export const claims = (standard) => (edition) => edition.claims.includes(standard);

export function testFiles(rules, standard) {
	const list = allFiles(claims(standard)),
		languages = new Set(list.map(({ language }) => language.tag));
	const { documents } = catalogue(),
		sheet = documents.find(({ id }) => id === 'verklaring').translations.map(({ language }) => language);
	test('there are files', () =>
		assert.ok(catalogue().languages.every(({ tag }) => languages.has(tag) || !sheet.includes(tag))));
	for (const file of list)
		test(file.name, () => {
			const found = judge(new Pdf(file.path), rules);
			assert.equal(found.length, 0, told(found));
		});
}

function check(pdf, rule, others) {
	const found = judge(pdf, { ...UA1, ...A2A });
	assert.deepEqual(found.map(([name]) => name).sort(), [rule, ...others].sort(), told(found));
}

/** One test for each way to break a rule; the rule complains, those named beside it, and no other. */
export function testBreakages(standard, { edits, bytes = [] }) {
	const good = files(claims('a2a')).find(
		({ document, language }) => document === 'verklaring' && language.direction === 'rtl',
	);
	const breaker = new Breaker(good.path, workshop(`broken-${standard}`));
	test('a file that qpdf writes unchanged has no fault', () => {
		assert.equal(told(judge(breaker.edit('unchanged'), { ...UA1, ...A2A })), '');
	});
	edits.forEach(([rule, edit, others = []], i) =>
		test(`it can fail: ${rule}`, () => check(breaker.edit(`${rule}-${i}`, edit), rule, others)),
	);
	bytes.forEach(([rule, edit], i) =>
		test(`it can fail: ${rule}`, () => check(breaker.bytes(`${rule}-bytes-${i}`, edit), rule, [])),
	);
	return { good, breaker };
}

/** Every rule has at least one way to break it. */
export function testCoverage(rules, names) {
	test('every rule is shown to fail', () => {
		assert.deepEqual(
			Object.keys(rules).filter((rule) => !names.includes(rule)),
			[],
		);
	});
}
