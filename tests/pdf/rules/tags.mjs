// Rules of the structure tree: which elements there are, and how they stand in one another.
import { text } from '../pdf.mjs';
import { ancestor, elements, runs, tree } from '../structure.mjs';
import { plain } from '../wanted.mjs';

const STANDARD = new Set(
	(
		'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
		'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
		'Figure Formula Form'
	)
		.split(' ')
		.map((type) => `/${type}`),
);
const HEADING = /^\/H([1-6])$/;

const all = (pdf) => [...elements(tree(pdf))];
const ofType = (pdf, ...types) => all(pdf).filter((node) => types.includes(node.type));
const complain = (nodes, words) => nodes.map((node) => `${node.reference} ${node.type?.slice(1)}: ${words}`);
const types = (node) => node.kids.map((kid) => kid.type);

function roles(pdf) {
	return pdf.get(pdf.get(pdf.catalog['/StructTreeRoot'])?.['/RoleMap']) ?? {};
}

/** What a type stands for, through the role map; undefined where it leads nowhere or round. */
function standard(map, type) {
	for (let hops = 0; hops < 9; hops++, type = map[type]) if (STANDARD.has(type)) return type;
	return undefined;
}

function headingOrder(pdf) {
	let last = 0;
	return all(pdf)
		.filter((node) => HEADING.test(node.type))
		.flatMap((node) => {
			const level = Number(HEADING.exec(node.type)[1]),
				before = last;
			last = level;
			return level > before + 1 ? complain([node], before ? `follows H${before}` : 'is the first heading') : [];
		});
}

function headingKinds(pdf) {
	const kinds = new Set(all(pdf).map((node) => node.type));
	const mixed = kinds.has('/H') && [...kinds].some((type) => HEADING.test(type));
	return mixed ? ['H and H1 to H6 are mixed'] : [];
}

/** Who may stand in whom: [type, its parents, its children (all if undefined)]. */
const NESTING = [
	['/L', undefined, ['/L', '/LI', '/Caption']],
	['/LI', ['/L'], ['/Lbl', '/LBody']],
	['/LBody', ['/LI'], undefined],
	['/TR', ['/Table', '/THead', '/TBody', '/TFoot'], ['/TH', '/TD']],
	['/TH', ['/TR'], undefined],
	['/TD', ['/TR'], undefined],
	['/TOCI', ['/TOC'], undefined],
];

function nesting(pdf) {
	return NESTING.flatMap(([type, above, below]) =>
		ofType(pdf, type).flatMap((node) => [
			...(above && !above.includes(node.parent?.type)
				? complain([node], `stands in ${node.parent?.type ?? 'the root'}`)
				: []),
			...(below
				? types(node)
						.filter((kid) => !below.includes(kid))
						.map((kid) => complain([node], `holds ${kid ?? 'content'}`)[0])
				: []),
		]),
	);
}

function attribute(pdf, node, owner, name) {
	const list = [pdf.get(node.dict['/A']) ?? []].flat().map((value) => pdf.get(value));
	return list.find((dict) => dict?.['/O'] === owner)?.[name];
}

const numbering = (pdf) =>
	complain(
		ofType(pdf, '/L').filter(
			(list) =>
				list.kids.some((item) => item.type && types(item).includes('/Lbl')) &&
				[undefined, '/None'].includes(attribute(pdf, list, '/List', '/ListNumbering')),
		),
		'has labels, and no ListNumbering',
	);

const figures = (pdf) =>
	complain(
		ofType(pdf, '/Figure', '/Formula').filter(
			(node) => !text(node.dict['/Alt'])?.trim() && !text(node.dict['/ActualText'])?.trim(),
		),
		'has no Alt',
	);

const boxes = (pdf) =>
	complain(
		ofType(pdf, '/Figure').filter((node) => {
			const box = attribute(pdf, node, '/Layout', '/BBox'),
				page = pdf.pages.find(({ reference }) => reference === node.dict['/Pg']);
			const media = page?.dict['/MediaBox'];
			return (
				!box ||
				!media ||
				!(
					box[0] >= media[0] &&
					box[1] >= media[1] &&
					box[2] <= media[2] &&
					box[3] <= media[3] &&
					box[0] < box[2] &&
					box[1] < box[3]
				)
			);
		}),
		'has no BBox on its page',
	);

