// Rules of PDF/A-2, level A (ISO 19005-2), beyond those that PDF/UA-1 asks too; the clause stands before each.
import { content } from '../content.mjs';
import { isDict, isName, isString, text } from '../pdf.mjs';
import { elements, tree } from '../structure.mjs';
import { xmp } from '../xmp.mjs';
import { outlineItems, unless } from './document.mjs';

const dictsThat = (fails, words) => (pdf) =>
	[...pdf.dicts()]
		.filter(([, dict]) => fails(dict, pdf))
		.map(([reference, dict]) => `${reference}: ${typeof words === 'string' ? words : words(dict)}`);
const has =
	(...keys) =>
	(dict) =>
		keys.some((key) => key in dict);

function header(pdf) {
	const start = pdf.bytes.toString('latin1', 0, 32);
	return unless(/^%PDF-1\.[0-7]\r?\n%[\x80-\xFF]{4,}/.test(start), 'the header or the line of bytes after it');
}

function intents(pdf) {
	return (pdf.get(pdf.catalog['/OutputIntents']) ?? [])
		.map((value) => pdf.get(value))
		.filter((intent) => intent['/S'] === '/GTS_PDFA1');
}

/** Classes of profiles that may be an output intent, and the components of their colour spaces. */
const CLASSES = ['prtr', 'mntr', 'scnr', 'spac'];
const COMPONENTS = { 'RGB ': 3, GRAY: 1, CMYK: 4 };

function profileComplaints(pdf, reference) {
	const bytes = pdf.data(reference) ?? Buffer.alloc(128);
	const part = (from) => bytes.toString('latin1', from, from + 4);
	return [
		...unless(part(36) === 'acsp' && bytes.readUInt32BE(0) === bytes.length, `${reference}: not an ICC profile`),
		...unless(CLASSES.includes(part(12)) && bytes[8] <= 4, `${reference}: class or version of the profile`),
		...unless(COMPONENTS[part(16)] === pdf.get(reference)?.['/N'], `${reference}: N is not that of the profile`),
		...unless(part(16) === 'RGB ' && bytes.includes('sRGB'), `${reference}: not sRGB`),
	];
}

function outputIntent(pdf) {
	const list = intents(pdf);
	if (list.length !== 1) return [`${list.length} output intents of PDF/A`];
	return [
		...profileComplaints(pdf, list[0]['/DestOutputProfile']),
		...unless(text(list[0]['/OutputConditionIdentifier']), 'the output intent has no identifier'),
	];
}

/** Which colour spaces a page may use besides those of a profile: grey, and that of the output intent. */
const ALLOWED = new Set(['/DeviceGray', '/DeviceRGB']);

const colours = (pdf) =>
	pdf.pages.flatMap((page) =>
		[...content(pdf, page).spaces]
			.filter((space) => !ALLOWED.has(space))
			.map((space) => `${page.reference}: ${space}`),
	);

const OPERATORS = new Set(
	(
		'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re ' +
		'RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
	).split(' '),
);

const operators = (pdf) =>
	pdf.pages.flatMap((page) =>
		[...content(pdf, page).operators]
			.filter((word) => !OPERATORS.has(word))
			.map((word) => `${page.reference}: operator ${word}`),
	);

const deep = (pdf) =>
	pdf.pages.filter((page) => content(pdf, page).depth > 28).map(({ reference }) => `${reference}: q deeper than 28`);

const filters = (pdf) =>
	[...pdf.all()]
		.filter(([, , stream]) => stream)
		.flatMap(([reference, dict]) =>
			[pdf.get(dict['/Filter']) ?? []]
				.flat()
				.filter((name) => ['/LZWDecode', '/LZW', '/Crypt'].includes(name))
				.map((name) => `${reference}: ${name}`),
		);

function* values(value) {
	yield value;
	if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* values(part);
}

const size = (value) => (value.startsWith('u:') ? Buffer.byteLength(value) - 2 : (value.length - 2) / 2);

