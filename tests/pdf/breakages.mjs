// One way to break each rule: [rule, edit of a draft, other rules that must then complain too].
// An edit changes one object of a good screen file (a right-to-left one: it has every kind of object).
const marked = (content, operator) => content.replace(/EMC\n/, `EMC\n${operator}\n`);
const swap = (from, to) => (source) => {
	const out = source.replace(from, to);
	if (out === source) throw new Error(`nothing to break: ${from}`);
	return out;
};
const note = (d, ...ids) => {
	const paragraphs = d.list({ '/S': '/P' });
	ids.forEach((id, i) => Object.assign(paragraphs[i], { '/S': '/Note' }, id && { '/ID': `u:${id}` }));
};
const element = (d, type) => d.first({ '/S': type });
const annotation = (d) => d.first({ '/Subtype': '/Link' });
const face = (d) => d.first({ '/Subtype': '/Type0' });
const cidFont = (d) => d.get(face(d)['/DescendantFonts'][0]);
const descriptor = (d) => d.get(cidFont(d)['/FontDescriptor']);
const toUnicode = (d, from, to) => d.stream(face(d)['/ToUnicode'], swap(from, to));
const program = (d, edit) => d.stream(descriptor(d)['/FontFile2'], edit);
const intent = (d) => d.catalog['/OutputIntents'][0];
const profile = (d, edit) => d.stream(intent(d)['/DestOutputProfile'], edit);
const splice = (source, at, bytes) => source.slice(0, at) + bytes + source.slice(at + bytes.length);
const form = (d) => d.first({ '/Subtype': '/Form' });
const item = (d) => d.get(d.get(d.catalog['/Outlines'])['/First']);

/** Where a table of a TrueType program begins. */
function table(source, tag) {
	const bytes = Buffer.from(source, 'latin1');
	for (let entry = 12; entry < 12 + 16 * bytes.readUInt16BE(4); entry += 16)
		if (bytes.toString('latin1', entry, entry + 4) === tag) return bytes.readUInt32BE(entry + 8);
	throw new Error(`no table ${tag}`);
}

export const documentBreakages = [
	['claims-ua', (d) => d.xmp(swap('<pdfuaid:part>1<', '<pdfuaid:part>2<'))],
	['marked', (d) => delete d.catalog['/MarkInfo']],
	['no-suspects', (d) => (d.catalog['/MarkInfo']['/Suspects'] = true)],
	['has-title', (d) => d.xmp(swap(/<dc:title>.*<\/dc:title>/s, '')), ['title-language', 'metadata-agrees']],
	['shows-title', (d) => (d.catalog['/ViewerPreferences']['/DisplayDocTitle'] = false)],
	[
		'has-tree',
		(d) => (d.tree['/K'] = []),
		['parents-of-marks', 'parents-of-annotations', 'links-tagged', 'outline-is-headings'],
	],
	['no-xfa', (d) => (d.catalog['/AcroForm'] = { '/Fields': [], '/XFA': 'u:xfa' }), ['nothing-more']],
	['has-language', (d) => delete d.catalog['/Lang'], ['title-language']],
	['valid-languages', (d) => (element(d, '/Span')['/Lang'] = 'u:Dutch language')],
	[
		'outline-language',
		(d) => {
			delete d.catalog['/Lang'];
			delete item(d)['/SE'];
		},
		['has-language', 'title-language', 'outline-is-headings'],
	],
	['title-language', (d) => d.xmp(swap(/(<dc:title>.*?)xml:lang="ar"/s, '$1xml:lang="fa"'))],
	['metadata-agrees', (d) => (d.info['/Producer'] = 'u:somebody else')],
	['metadata-agrees', (d) => (d.info['/ModDate'] = 'u:D:20200101000000Z')],
	['prints-unscaled', (d) => (d.catalog['/ViewerPreferences']['/PrintScaling'] = '/AppDefault')],
	['tab-order', (d) => (d.pages[1]['/Tabs'] = '/R')],
];

