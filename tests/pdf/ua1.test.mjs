// PDF/UA-1: every file that claims it, held to the failure conditions of the Matterhorn Protocol that can meet a leaflet.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { documentBreakages, fontBreakages, markBreakages, tagBreakages } from './breakages.mjs';
import { judge, testBreakages, testCoverage, testFiles, UA1 } from './conformance.mjs';
import { Pdf } from './pdf.mjs';
import { run, workshop } from './suite.mjs';

testFiles(UA1, 'ua1');

const edits = [...documentBreakages, ...markBreakages, ...tagBreakages, ...fontBreakages];
const { good } = testBreakages('ua1', { edits });

test('it can fail: not-encrypted', () => {
	const path = join(workshop('broken-ua1'), 'encrypted.pdf');
	run('qpdf', ['--encrypt', '', 'owner', '256', '--', good.path, path]);
	assert.deepEqual(
		judge(new Pdf(path), UA1).map(([name]) => name),
		['not-encrypted'],
	);
});

testCoverage(UA1, [...edits.map(([rule]) => rule), 'not-encrypted']);
