// Rules of fonts: embedded, whole, of the right width, and with a way back to Unicode for every code that is used.
import { content } from '../content.mjs';
import { codes, font, fonts } from '../font.mjs';

/** Fonts with the codes that the pages show in them: [[font, Set of codes]]. */
function used(pdf) {
	return pdf.remember('used codes', () => {
		const map = new Map();
		for (const page of pdf.pages)
			for (const show of content(pdf, page).shows.filter((step) => step.font)) {
				const list = map.get(show.font) ?? new Set();
				for (const code of codes(show)) list.add(code);
				map.set(show.font, list);
			}
		return [...map].map(([reference, list]) => [font(pdf, reference), [...list]]);
	});
}

/** A complaint for each font, with the codes that fail a test. */
const codesThat = (fails, words) => (pdf) =>
	used(pdf).flatMap(([face, list]) => {
		const bad = list.filter((code) => fails(face, code));
		return bad.length ? [`${face.reference} ${face.name}: codes ${bad.slice(0, 5).join(' ')}: ${words}`] : [];
	});

const facesThat = (fails, words) => (pdf) =>
	fonts(pdf)
		.filter((face) => fails(face, pdf))
		.map((face) => `${face.reference} ${face.name}: ${words}`);

const width = (face, code) => face.widths.get(code) ?? face.defaultWidth;
const drawn = (face, code) =>
	face.trueType ? (1000 * face.trueType.advance(face.gid(code))) / face.trueType.unitsPerEm : NaN;

/** Characters that have no ink: white space, and those that only steer. */
const INKLESS = /^[\s\p{Cf}\p{Zs}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\uFE00-\uFE0F]*$/u;

const simple = (pdf) =>
	[...pdf.all()]
		.filter(
			([, value]) =>
				value?.['/Type'] === '/Font' && ['/Type1', '/TrueType', '/Type3'].includes(value['/Subtype']),
		)
		.map(([reference]) => `${reference}: a font of one-byte codes`);

const identity = (face) => face.dict['/Encoding'] === '/Identity-H' || face.dict['/Encoding'] === '/Identity-V';

function named(face) {
	const names = [face.dict['/BaseFont'], face.cidFont['/BaseFont'], face.descriptor['/FontName']];
	return new Set(names).size === 1 && /^\/[A-Z]{6}\+/.test(names[0]);
}

const HARMFUL = /[\0\uFEFF\uFFFE]/;
const PRIVATE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u;

export const rules = {
	/** ours: text is shown by Type 0 fonts alone */
	'composite-fonts': simple,
	/** 7.21.4.1-1 */
	'fonts-embedded': facesThat((face) => !face.program, 'is not embedded'),
	/** 7.21.4.1-2, and the tables that a program needs */
	'programs-sound': facesThat(
		(face) => face.program && !face.trueType?.sound,
		'lacks a table, or glyphs lie outside it',
	),
	'glyphs-present': codesThat(
		(face, code) => face.trueType && face.gid(code) >= face.trueType.glyphCount,
		'no such glyph',
	),
	/** 7.21.8 */
	'no-notdef': codesThat((face, code) => face.gid(code) === 0, '.notdef is shown'),
	/** ours: extraction does not notice missing ink. A code of no width may stand for the rest of a ligature. */
	'glyphs-inked': codesThat(
		(face, code) =>
			face.trueType &&
			face.gid(code) < face.trueType.glyphCount &&
			!INKLESS.test(face.toUnicode.get(code) ?? '') &&
			width(face, code) > 0 &&
			!face.trueType.inked(face.gid(code)),
		'a letter without ink',
	),
	/** 7.21.5 */
	widths: codesThat((face, code) => Math.abs(width(face, code) - drawn(face, code)) > 1, 'W and hmtx differ'),
	/** 7.21.3.1 */
	'cid-system': facesThat(
		(face) => !identity(face) || face.ordering !== 'Identity',
		'encoding and CIDSystemInfo do not fit',
	),
	/** 7.21.3.2 */
	'cid-map': facesThat(
		(face, pdf) =>
			face.cidFont['/Subtype'] === '/CIDFontType2' &&
			face.cidFont['/CIDToGIDMap'] !== '/Identity' &&
			!pdf.data(face.cidFont['/CIDToGIDMap']),
		'no CIDToGIDMap',
	),
	/** 7.21.4.2-2: a CIDSet would have to be complete; ours has none */
	'no-cidset': facesThat((face) => face.descriptor['/CIDSet'], 'has a CIDSet'),
	/** 7.21.7-1 */
	'to-unicode': codesThat((face, code) => !face.toUnicode.has(code), 'no way to Unicode'),
	/** 7.21.7-2, asked of all that the map says */
	'to-unicode-values': facesThat(
		(face) => [...face.toUnicode.values()].some((value) => HARMFUL.test(value)),
		'ToUnicode gives 0, FEFF or FFFE',
	),
	/** ISO 19005-2, 6.2.11.7.3: we use none at all */
	'no-private-use': facesThat(
		(face) => [...face.toUnicode.values()].some((value) => PRIVATE.test(value)),
		'ToUnicode gives private use',
	),
	/** ISO 32000-1, 9.6.4: a subset has a tag, and one name */
	'font-names': facesThat((face) => !named(face), 'its three names differ or have no tag'),
	/** ISO 32000-1, 9.9: Length1 is the length of the program */
	'program-lengths': facesThat(
		(face, pdf) => face.program && pdf.get(face.descriptor['/FontFile2'])?.['/Length1'] !== face.program.length,
		'Length1 is wrong',
	),
};