const limits = (pdf) =>
	[...pdf.all()].flatMap(([reference, value]) =>
		[...values(value)]
			.filter(
				(part) =>
					(isName(part) && part.length > 128) ||
					(isString(part) && size(part) > 32767) ||
					(typeof part === 'number' && Math.abs(part) > 2147483647),
			)
			.map(() => `${reference}: a name, string or number beyond the limits`),
	);

function identifier(pdf) {
	const list = pdf.trailer['/ID'];
	return unless(
		Array.isArray(list) && list.length === 2 && list.every((id) => isString(id) && id.length > 10),
		'no ID in the trailer',
	);
}

const HIDDEN = 1 | 2 | 32 | 256,
	PRINT = 4;

const annotations = (pdf) =>
	pdf.pages
		.flatMap((page) => pdf.annotations(page))
		.flatMap(([reference, dict]) => [
			...unless(dict['/F'] & PRINT && !(dict['/F'] & HIDDEN), `${reference}: F must say Print, and not hide`),
			...unless(dict['/Subtype'] === '/Link', `${reference}: ${dict['/Subtype']} where only links are wanted`),
			...unless(dict['/CA'] === undefined || dict['/CA'] === 1, `${reference}: CA`),
		]);

const ACTIONS = new Set(['/GoTo', '/URI', '/GoToR', '/Named', '/Thread']);
const action = (dict) =>
	isName(dict['/S']) &&
	(has('/URI', '/JS', '/D', '/F', '/N')(dict) || dict['/Type'] === '/Action') &&
	!('/P' in dict) &&
	!('/Nums' in dict);

function metadata(pdf) {
	const { source, sound } = xmp(pdf);
	const dict = pdf.get(pdf.catalog['/Metadata']) ?? {};
	return [
		...unless(sound && !source.includes('\uFFFD'), 'the packet is not XMP in UTF-8'),
		...unless(!/<\?xpacket[^>]*(bytes|encoding)=/.test(source), 'the packet says bytes or encoding'),
		...unless(
			!dict['/Filter'] && dict['/Type'] === '/Metadata' && dict['/Subtype'] === '/XML',
			'the stream of the packet is not plain',
		),
	];
}

/** Schemas that PDF/A-2 knows; any other must be described in the packet. */
const KNOWN = new Set([
	'dc',
	'xmp',
	'pdf',
	'pdfaid',
	'xmpMM',
	'xmpRights',
	'photoshop',
	'tiff',
	'exif',
	'pdfaExtension',
]);

function extensions(pdf) {
	const { properties, source } = xmp(pdf);
	const described = new Map(
		[...source.matchAll(/<pdfaSchema:prefix>(\w+)<.*?<pdfaSchema:property>(.*?)<\/pdfaSchema:property>/gs)].map(
			([, prefix, body]) => [prefix, body],
		),
	);
	return [...properties.keys()].flatMap((name) => {
		const [prefix, local] = name.split(':');
		return unless(
			KNOWN.has(prefix) || described.get(prefix)?.includes(`<pdfaProperty:name>${local}<`),
			`${name} is not described`,
		);
	});
}

/** Every item links back to the one before and to its parent, and leads to a page. */
function outline(pdf) {
	const references = pdf.pages.map(({ reference }) => reference);
	return unless(outlineItems(pdf).length, 'no bookmarks').concat(
		outlineItems(pdf).flatMap(([reference, item]) => [
			...unless(
				!item['/Next'] || pdf.get(item['/Next'])?.['/Prev'] === reference,
				`${reference}: Next and Prev do not fit`,
			),
			...unless(
				!item['/First'] || pdf.get(item['/First'])?.['/Parent'] === reference,
				`${reference}: First and Parent do not fit`,
			),
			...unless(references.includes(pdf.get(item['/Dest'])?.[0]), `${reference}: leads to no page`),
		]),
	);
}

/** The bookmarks are the headings, in order. */
function headings(pdf) {
	const wanted = [...elements(tree(pdf))]
		.filter((node) => /^\/H[1-3]$/.test(node.type))
		.map((node) => node.reference);
	const got = outlineItems(pdf).map(([, item]) => item['/SE']);
	return unless(
		wanted.length === got.length && wanted.every((reference, i) => reference === got[i]),
		'the bookmarks are not the headings',
	);
}

