// Rules of marked content: all of it is tagged or an artifact, and pages and tree agree on who holds what.
import { content } from '../content.mjs';
import { claimedMarks, elements, tree } from '../structure.mjs';

const perPage = (pdf, check) =>
	pdf.pages.flatMap((page) => check(page, content(pdf, page)).map((words) => `${page.reference}: ${words}`));

const tagged = (marks) => marks.some((mark) => mark.mcid !== undefined);
const artifact = (marks) => marks.some((mark) => mark.artifact);
const unique = (list) => [...new Set(list)];

const unmarked = (pdf) =>
	perPage(pdf, (page, { shows, paints }) =>
		unique(
			[...shows, ...paints]
				.filter(({ marks }) => !tagged(marks) && !artifact(marks))
				.map((step) =>
					step.codes
						? 'text that is neither tagged nor an artifact'
						: `${step.operator} is neither tagged nor an artifact`,
				),
		),
	);

const crossed = (pdf) =>
	perPage(pdf, (page, { marks }) =>
		marks.flatMap((mark) => [
			...(mark.artifact && tagged(mark.around) ? ['an artifact inside tagged content'] : []),
			...(mark.mcid !== undefined && artifact(mark.around) ? ['tagged content inside an artifact'] : []),
		]),
	);

const nested = (pdf) =>
	perPage(pdf, (page, { marks }) =>
		marks
			.filter((mark) => mark.mcid !== undefined && tagged(mark.around))
			.map((mark) => `sequence ${mark.mcid} inside another`),
	);

const repeated = (pdf) =>
	perPage(pdf, (page, { marks }) => {
		const all = marks.map((mark) => mark.mcid).filter((mcid) => mcid !== undefined);
		return unique(all.filter((mcid, i) => all.indexOf(mcid) !== i)).map((mcid) => `sequence ${mcid} comes twice`);
	});

/** The number tree of parents as a Map. */
function parents(pdf) {
	const map = new Map();
	const walk = (node, depth) => {
		const numbers = pdf.get(node?.['/Nums']) ?? [];
		for (let i = 0; i + 1 < numbers.length; i += 2) map.set(numbers[i], numbers[i + 1]);
		if (depth < 20) for (const kid of pdf.get(node?.['/Kids']) ?? []) walk(pdf.get(kid), depth + 1);
	};
	walk(pdf.get(pdf.get(pdf.catalog['/StructTreeRoot'])?.['/ParentTree']), 0);
	return map;
}

/** The element of a sequence as the page's side has it. */
const parentOf = (pdf, page, mcid) => pdf.get(parents(pdf).get(page.dict['/StructParents']))?.[mcid];

const claims = (pdf) =>
	pdf.remember(
		'claims',
		() => new Map([...claimedMarks(pdf)].map(({ page, mcid, node }) => [`${page} ${mcid}`, node])),
	);

const fromPages = (pdf) =>
	perPage(pdf, (page, { marks }) =>
		marks
			.filter((mark) => mark.mcid !== undefined)
			.flatMap(({ mcid }) => {
				const parent = parentOf(pdf, page, mcid),
					node = claims(pdf).get(`${page.reference} ${mcid}`);
				if (!parent) return [`sequence ${mcid} has no parent`];
				return node?.reference === parent
					? []
					: [`the parent of sequence ${mcid}, ${parent}, does not hold it`];
			}),
	);

function fromElements(pdf) {
	const held = new Map(
		pdf.pages.map((page) => [page.reference, new Set(content(pdf, page).marks.map((mark) => mark.mcid))]),
	);
	const all = [...claimedMarks(pdf)];
	const keys = all.map(({ page, mcid }) => `${page} ${mcid}`);
	return all.flatMap(({ page, mcid, node }, i) => [
		...(held.get(page)?.has(mcid) ? [] : [`${node.reference} holds sequence ${mcid}, which page ${page} has not`]),
		...(keys.indexOf(keys[i]) === i
			? []
			: [`${node.reference} holds sequence ${mcid} of page ${page}, as another does`]),
	]);
}

function objects(pdf) {
	return new Map(
		[...elements(tree(pdf))].flatMap((node) =>
			node.kids.filter((kid) => kid.annotation).map((kid) => [kid.annotation, node]),
		),
	);
}

const fromAnnotations = (pdf) =>
	pdf.pages.flatMap((page) =>
		pdf.annotations(page).flatMap(([reference, dict]) => {
			const parent = parents(pdf).get(dict['/StructParent']),
				node = objects(pdf).get(reference);
			return parent && parent === node?.reference
				? []
				: [`${reference}: the tree and the annotation do not lead to each other`];
		}),
	);

function forms(pdf) {
	const counts = new Map();
	for (const page of pdf.pages)
		for (const form of content(pdf, page).forms) counts.set(form, (counts.get(form) ?? 0) + 1);
	return [...counts].flatMap(([form, count]) => [
		...(count > 1 && /\/MCID\b/.test(pdf.data(form).toString('latin1'))
			? [`${form}: painted ${count} times and holds tagged content`]
			: []),
		...(pdf.get(form)['/Ref'] ? [`${form}: refers to another file`] : []),
	]);
}

export const rules = {
	/** 7.1-3 */
	'all-marked': unmarked,
	/** 7.1-1, 7.1-2 */
	'artifacts-apart': crossed,
	/** ours: readers lose the text behind a nested sequence */
	'marks-not-nested': nested,
	/** ISO 32000-1, 14.7.4.2: an identifier is unique on its page */
	'marks-unique': repeated,
	/** ISO 32000-1, 14.6 and 8.4.2: pairs are pairs */
	'operators-paired': (pdf) => perPage(pdf, (page, { errors }) => errors),
	/** ISO 32000-1, 14.7.4.4: from the page to the element */
	'parents-of-marks': fromPages,
	/** ISO 32000-1, 14.7.4.2: from the element to the page */
	'marks-of-elements': fromElements,
	/** ISO 32000-1, 14.7.4.3 and 7.18.4: both ways between annotations and elements */
	'parents-of-annotations': fromAnnotations,
	/** 7.20-1, 7.20-2 */
	'forms-untagged': forms,
};