export const markBreakages = [
	['all-marked', (d) => d.content((c) => marked(c, '0 0 5 5 re f'))],
	['all-marked', (d) => d.content(swap('/Artifact BMC\n', '/Layout BMC\n'))],
	['artifacts-apart', (d) => d.content(swap('/H1 <</MCID 0>> BDC', '/H1 <</MCID 0>> BDC /Artifact BMC EMC'))],
	[
		'artifacts-apart',
		(d) => d.content(swap(/\/H1 <<\/MCID 0>> BDC(.*?)EMC/s, '/Artifact BMC /H1 <</MCID 0>> BDC$1EMC EMC')),
	],
	[
		'marks-not-nested',
		(d) =>
			d.content(
				swap(
					/\/H1 <<\/MCID 0>> BDC(.*?)EMC(.*?)\/Figure <<\/MCID 1>> BDC/s,
					'/H1 <</MCID 0>> BDC /Figure <</MCID 1>> BDC EMC$1EMC$2/Artifact BMC',
				),
			),
	],
	['marks-unique', (d) => d.content(swap('/MCID 3>>', '/MCID 2>>')), ['marks-of-elements']],
	['operators-paired', (d) => d.content((c) => `${c}q\n`)],
	['operators-paired', (d) => d.content(swap(/ET\n/, 'ET\nET\n'))],
	[
		'parents-of-marks',
		(d) => {
			const list = d.get(d.tree['/ParentTree'])['/Nums'][1];
			[list[2], list[3]] = [list[3], list[2]];
		},
	],
	[
		'marks-of-elements',
		(d) => {
			const heading = element(d, '/H1');
			heading['/K'] = [heading['/K'], 999];
		},
	],
	['parents-of-annotations', (d) => (annotation(d)['/StructParent'] = 0)],
	[
		'forms-untagged',
		(d) => d.stream(d.reference(form(d)), (c) => `/P <</MCID 500>> BDC EMC ${c}`),
		['artifacts-apart', 'parents-of-marks'],
	],
	['forms-untagged', (d) => (form(d)['/Ref'] = { '/F': 'u:other.pdf', '/Page': 0 }), ['plain-xobjects']],
];

export const tagBreakages = [
	['parents-of-elements', (d) => (element(d, '/H2')['/P'] = d.reference(element(d, '/Document')))],
	['standard-types', (d) => (element(d, '/P')['/S'] = '/Paragraph')],
	['role-map', (d) => (d.tree['/RoleMap'] = { '/P': '/Div' })],
	['one-document', (d) => (element(d, '/Document')['/S'] = '/Part')],
	['headings-in-order', (d) => (element(d, '/H2')['/S'] = '/H3')],
	['headings-in-order', (d) => (element(d, '/H1')['/S'] = '/H2')],
	['headings-of-a-kind', (d) => (element(d, '/H2')['/S'] = '/H'), ['outline-is-headings']],
	['nesting', (d) => (element(d, '/LI')['/S'] = '/Div')],
	['nesting', (d) => (element(d, '/LBody')['/S'] = '/P')],
	['list-numbering', (d) => delete element(d, '/L')['/A']],
	['figures-described', (d) => (element(d, '/Figure')['/Alt'] = 'u: ')],
	['figures-boxed', (d) => (element(d, '/Figure')['/A']['/BBox'][2] = 900)],
	['links-tagged', (d) => (element(d, '/Link')['/S'] = '/Span')],
	[
		'links-whole',
		(d) => {
			const link = element(d, '/Link');
			link['/K'] = link['/K'].slice(0, 1);
		},
		['links-tagged', 'parents-of-annotations'],
	],
	['annotations-described', (d) => delete annotation(d)['/Contents']],
	['notes-identified', (d) => note(d, 'a', 'a')],
	['notes-identified', (d) => note(d, '')],
	[
		'spoken-language',
		(d) => {
			delete d.catalog['/Lang'];
			delete element(d, '/Document')['/Lang'];
		},
		['has-language', 'title-language', 'outline-language'],
	],
	[
		'no-empty-elements',
		(d) => element(d, '/Sect')['/K'].push(d.add({ '/S': '/P', '/P': d.reference(element(d, '/Sect')), '/K': [] })),
	],
];

export const fontBreakages = [
	[
		'composite-fonts',
		(d) =>
			(d.get(d.pages[0]['/Resources'])['/Font']['/F9'] = d.add({
				'/Type': '/Font',
				'/Subtype': '/Type1',
				'/BaseFont': '/Helvetica',
			})),
	],
	['fonts-embedded', (d) => delete descriptor(d)['/FontFile2']],
	['programs-sound', (d) => program(d, swap('loca', 'lova'))],
	['glyphs-present', (d) => d.stream(cidFont(d)['/CIDToGIDMap'], (map) => splice(map, 2, '\x7f\xff')), ['widths']],
	['no-notdef', (d) => d.stream(cidFont(d)['/CIDToGIDMap'], (map) => splice(map, 2, '\0\0')), ['widths']],
	['glyphs-inked', (d) => toUnicode(d, /<0001> *<0020>/, '<0001> <0041>')],
	['widths', (d) => (cidFont(d)['/W'][1][0] += 5)],
	['widths', (d) => program(d, (source) => splice(source, table(source, 'hmtx') + 4, '\x0f'))],
	['cid-system', (d) => (cidFont(d)['/CIDSystemInfo']['/Ordering'] = 'u:Japan1')],
	['cid-map', (d) => delete cidFont(d)['/CIDToGIDMap'], ['glyphs-inked', 'widths']],
	['no-cidset', (d) => (descriptor(d)['/CIDSet'] = d.add({}, '\xff'))],
	['to-unicode', (d) => delete face(d)['/ToUnicode']],
	['to-unicode-values', (d) => toUnicode(d, /<0001> *<0020>/, '<0001> <FEFF>')],
	['no-private-use', (d) => toUnicode(d, /<0001> *<0020>/, '<0001> <E000>'), ['glyphs-inked']],
	['font-names', (d) => (descriptor(d)['/FontName'] = '/Other')],
	['program-lengths', (d) => (d.get(descriptor(d)['/FontFile2'])['/Length1'] += 1)],
];