const links = (pdf) =>
	pdf.pages.flatMap((page) => pdf.annotations(page)).filter(([, dict]) => dict['/Subtype'] === '/Link');

const linked = (pdf) =>
	links(pdf)
		.filter(
			([reference]) =>
				!all(pdf).some(
					(node) => ancestor(node, '/Link') && node.kids.some((kid) => kid.annotation === reference),
				),
		)
		.map(([reference]) => `${reference}: no Link element refers to it`);

const linkElements = (pdf) =>
	complain(
		ofType(pdf, '/Link').filter(
			(node) => !node.kids.some((kid) => kid.annotation) || !plain(runs(pdf, node)).trim(),
		),
		'lacks its annotation or its words',
	);

const annotationWords = (pdf) =>
	pdf.pages
		.flatMap((page) => pdf.annotations(page))
		.filter(([, dict]) => !text(dict['/Contents'])?.trim())
		.map(([reference]) => `${reference}: no Contents`);

function notes(pdf) {
	const list = ofType(pdf, '/Note'),
		ids = list.map((node) => text(node.dict['/ID']));
	return complain(
		list.filter((node, i) => !ids[i] || ids.indexOf(ids[i]) !== i),
		'has no ID of its own',
	);
}

/** Text that a reader would speak, and whose language nobody gives. */
const spoken = (pdf) =>
	complain(
		all(pdf).filter(
			(node) =>
				!node.lang &&
				!text(pdf.catalog['/Lang']) &&
				(node.kids.some((kid) => kid.mcid !== undefined) || node.dict['/Alt'] || node.dict['/ActualText']),
		),
		'has no language',
	);

const empty = (pdf) =>
	complain(
		all(pdf).filter((node) => !node.kids.length),
		'is empty',
	);

export const rules = {
	/** 7.1-12 */
	'parents-of-elements': (pdf) =>
		complain(
			all(pdf).filter((node) => node.dict['/P'] !== (node.parent.reference ?? pdf.catalog['/StructTreeRoot'])),
			'P is not the element around it',
		),
	/** 7.1-5, 7.1-6 */
	'standard-types': (pdf) =>
		complain(
			all(pdf).filter((node) => !standard(roles(pdf), node.type)),
			'is no standard type',
		),
	/** 7.1-7 */
	'role-map': (pdf) =>
		Object.keys(roles(pdf))
			.filter((type) => STANDARD.has(type))
			.map((type) => `${type} is mapped away`),
	/** ours: one Document at the top */
	'one-document': (pdf) =>
		tree(pdf)?.kids.every((node) => node.type === '/Document') ? [] : ['the root holds more than documents'],
	/** 7.4.2-1 */
	'headings-in-order': headingOrder,
	/** 7.4.4 */
	'headings-of-a-kind': headingKinds,
	/** 7.2-17 to 7.2-20 for lists; 7.2-3 to 7.2-16 for tables and contents */
	nesting,
	/** ISO 14289-1, 7.6: a list with labels says how it numbers */
	'list-numbering': numbering,
	/** 7.3-1 */
	'figures-described': figures,
	/** ISO 32000-1, 14.8.5.4.3: a figure says where it is */
	'figures-boxed': boxes,
	/** 7.18.5-1 */
	'links-tagged': linked,
	/** ISO 32000-1, 14.8.4.4.2: a Link holds its words and its annotation */
	'links-whole': linkElements,
	/** 7.18.1-2, 7.18.5-2 */
	'annotations-described': annotationWords,
	/** 7.9-1, 7.9-2 */
	'notes-identified': notes,
	/** 7.2-34, 7.2-21, 7.2-22 */
	'spoken-language': spoken,
	/** ours: nothing in the tree that holds nothing */
	'no-empty-elements': empty,
};
