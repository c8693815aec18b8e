// When a text that came back is the one that was wanted: code point for code point, but for what no page can hold.
//
// - Any white space is one space, NO-BREAK SPACE too; between two pieces (a number and its text, two units) any or none.
// - A line end that a reader reports may stand for a space or for nothing: lines may break without one.
// - U+00AD at a line end is the hyphen that was drawn there: it goes, with the line end.
// - Bidi controls are not compared: they steer the order and draw nothing.
import { plain } from './wanted.mjs';

const CONTROLS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g;

export const collapse = (text) =>
	text
		.replace(CONTROLS, '')
		.replace(/\u00AD\s*/g, '')
		.replace(/\s+/g, ' ')
		.trim();

/** What a reader gave, with a line feed where it has line ends and a space where it has other white space. */
const readable = (text) =>
	text
		.replace(CONTROLS, '')
		.replace(/\u00AD\s*/g, '')
		.replace(/\s+/g, (white) => (/[\n\r\f]/.test(white) ? '\n' : ' '));

const blank = (c) => c === ' ' || c === '\n';

/** Where a wanted text ends that begins at an index of what was read; -1 if it does not begin there. */
function matchAt(got, at, want) {
	while (blank(got[at])) at++;
	for (let k = 0; k < want.length;) {
		if (got[at] === '\n') {
			at++;
			while (want[k] === ' ') k++;
		} else if (got[at] !== want[k]) return -1;
		else {
			at++;
			k++;
		}
	}
	return at;
}

function resync(got, at, want) {
	const found = got.indexOf(want.slice(0, 12), at);
	return found < 0 ? at : found;
}

/** Matches pieces in their order; gives {failed: [{unit, want, got}], exact, total, rest}. */
export function matchPieces(text, pieces) {
	const got = readable(text),
		failed = [];
	let at = 0;
	for (const { unit, text: words } of pieces) {
		const want = collapse(words);
		let end = matchAt(got, at, want);
		if (end < 0) {
			failed.push({ unit, want, got: got.slice(at, at + want.length + 20) });
			at = resync(got, at, want);
			end = matchAt(got, at, want);
		}
		if (end >= 0) at = end;
	}
	return { failed, exact: pieces.length - failed.length, total: pieces.length, rest: got.slice(at).trim() };
}

/** The words of a text: runs of letters, marks and digits. */
export const words = (text) => collapse(text).match(/[\p{L}\p{M}\p{N}\u200C\u200D]+/gu) ?? [];

/** The share of wanted words that were read whole, each as often as it is wanted. */
export function recall(got, want) {
	const counts = new Map();
	for (const word of words(got)) counts.set(word, (counts.get(word) ?? 0) + 1);
	const list = words(want);
	let found = 0;
	for (const word of list) {
		const left = counts.get(word) ?? 0;
		found += left > 0;
		counts.set(word, left - 1);
	}
	return list.length ? found / list.length : 1;
}

/** Runs of {lang, text, link} as one comparable text. */
export const shown = (runs) =>
	runs.map((run) => `[${run.lang}${run.link ? ` ${run.link}` : ''}] ${plain([run])}`).join(' ');
