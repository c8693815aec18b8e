// The XMP packet of a file, as a Map from "prefix:name" to a text, a list, or a Map by language. ISO 16684-1, just the
// forms that our own writer uses; anything else is an error, so that no rule is passed over.
const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescape = (text) => text.replace(/&(\w+);/g, (_, name) => NAMED[name]);

function items(body) {
	return [...body.matchAll(/<rdf:li(?: xml:lang="([^"]*)")?>(.*?)<\/rdf:li>/gs)].map(([, lang, value]) => [
		lang,
		unescape(value),
	]);
}

function value(body) {
	if (/^\s*<rdf:Alt>/.test(body)) return new Map(items(body));
	if (/^\s*<rdf:(Bag|Seq)>/.test(body)) return items(body).map(([, item]) => item);
	return unescape(body);
}

/** Gives {properties, namespaces, source}. */
export function readXmp(bytes) {
	const source = bytes?.toString('utf8') ?? '';
	const description = /<rdf:Description([^>]*)>(.*)<\/rdf:Description>/s.exec(source);
	const properties = new Map();
	for (const [, name, body] of (description?.[2] ?? '').matchAll(/<(\w+:\w+)>(.*?)<\/\1>/gs))
		properties.set(name, value(body));
	return { properties, source, sound: Boolean(description) };
}

/** The XMP packet of the document. */
export const xmp = (pdf) => pdf.remember('xmp', () => readXmp(pdf.data(pdf.catalog['/Metadata'])));
