// A PDF as qpdf's JSON shows it (version 2): objects, references, decoded streams, pages. ISO 32000-1, 7.3 and 7.7.
//
// Values are qpdf's: "/Name", "u:text" and "b:hex" strings, "7 0 R" references. What reads them is here, so that no
// rule has to know.
import { readFileSync } from 'node:fs';
import { run } from './suite.mjs';

const REFERENCE = /^\d+ \d+ R$/;

export const isReference = (value) => typeof value === 'string' && REFERENCE.test(value);
export const isName = (value) => typeof value === 'string' && value.startsWith('/');
export const isString = (value) => typeof value === 'string' && /^[ub]:/.test(value);
export const isDict = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text string as JavaScript has it; undefined for anything else. */
export function text(value) {
	if (!isString(value)) return undefined;
	return value.startsWith('u:') ? value.slice(2) : Buffer.from(value.slice(2), 'hex').toString('latin1');
}

/** The bytes of a string of a content stream: FEFF and UTF-16BE, or a letter per byte. */
export function decodeText(bytes) {
	if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
	return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}

export function readJson(path) {
	const options = ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized'];
	return JSON.parse(run('qpdf', [...options, path], { status: [0, 3] }).toString());
}

export class Pdf {
	constructor(path) {
		this.path = path;
		this.bytes = readFileSync(path);
		[this.header, this.objects] = readJson(path).qpdf;
		this.trailer = this.objects.trailer.value;
		this.catalog = this.get(this.trailer['/Root']);
		this.info = this.get(this.trailer['/Info']) ?? {};
		this.memory = new Map();
		this.pages = [...this.#leaves(this.catalog['/Pages'])];
	}

	/** What a reference leads to, or the value itself; a stream gives its dictionary. */
	get(value) {
		for (let hops = 0; isReference(value) && hops < 9; hops++) {
			const object = this.objects[`obj:${value}`];
			value = object?.stream ? object.stream.dict : object?.value;
		}
		return value ?? undefined;
	}

	/** The decoded bytes of a stream. */
	data(reference) {
		const stream = this.objects[`obj:${reference}`]?.stream;
		return stream && Buffer.from(stream.data ?? '', 'base64');
	}

	/** All objects: [reference, value, stream or undefined]; the containers of others are left out. */
	*all() {
		for (const [key, object] of Object.entries(this.objects)) {
			const value = object.stream ? object.stream.dict : object.value;
			if (key !== 'trailer' && !['/ObjStm', '/XRef'].includes(value?.['/Type']))
				yield [key.slice(4), value, object.stream];
		}
	}

	/** Every dictionary of the file, also those inside others: [reference of the object around it, dictionary]. */
	*dicts() {
		for (const [reference, value] of this.all()) yield* nested(reference, value);
	}

	/** Keeps what is dear to make, as the content of a page. */
	remember(key, make) {
		if (!this.memory.has(key)) this.memory.set(key, make());
		return this.memory.get(key);
	}

	/** The annotations of a page: [reference, dictionary]. */
	annotations(page) {
		return (this.get(page.dict['/Annots']) ?? []).map((reference) => [reference, this.get(reference)]);
	}

	*#leaves(reference, depth = 0) {
		const dict = this.get(reference);
		if (dict?.['/Type'] === '/Page') yield { reference, dict };
		for (const kid of depth < 20 ? (this.get(dict?.['/Kids']) ?? []) : []) yield* this.#leaves(kid, depth + 1);
	}
}

function* nested(reference, value) {
	if (isDict(value)) yield [reference, value];
	if (typeof value === 'object' && value !== null)
		for (const part of Object.values(value)) yield* nested(reference, part);
}
