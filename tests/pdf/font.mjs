// Fonts: codes to glyphs, to widths, to text, and the tables of the embedded TrueType program.
// ISO 32000-1, 9.7 and 9.10.3; OpenType head, maxp, hhea, hmtx, loca.
import { text } from './pdf.mjs';

const utf16 = (hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
const hexes = (body) => [...body.matchAll(/<([0-9A-Fa-f\s]*)>/g)].map((match) => match[1].replace(/\s/g, ''));

function addRange(map, [low, high, first]) {
	const last = parseInt(first.slice(-4), 16);
	for (let code = parseInt(low, 16), k = 0; code <= parseInt(high, 16); code++, k++)
		map.set(code, utf16(first.slice(0, -4) + (last + k).toString(16).padStart(4, '0')));
}

/** A ToUnicode CMap as a Map from codes to text. */
export function readToUnicode(source) {
	const map = new Map();
	for (const [, body] of source.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
		const list = hexes(body);
		for (let i = 0; i + 1 < list.length; i += 2) map.set(parseInt(list[i], 16), utf16(list[i + 1]));
	}
	for (const [, body] of source.matchAll(/beginbfrange(.*?)endbfrange/gs))
		for (const [line] of body.matchAll(/<[^>]*>\s*<[^>]*>\s*(<[^>]*>|\[[^\]]*\])/g)) {
			const list = hexes(line);
			if (line.includes('[')) list.slice(2).forEach((hex, k) => map.set(parseInt(list[0], 16) + k, utf16(hex)));
			else addRange(map, list);
		}
	return map;
}

/** The tables of a TrueType program that the rules ask about; undefined where one is missing. */
export function readTrueType(bytes) {
	const tables = {};
	for (let i = 0; i < bytes.readUInt16BE(4); i++) {
		const entry = 12 + 16 * i,
			start = bytes.readUInt32BE(entry + 8);
		tables[bytes.toString('latin1', entry, entry + 4)] = bytes.subarray(
			start,
			start + bytes.readUInt32BE(entry + 12),
		);
	}
	const { head, maxp, hhea, hmtx, loca, glyf } = tables;
	if (![head, maxp, hhea, hmtx, loca, glyf].every(Boolean)) return undefined;
	const count = maxp.readUInt16BE(4),
		metrics = hhea.readUInt16BE(34),
		long = head.readInt16BE(50);
	const at = (gid) => (long ? loca.readUInt32BE(4 * gid) : 2 * loca.readUInt16BE(2 * gid));
	return {
		unitsPerEm: head.readUInt16BE(18),
		glyphCount: count,
		advance: (gid) => hmtx.readUInt16BE(4 * Math.min(gid, metrics - 1)),
		inked: (gid) => at(gid + 1) > at(gid),
		sound: loca.length >= (count + 1) * (long ? 4 : 2) && at(count) <= glyf.length,
	};
}

function readWidths(list) {
	const widths = new Map();
	for (let i = 0; i < list.length;) {
		if (Array.isArray(list[i + 1])) {
			list[i + 1].forEach((width, k) => widths.set(list[i] + k, width));
			i += 2;
		} else {
			for (let cid = list[i]; cid <= list[i + 1]; cid++) widths.set(cid, list[i + 2]);
			i += 3;
		}
	}
	return widths;
}

function glyphMap(pdf, cidFont) {
	const bytes = pdf.data(cidFont['/CIDToGIDMap']);
	if (!bytes) return (cid) => cid;
	return (cid) => (2 * cid + 2 <= bytes.length ? bytes.readUInt16BE(2 * cid) : 0);
}

function make(pdf, reference) {
	const dict = pdf.get(reference) ?? {};
	const cidFont = pdf.get(pdf.get(dict['/DescendantFonts'])?.[0]) ?? {};
	const descriptor = pdf.get(cidFont['/FontDescriptor']) ?? {};
	const program = pdf.data(descriptor['/FontFile2']);
	return {
		reference,
		dict,
		cidFont,
		descriptor,
		name: (dict['/BaseFont'] ?? '/none').slice(1),
		widths: readWidths(pdf.get(cidFont['/W']) ?? []),
		defaultWidth: cidFont['/DW'] ?? 1000,
		gid: glyphMap(pdf, cidFont),
		toUnicode: readToUnicode(pdf.data(dict['/ToUnicode'])?.toString('latin1') ?? ''),
		ordering: text(pdf.get(cidFont['/CIDSystemInfo'])?.['/Ordering']),
		program,
		trueType: program && readTrueType(program),
	};
}

/** The font behind a reference. */
export function font(pdf, reference) {
	return pdf.remember(`font ${reference}`, () => make(pdf, reference));
}

/** The fonts of a file, each once. */
export function fonts(pdf) {
	return [...pdf.all()]
		.filter(([, value]) => value?.['/Type'] === '/Font' && value['/DescendantFonts'])
		.map(([reference]) => font(pdf, reference));
}

/** The codes of a show: two bytes each. */
export function codes(show) {
	const list = [];
	for (const part of show.codes)
		if (Buffer.isBuffer(part)) for (let i = 0; i + 1 < part.length; i += 2) list.push(part.readUInt16BE(i));
	return list;
}

/** The text of a show, by ToUnicode. */
export function showText(pdf, show) {
	const { toUnicode } = font(pdf, show.font);
	return codes(show)
		.map((code) => toUnicode.get(code) ?? '\uFFFD')
		.join('');
}
