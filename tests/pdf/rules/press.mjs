// Rules of PDF/X-4 (ISO 15930-7), from ISO 32000-1, 14.11 and the lists of print shops, and two of the house: text in
// black ink alone that overprints, and at most 260 % of ink.
import { content, instructions } from '../content.mjs';
import { isDict, isString, text } from '../pdf.mjs';
import { xmp } from '../xmp.mjs';
import { unless } from './document.mjs';

const BLEED = (3 * 72) / 25.4,
	INK_MOST = 2.6;

const dictsThat = (fails, words) => (pdf) =>
	[...pdf.dicts()].filter(([, dict]) => fails(dict, pdf)).map(([reference]) => `${reference}: ${words}`);

const header = (pdf) => unless(/^%PDF-1\.[0-6]\r?\n/.test(pdf.bytes.toString('latin1', 0, 16)), 'not PDF 1.6');

const identified = (pdf) =>
	unless(pdf.trailer['/ID']?.length === 2 && pdf.trailer['/ID'].every(isString), 'no ID in the trailer');

const plain = (pdf) => [
	...unless(!pdf.trailer['/Encrypt'], 'encrypted'),
	...[...pdf.all()]
		.filter(([, dict, stream]) => stream && '/F' in dict)
		.map(([reference]) => `${reference}: a stream in another file`),
];

function profile(pdf, reference) {
	const bytes = pdf.data(reference) ?? Buffer.alloc(132);
	const part = (from) => bytes.toString('latin1', from, from + 4);
	return [
		...unless(part(36) === 'acsp' && bytes.readUInt32BE(0) === bytes.length, 'not a whole ICC profile'),
		...unless(part(12) === 'prtr' && bytes[8] <= 4, 'not a printer profile of version 4 or less'),
		...unless(part(16) === 'CMYK' && pdf.get(reference)?.['/N'] === 4, 'not a profile of four inks'),
	];
}

function intent(pdf) {
	const list = (pdf.get(pdf.catalog['/OutputIntents']) ?? []).map((value) => pdf.get(value));
	const own = list.filter((value) => value['/S'] === '/GTS_PDFX');
	if (own.length !== 1) return [`${own.length} output intents of PDF/X`];
	return [
		...unless(text(own[0]['/OutputConditionIdentifier']) && text(own[0]['/Info']), 'the intent has no name'),
		...profile(pdf, own[0]['/DestOutputProfile']),
	];
}

const DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const iso = (date) => date?.replace(DATE, '$1-$2-$3T$4:$5:$6Z');

function information(pdf) {
	const { properties } = xmp(pdf);
	const trapped = pdf.info['/Trapped'];
	return [
		...unless(text(pdf.info['/Title']), 'no title'),
		...unless(iso(text(pdf.info['/CreationDate'])) === properties.get('xmp:CreateDate'), 'CreationDate'),
		...unless(iso(text(pdf.info['/ModDate'])) === properties.get('xmp:ModifyDate'), 'ModDate'),
		...unless(['/True', '/False'].includes(trapped), 'Trapped is neither true nor false'),
		...unless(trapped?.slice(1) === properties.get('pdf:Trapped'), 'Trapped differs in the packet'),
	];
}

function metadata(pdf) {
	const { properties } = xmp(pdf);
	return [
		...unless(properties.get('pdfxid:GTS_PDFXVersion') === 'PDF/X-4', 'the packet does not say PDF/X-4'),
		...['xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass', 'xmp:MetadataDate'].flatMap((name) =>
			unless(properties.get(name), `no ${name}`),
		),
	];
}

const inside = (a, b) => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];

function boxes(pdf) {
	return pdf.pages.flatMap(({ dict, reference }) => {
		const [media, bleed, trim] = ['/MediaBox', '/BleedBox', '/TrimBox'].map((name) => pdf.get(dict[name]));
		if (!media || !bleed || !trim) return [`${reference}: MediaBox, BleedBox and TrimBox`];
		const even = [-1, -1, 1, 1].every((sign, i) => Math.abs(bleed[i] - trim[i] - sign * BLEED) < 0.01);
		return [
			...unless(!dict['/ArtBox'], `${reference}: ArtBox beside TrimBox`),
			...unless(inside(trim, bleed) && inside(bleed, media), `${reference}: boxes do not lie in each other`),
			...unless(even, `${reference}: not 3 mm of bleed`),
			...unless(!dict['/UserUnit'], `${reference}: UserUnit`),
		];
	});
}

function fonts(pdf) {
	return [...pdf.dicts()]
		.filter(([, dict]) => dict['/Type'] === '/FontDescriptor')
		.flatMap(([reference, dict]) =>
			unless(pdf.data(dict['/FontFile2'] ?? dict['/FontFile3'])?.length, `${reference}: not embedded`),
		);
}

