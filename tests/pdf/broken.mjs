// Broken PDFs, to show that rules can fail: a good file as qpdf's JSON, one object changed, written again by qpdf.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDict, isReference, Pdf, readJson } from './pdf.mjs';
import { run } from './suite.mjs';

/** A file taken apart: what edits take hold of. Values are qpdf's; changing them changes the file. */
export class Draft {
	constructor(json) {
		this.json = structuredClone(json);
		this.objects = this.json.qpdf[1];
		for (const [key, object] of Object.entries(this.objects))
			if (['/ObjStm', '/XRef'].includes(object.stream?.dict['/Type'])) delete this.objects[key];
		this.trailer = this.objects.trailer.value;
		for (const key of ['/W', '/Index', '/Filter', '/DecodeParms', '/Length', '/Type', '/Prev'])
			delete this.trailer[key];
		this.catalog = this.get(this.trailer['/Root']);
		this.info = this.get(this.trailer['/Info']);
		this.pages = this.get(this.catalog['/Pages'])['/Kids'].map((reference) => this.get(reference));
		this.tree = this.get(this.catalog['/StructTreeRoot']);
	}

	get(value) {
		if (!isReference(value)) return value;
		const object = this.objects[`obj:${value}`];
		return object?.stream ? object.stream.dict : object?.value;
	}

	/** The dictionaries of objects that hold these entries, in the order of the file. */
	list(entries) {
		const values = Object.values(this.objects).map((object) => (object.stream ? object.stream.dict : object.value));
		return values.filter(
			(value) => isDict(value) && Object.entries(entries).every(([key, wanted]) => value[key] === wanted),
		);
	}

	first(entries) {
		return this.list(entries)[0];
	}

	/** Adds an object and gives its reference. */
	add(value, data) {
		const reference = `${Object.keys(this.objects).length + 5000} 0 R`;
		this.objects[`obj:${reference}`] =
			data === undefined ? { value } : { stream: { dict: value, data: Buffer.from(data).toString('base64') } };
		return reference;
	}

	/** Changes the bytes of a stream, which the edit sees as a string of one letter per byte. */
	stream(reference, edit) {
		const { stream } = this.objects[`obj:${reference}`];
		stream.data = Buffer.from(edit(Buffer.from(stream.data, 'base64').toString('latin1')), 'latin1').toString(
			'base64',
		);
	}

	/** Changes the content of the first page. */
	content(edit) {
		this.stream(this.pages[0]['/Contents'], edit);
	}

	/** Changes the XMP packet, as UTF-8. */
	xmp(edit) {
		this.stream(this.catalog['/Metadata'], (bytes) =>
			Buffer.from(edit(Buffer.from(bytes, 'latin1').toString())).toString('latin1'),
		);
	}

	/** The reference of an object. */
	reference(value) {
		const entry = Object.entries(this.objects).find(
			([, object]) => object.value === value || object.stream?.dict === value,
		);
		return entry[0].slice(4);
	}
}

/** Makes broken files from one good file in a folder. */
export class Breaker {
	constructor(path, folder) {
		this.path = path;
		this.folder = folder;
		this.json = readJson(path);
	}

	/** The file after an edit of its objects, as a reader; without one, the same file as qpdf writes it. */
	edit(name, edit = () => {}) {
		const draft = new Draft(this.json),
			json = join(this.folder, `${name}.json`),
			path = join(this.folder, `${name}.pdf`);
		edit(draft);
		writeFileSync(json, JSON.stringify({ version: 2, parameters: this.json.parameters, qpdf: draft.json.qpdf }));
		run('qpdf', ['--json-input', '--stream-data=preserve', '--static-id', json, path], { status: [0, 3] });
		return new Pdf(path);
	}

	/** The file after an edit of its bytes, which the edit sees as a string of one letter per byte. */
	bytes(name, edit) {
		const path = join(this.folder, `${name}.pdf`);
		writeFileSync(path, Buffer.from(edit(readFileSync(this.path, 'latin1')), 'latin1'));
		return new Pdf(path);
	}
}
