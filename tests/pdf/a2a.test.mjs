// PDF/A-2a: every screen file, held to the rules of ISO 19005-2 that PDF/UA-1 does not ask already.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveBreakages, byteBreakages } from './breakages.mjs';
import { A2A, testBreakages, testCoverage, testFiles } from './conformance.mjs';
import { rules } from './rules/archive.mjs';

testFiles(A2A, 'a2a');

const { breaker } = testBreakages('a2a', { edits: archiveBreakages, bytes: byteBreakages });

// qpdf cannot write LZW: the rule reads the dictionary, so a dictionary is what is broken here.
test('it can fail: allowed-filters', () => {
	const pdf = breaker.edit('filters');
	pdf.get(pdf.pages[0].dict['/Contents'])['/Filter'] = '/LZWDecode';
	assert.equal(rules['allowed-filters'](pdf).length, 1);
});

testCoverage(A2A, [...archiveBreakages, ...byteBreakages].map(([rule]) => rule).concat('allowed-filters'));
