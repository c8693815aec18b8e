// Rules of the document as a whole: claims, title, language, metadata. Each takes a reader and gives complaints.
// The number before a rule's sentence is that of the Matterhorn Protocol, or the clause of its standard.
import { text } from '../pdf.mjs';
import { elements, tree } from '../structure.mjs';
import { xmp } from '../xmp.mjs';

// BCP 47: language, extended language, script, region, variants, extensions, private use.
const LANGUAGE =
	/^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[A-Z][a-z]{3}|-[a-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/;

const unless = (sound, complaint) => (sound ? [] : [complaint]);

/** The Info date D:YYYYMMDDHHmmSSZ as XMP writes it. */
const isoDate = (date) =>
	date?.replace(
		/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d)'?(\d\d)?'?$/,
		(_, ...part) =>
			`${part[0]}-${part[1]}-${part[2]}T${part[3]}:${part[4]}:${part[5]}${part[6]}${part[7] ? `:${part[7]}` : ''}`,
	);

/** Info entry, XMP property, and how the one becomes the other. */
const SHARED = [
	['/Title', 'dc:title'],
	['/Subject', 'dc:description'],
	['/Keywords', 'pdf:Keywords'],
	['/Creator', 'xmp:CreatorTool'],
	['/Producer', 'pdf:Producer'],
	['/CreationDate', 'xmp:CreateDate', isoDate],
	['/ModDate', 'xmp:ModifyDate', isoDate],
];

const flat = (value) => (value instanceof Map ? value.get('x-default') : value);

function metadataAgrees(pdf) {
	const { properties } = xmp(pdf);
	return SHARED.flatMap(([entry, property, change = (value) => value]) => {
		const info = change(text(pdf.info[entry])),
			told = flat(properties.get(property));
		return unless(info === told, `${entry} is "${info}", but ${property} is "${told}"`);
	});
}

function outlineItems(pdf) {
	const list = [];
	const walk = (reference) => {
		for (
			let item = pdf.get(reference);
			item && list.length < 9999;
			reference = item['/Next'], item = pdf.get(reference)
		) {
			list.push([reference, item]);
			if (item['/First']) walk(item['/First']);
		}
	};
	walk(pdf.get(pdf.catalog['/Outlines'])?.['/First']);
	return list;
}

const root = (pdf) => text(pdf.catalog['/Lang']);

/** Every place that names a language, with the name. */
function* languages(pdf) {
	yield ['the catalog', root(pdf)];
	for (const [reference, dict] of pdf.dicts())
		if (dict['/Lang'] !== undefined) yield [reference, text(dict['/Lang'])];
	for (const tag of xmp(pdf).properties.get('dc:language') ?? []) yield ['dc:language', tag];
}

function outlineLanguage(pdf) {
	const known = new Map([...elements(tree(pdf))].map((node) => [node.reference, node.lang]));
	return outlineItems(pdf)
		.filter(([, item]) => !root(pdf) && !known.get(item['/SE']))
		.map(([reference]) => `${reference}: a bookmark without a language`);
}

function titleLanguage(pdf) {
	const title = xmp(pdf).properties.get('dc:title');
	return unless(
		title instanceof Map && title.get(root(pdf)) === title.get('x-default') && title.has(root(pdf)),
		`dc:title is not given in "${root(pdf)}"`,
	);
}

export const rules = {
	/** 5-1 */
	'claims-ua': (pdf) => unless(xmp(pdf).properties.get('pdfuaid:part') === '1', 'pdfuaid:part is not 1'),
	/** 6.2-1 */
	marked: (pdf) => unless(pdf.get(pdf.catalog['/MarkInfo'])?.['/Marked'] === true, 'MarkInfo does not say Marked'),
	/** 7.1-4 */
	'no-suspects': (pdf) => unless(pdf.get(pdf.catalog['/MarkInfo'])?.['/Suspects'] !== true, 'Suspects is true'),
	/** 7.1-8, 7.1-9 */
	'has-title': (pdf) => unless(flat(xmp(pdf).properties.get('dc:title')), 'no dc:title in the metadata'),
	/** 7.1-10 */
	'shows-title': (pdf) =>
		unless(
			pdf.get(pdf.catalog['/ViewerPreferences'])?.['/DisplayDocTitle'] === true,
			'DisplayDocTitle is not true',
		),
	/** 7.1-11 */
	'has-tree': (pdf) => unless(tree(pdf)?.kids.length, 'no structure tree'),
	/** 7.16-1 */
	'not-encrypted': (pdf) => unless(!pdf.trailer['/Encrypt'], 'the file is encrypted'),
	/** 7.15: forms of the XFA kind */
	'no-xfa': (pdf) => unless(!pdf.get(pdf.catalog['/AcroForm'])?.['/XFA'], 'XFA'),
	/** 7.2-33 and our own: the language of the document is said */
	'has-language': (pdf) => unless(root(pdf), 'the catalog has no Lang'),
	/** 7.2-29 */
	'valid-languages': (pdf) =>
		[...languages(pdf)]
			.filter(([, tag]) => tag !== undefined && !LANGUAGE.test(tag))
			.map(([where, tag]) => `${where}: "${tag}" is not a language tag`),
	/** 7.2-2 */
	'outline-language': outlineLanguage,
	/** 7.2-33 */
	'title-language': titleLanguage,
	/** ISO 19005-2, 6.6.2 and ours for UA: what Info and XMP share, they share to the letter */
	'metadata-agrees': metadataAgrees,
	/** ours: printed at its own size */
	'prints-unscaled': (pdf) =>
		unless(pdf.get(pdf.catalog['/ViewerPreferences'])?.['/PrintScaling'] === '/None', 'PrintScaling is not None'),
	/** 7.18.3-1, asked of every page here: order of tabs is that of the structure */
	'tab-order': (pdf) =>
		pdf.pages.filter(({ dict }) => dict['/Tabs'] !== '/S').map(({ reference }) => `${reference}: Tabs is not S`),
};

export { outlineItems, unless };