const SPACES = ['/DeviceCMYK', '/DeviceGray'];

const colours = (pdf) =>
	pdf.pages.flatMap((page) =>
		[...content(pdf, page).spaces].filter((space) => !SPACES.includes(space)).map((space) => `${page.reference}: ${space}`),
	);

const groups = dictsThat(
	(dict) => dict['/S'] === '/Transparency' || '/SMask' in dict || (dict['/ca'] ?? 1) !== 1,
	'transparency',
);

const sum = (values) => values.reduce((a, b) => a + b, 0);

const ink = (pdf) =>
	pdf.pages.flatMap((page) =>
		[...content(pdf, page).paints, ...content(pdf, page).shows]
			.flatMap(({ fill, stroke }) => [fill, stroke])
			.filter(({ space, values }) => space === '/DeviceCMYK' && sum(values) > INK_MOST)
			.map(({ values }) => `${page.reference}: ${values.join(' ')}`),
	);

const black = ({ space, values }) => values.join(' ') === (space === '/DeviceCMYK' ? '0 0 0 1' : '0');

const letters = (pdf) =>
	pdf.pages.flatMap((page) =>
		content(pdf, page)
			.shows.filter(({ fill }) => !black(fill))
			.map(({ fill }) => `${page.reference}: text in ${fill.values.join(' ')}`),
	);

/** Whether overprinting is on wherever text is shown, and off wherever anything else is painted. */
function overprint(pdf) {
	return pdf.pages.flatMap(({ dict, reference }) => {
		const states = pdf.get(pdf.get(dict['/Resources'])?.['/ExtGState']) ?? {};
		let state = {};
		const wrong = new Set();
		for (const { operator, operands } of instructions(pdf.data(dict['/Contents']))) {
			if (operator === 'gs') state = pdf.get(states[operands[0]]) ?? {};
			if (operator === 'TJ' && !(state['/op'] === true && state['/OPM'] === 1)) wrong.add('text knocks out');
			if (['f', 'f*', 'B', 'B*', 'S', 'Do'].includes(operator) && state['/op']) wrong.add('artwork overprints');
		}
		return [...wrong].map((words) => `${reference}: ${words}`);
	});
}

const annotations = (pdf) =>
	pdf.pages.flatMap((page) => pdf.annotations(page).map(([reference]) => `${reference}: an annotation`));

const actions = dictsThat(
	(dict) => '/OpenAction' in dict || '/AA' in dict || '/JS' in dict || dict['/S'] === '/URI',
	'an action',
);
const forms = (pdf) => unless(!pdf.catalog['/AcroForm'], 'a form to fill in');
const transfer = dictsThat(
	(dict) => '/TR' in dict || ('/TR2' in dict && dict['/TR2'] !== '/Default') || '/HTP' in dict,
	'a transfer function or halftone',
);
const objects = dictsThat(
	(dict) => dict['/Subtype'] === '/PS' || '/OPI' in dict || '/Alternates' in dict || '/EmbeddedFiles' in dict || '/EF' in dict,
	'PostScript, OPI, alternates or files inside',
);
const layers = (pdf) => unless(!pdf.catalog['/OCProperties']?.['/D']?.['/AS'], 'layers that switch themselves');
const LZW = ['/LZWDecode', '/JPXDecode'];
const filters = dictsThat(
	(dict, pdf) => [pdf.get(dict['/Filter']) ?? []].flat().some((name) => LZW.includes(name)),
	'a filter that is not wanted',
);
const separated = dictsThat((dict) => '/SeparationInfo' in dict, 'preseparated');
const blending = dictsThat((dict) => isDict(dict) && '/BM' in dict && dict['/BM'] !== '/Normal', 'a blend mode');
const images = dictsThat((dict) => dict['/Subtype'] === '/Image', 'an image');

/** The checklist of shared/pdf.md in its order. */
export const rules = {
	'press-header': header,
	'press-id': identified,
	'press-plain': plain,
	'press-intent': intent,
	'press-information': information,
	'press-metadata': metadata,
	'press-boxes': boxes,
	'press-fonts': fonts,
	'press-colours': colours,
	'press-opaque': groups,
	'press-ink': ink,
	'press-text-black': letters,
	'press-overprint': overprint,
	'press-no-annotations': annotations,
	'press-no-actions': actions,
	'press-no-forms': forms,
	'press-no-transfer': transfer,
	'press-no-foreign-objects': objects,
	'press-no-switching-layers': layers,
	'press-filters': filters,
	'press-not-separated': separated,
	'press-blending': blending,
	'press-no-images': images,
};