export const archiveBreakages = [
	['no-external-streams', (d) => (d.get(d.catalog['/Metadata'])['/F'] = 'u:elsewhere.xml')],
	['limits', (d) => (element(d, '/P')['/Alt'] = `u:${'x'.repeat(40000)}`)],
	['graphics-depth', (d) => d.content((c) => `${'q '.repeat(30)}${'Q '.repeat(30)}${c}`)],
	['page-sizes', (d) => (d.pages[0]['/MediaBox'] = [0, 0, 20000, 842])],
	['known-operators', (d) => d.content((c) => `1 2 zz\n${c}`)],
	[
		'own-resources',
		(d) => {
			d.get(d.catalog['/Pages'])['/Resources'] = d.pages[0]['/Resources'];
			delete d.pages[0]['/Resources'];
		},
		['operators-paired'],
	],
	['output-intent', (d) => delete d.catalog['/OutputIntents']],
	['output-intent', (d) => d.catalog['/OutputIntents'].push(intent(d))],
	['output-intent', (d) => (d.get(intent(d)['/DestOutputProfile'])['/N'] = 4)],
	['output-intent', (d) => profile(d, (bytes) => splice(bytes, 12, 'link'))],
	['output-intent', (d) => profile(d, (bytes) => bytes.slice(0, -4))],
	['intended-colours', (d) => d.content((c) => `0 0 0 1 k\n${c}`)],
	['no-transfer', (d) => (d.get(d.pages[0]['/Resources'])['/ExtGState'] = { '/G1': { '/TR': '/Identity' } })],
	['plain-xobjects', (d) => (form(d)['/OPI'] = { '/2.0': {} })],
	['no-transparency', (d) => (form(d)['/Group'] = { '/S': '/Transparency', '/CS': '/DeviceRGB' })],
	['no-transparency', (d) => (d.get(d.pages[0]['/Resources'])['/ExtGState'] = { '/G1': { '/ca': 0.5 } })],
	['annotations-print', (d) => (annotation(d)['/F'] = 0)],
	['annotations-print', (d) => (annotation(d)['/F'] = 6)],
	['plain-actions', (d) => (annotation(d)['/A'] = { '/S': '/JavaScript', '/JS': 'u:app.beep()' })],
	['plain-actions', (d) => (annotation(d)['/A'] = { '/S': '/Launch', '/F': 'u:a.exe' })],
	['nothing-more', (d) => (d.catalog['/AA'] = {})],
	['nothing-more', (d) => (d.catalog['/Names'] = { '/EmbeddedFiles': { '/Names': [] } })],
	['nothing-more', (d) => (d.catalog['/OCProperties'] = { '/OCGs': [], '/D': {} })],
	['plain-metadata', (d) => d.xmp(swap('<?xpacket begin', '<?xpacket encoding="UTF-8" begin'))],
	['schemas-described', (d) => d.xmp(swap('<pdfaProperty:name>part<', '<pdfaProperty:name>amd<'))],
	['claims-a2a', (d) => d.xmp(swap('<pdfaid:conformance>A<', '<pdfaid:conformance>B<'))],
	['outline', (d) => delete d.catalog['/Outlines'], ['outline-is-headings']],
	['outline', (d) => (d.get(item(d)['/Next'])['/Prev'] = d.reference(d.get(item(d)['/First'])))],
	['outline', (d) => (item(d)['/Dest'][0] = null)],
	['outline-is-headings', (d) => (item(d)['/SE'] = d.reference(element(d, '/P')))],
];

/** The same for what only the bytes of a file show: [rule, edit of the bytes]. */
export const byteBreakages = [
	['header', (bytes) => bytes.replace(/^%PDF-1\.\d/, '%PDF-2.0')],
	['header', (bytes) => bytes.replace(/\n%[\x80-\xFF]+/, (line) => `\n%${'a'.repeat(line.length - 2)}`)],
	['has-id', (bytes) => bytes.replace(/\/ID(?= *\[)/, '/IX')],
	['ends-at-eof', (bytes) => `${bytes}\nmore`],
];
