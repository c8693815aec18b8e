// The structure tree: elements, what they hold of the pages, their language and their text. ISO 32000-1, 14.7 and 14.9.
import { content } from './content.mjs';
import { showText } from './font.mjs';
import { isDict, isReference, text } from './pdf.mjs';

/** The text of each marked-content sequence of a page, by identifier: its own ActualText, or that of its codes. */
function sequences(pdf, page) {
	const texts = new Map();
	const add = (mcid, part) => texts.set(mcid, (texts.get(mcid) ?? '') + part);
	const owner = (marks) => marks.findLast((mark) => mark.mcid !== undefined)?.mcid;
	const steps = content(pdf, page);
	const told = new Set();
	for (const { mcid } of steps.marks) if (mcid !== undefined) add(mcid, '');
	for (const show of steps.shows) {
		const mcid = owner(show.marks),
			actual = show.marks.find((mark) => mark.actual !== undefined);
		if (mcid === undefined || told.has(actual)) continue;
		if (actual) told.add(actual);
		add(mcid, actual ? actual.actual : showText(pdf, show));
	}
	return texts;
}

/** The text of a marked-content sequence; undefined where the page has none of that number. */
export function markedText(pdf, pageReference, mcid) {
	const page = pdf.pages.find((candidate) => candidate.reference === pageReference);
	return page && pdf.remember(`sequences ${pageReference}`, () => sequences(pdf, page)).get(mcid);
}

function kid(pdf, node, value, depth) {
	if (typeof value === 'number') return { mcid: value, page: node.dict['/Pg'], node };
	const dict = pdf.get(value);
	if (!isDict(dict)) return undefined;
	if (dict['/Type'] === '/MCR') return { mcid: dict['/MCID'], page: dict['/Pg'] ?? node.dict['/Pg'], node };
	if (dict['/Type'] === '/OBJR') return { annotation: dict['/Obj'], page: dict['/Pg'] ?? node.dict['/Pg'], node };
	return depth < 40 ? element(pdf, isReference(value) ? value : undefined, dict, node, depth + 1) : undefined;
}

function element(pdf, reference, dict, parent, depth) {
	const node = { reference, dict, parent, type: dict['/S'], lang: text(dict['/Lang']) ?? parent?.lang };
	const listed = pdf.get(dict['/K']);
	const values = Array.isArray(listed) ? listed : [dict['/K']];
	node.kids = values.map((value) => kid(pdf, node, value, depth)).filter(Boolean);
	return node;
}

/** The root of the tree as a node of its own, without a type. */
export function tree(pdf) {
	return pdf.remember('tree', () => {
		const dict = pdf.get(pdf.catalog['/StructTreeRoot']);
		return dict && element(pdf, pdf.catalog['/StructTreeRoot'], dict, undefined, 0);
	});
}

/** All elements below a node, in reading order. */
export function* elements(node) {
	for (const child of node?.kids ?? []) {
		if (child.type) yield child;
		yield* elements(child);
	}
}

/** All marks that elements claim: {mcid, page, node}. */
export function* claimedMarks(pdf) {
	for (const node of elements(tree(pdf))) for (const child of node.kids) if (child.mcid !== undefined) yield child;
}

/** The nearest ancestor, or the node itself, of one of these types. */
export function ancestor(node, ...types) {
	for (; node; node = node.parent) if (types.includes(node.type)) return node;
	return undefined;
}

/** The text of a node as runs of {lang, text, link}: ActualText first, then marks and elements in order. */
export function runs(pdf, node, link) {
	const actual = text(node.dict['/ActualText']);
	const uri = node.kids
		.map((child) => child.annotation && pdf.get(pdf.get(child.annotation)?.['/A'])?.['/URI'])
		.find(Boolean);
	const target = text(uri) ?? link;
	if (actual !== undefined) return [{ lang: node.lang, text: actual, link: target }];
	return node.kids.flatMap((child) => {
		if (child.mcid !== undefined)
			return [{ lang: node.lang, text: markedText(pdf, child.page, child.mcid) ?? '', link: target }];
		return child.type ? runs(pdf, child, target) : [];
	});
}