const resources = (pdf) =>
	pdf.pages
		.filter(({ dict }) => !isDict(pdf.get(dict['/Resources'])))
		.map(({ reference }) => `${reference}: no Resources of its own`);

const side = (box) => [box[2] - box[0], box[3] - box[1]];
const pageSizes = (pdf) =>
	pdf.pages
		.filter(({ dict }) =>
			side(pdf.get(dict['/MediaBox']) ?? [0, 0, 0, 0]).some((length) => length < 3 || length > 14400),
		)
		.map(({ reference }) => `${reference}: the size of the page`);

const CATALOG = ['/AA', '/Requirements', '/Collection', '/NeedsRendering', '/OCProperties', '/AcroForm', '/Perms'];
const PAGE = ['/AA', '/PresSteps', '/Group'];
const NAMES = ['/EmbeddedFiles', '/JavaScript', '/AlternatePresentations'];
const extras = (dict, keys) => keys.filter((key) => dict && key in dict);

const surplus = (pdf) => [
	...extras(pdf.catalog, CATALOG).map((key) => `the catalog has ${key}`),
	...extras(pdf.get(pdf.catalog['/Names']), NAMES).map((key) => `the names have ${key}`),
	...pdf.pages.flatMap(({ reference, dict }) => extras(dict, PAGE).map((key) => `${reference} has ${key}`)),
];

export const rules = {
	/** 6.1.2 */
	header,
	/** 6.1.3: nothing after the end */
	'ends-at-eof': (pdf) =>
		unless(/%%EOF\r?\n?$/.test(pdf.bytes.toString('latin1', pdf.bytes.length - 16)), 'bytes after %%EOF'),
	/** 6.1.3 */
	'has-id': identifier,
	/** 6.1.7.1: streams are inside the file */
	'no-external-streams': (pdf) =>
		[...pdf.all()]
			.filter(([, dict, stream]) => stream && has('/F', '/FFilter', '/FDecodeParms')(dict))
			.map(([reference]) => `${reference}: an external stream`),
	/** 6.1.7.2, 6.1.10 */
	'allowed-filters': filters,
	/** 6.1.13 */
	limits,
	'graphics-depth': deep,
	'page-sizes': pageSizes,
	/** 6.2.2 */
	'known-operators': operators,
	'own-resources': resources,
	/** 6.2.3 */
	'output-intent': outputIntent,
	/** 6.2.4 */
	'intended-colours': colours,
	/** 6.2.5 */
	'no-transfer': dictsThat(has('/TR', '/HTP'), 'a transfer function'),
	/** 6.2.9 */
	'plain-xobjects': dictsThat(
		(dict) =>
			dict['/Type'] === '/XObject' &&
			(dict['/Subtype'] === '/PS' || has('/OPI', '/Ref', '/PS', '/Alternates')(dict)),
		'PostScript, OPI or a reference',
	),
	/** 6.2.10: allowed with care; we use none */
	'no-transparency': dictsThat(
		(dict) =>
			dict['/S'] === '/Transparency' ||
			has('/SMask', '/ca', '/CA')(dict) ||
			(dict['/BM'] ?? '/Normal') !== '/Normal',
		'transparency',
	),
	/** 6.3 */
	'annotations-print': annotations,
	/** 6.5 */
	'plain-actions': dictsThat(
		(dict) => (action(dict) && !ACTIONS.has(dict['/S'])) || has('/JS')(dict),
		(dict) => `action ${dict['/S']}`,
	),
	/** 6.4, 6.5.2, 6.8 to 6.11 */
	'nothing-more': surplus,
	/** 6.6.2.1 */
	'plain-metadata': metadata,
	/** 6.6.2.3 */
	'schemas-described': extensions,
	/** 6.6.4 */
	'claims-a2a': (pdf) =>
		unless(
			xmp(pdf).properties.get('pdfaid:part') === '2' && xmp(pdf).properties.get('pdfaid:conformance') === 'A',
			'not PDF/A-2a',
		),
	/** ours: bookmarks */
	outline,
	'outline-is-headings': headings,
};
