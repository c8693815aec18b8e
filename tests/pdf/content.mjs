// Content streams: tokens, then an interpreter of just what the rules ask: who shows which codes, where, in which
// colour, under which marks. ISO 32000-1, 7.8.2, 8.4, 9.4 and 14.6.
import { decodeText } from './pdf.mjs';

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));
const ESCAPES = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Gives tokens one by one: numbers, {name}, {string}, {mark} for [ ] << >>, {operator}. */
class Lexer {
	constructor(bytes) {
		this.bytes = bytes;
		this.at = 0;
	}

	next() {
		this.#skip();
		if (this.at >= this.bytes.length) return undefined;
		const c = String.fromCharCode(this.bytes[this.at]);
		if (c === '(') return { string: this.#literal() };
		if (c === '<' && this.bytes[this.at + 1] !== 60) return { string: this.#hex() };
		if (c === '<' || c === '>') return { mark: this.#take(2) };
		if ('[]{}'.includes(c)) return { mark: this.#take(1) };
		if (c === '/') return { name: `/${this.#take(1) && this.#word()}` };
		const word = this.#word();
		return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : { operator: word };
	}

	#skip() {
		for (; this.at < this.bytes.length; this.at++) {
			if (this.bytes[this.at] === 37) while (this.at < this.bytes.length && this.bytes[this.at] !== 10) this.at++;
			else if (!WHITE.has(this.bytes[this.at])) return;
		}
	}

	#take(count) {
		this.at += count;
		return this.bytes.toString('latin1', this.at - count, this.at);
	}

	#word() {
		const start = this.at;
		while (this.at < this.bytes.length && !WHITE.has(this.bytes[this.at]) && !DELIMITERS.has(this.bytes[this.at]))
			this.at++;
		if (this.at === start) this.at++;
		return this.bytes.toString('latin1', start, this.at);
	}

	#hex() {
		const end = this.bytes.indexOf(62, this.at);
		const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/\s/g, '');
		this.at = end + 1;
		return Buffer.from(digits.padEnd(digits.length + (digits.length % 2), '0'), 'hex');
	}

	#literal() {
		const out = [];
		for (let depth = 0; this.at < this.bytes.length;) {
			const c = this.bytes[this.at++];
			if (c === 40 && depth++ === 0) continue;
			if (c === 41 && --depth === 0) break;
			if (c === 92) this.#escape(out);
			else out.push(c);
		}
		return Buffer.from(out);
	}

	#escape(out) {
		const c = String.fromCharCode(this.bytes[this.at++]);
		const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at - 1, this.at + 2))?.[0];
		if (octal) {
			out.push(parseInt(octal, 8) & 255);
			this.at += octal.length - 1;
		} else if (c !== '\n') out.push(ESCAPES[c] ?? c.charCodeAt(0));
	}
}

function array(lexer) {
	const list = [];
	for (let token; (token = lexer.next()) !== undefined && token.mark !== ']';) list.push(operand(lexer, token));
	return list;
}

function dictionary(lexer) {
	const dict = {};
	for (let token; (token = lexer.next()) !== undefined && token.mark !== '>>';)
		dict[token.name] = operand(lexer, lexer.next());
	return dict;
}

function operand(lexer, token) {
	if (token?.mark === '[') return array(lexer);
	if (token?.mark === '<<') return dictionary(lexer);
	return token?.name ?? token?.string ?? token;
}

/** The instructions of a stream: {operator, operands}. */
export function* instructions(bytes) {
	const lexer = new Lexer(bytes);
	let operands = [];
	for (let token; (token = lexer.next()) !== undefined;) {
		if (token.operator && !['true', 'false', 'null'].includes(token.operator)) {
			yield { operator: token.operator, operands };
			operands = [];
		} else operands.push(operand(lexer, token));
	}
}

const times = (a, b) => [
	a[0] * b[0] + a[1] * b[2],
	a[0] * b[1] + a[1] * b[3],
	a[2] * b[0] + a[3] * b[2],
	a[2] * b[1] + a[3] * b[3],
	a[4] * b[0] + a[5] * b[2] + b[4],
	a[4] * b[1] + a[5] * b[3] + b[5],
];
const UNIT = [1, 0, 0, 1, 0, 0];
const PAINTS = ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'BI'];
const START = {
	ctm: UNIT,
	fill: { space: '/DeviceGray', values: [0] },
	stroke: { space: '/DeviceGray', values: [0] },
	font: undefined,
	size: 0,
	rise: 0,
	mode: 0,
};

/** What a stream does, in order. */
class Interpreter {
	constructor(pdf, found) {
		this.pdf = pdf;
		this.found = found;
		this.state = START;
		this.saved = [];
		this.marks = [];
	}

	run(bytes, resources, depth = 0) {
		for (const { operator, operands } of instructions(bytes)) {
			this.found.operators.add(operator);
			if (operator === 'Do') this.#form(operands[0], resources, depth);
			else if (PAINTS.includes(operator)) this.#paint(operator);
			else this[ACTIONS[operator]]?.(operands, resources, operator);
		}
	}

	save() {
		this.saved.push(this.state);
		this.found.depth = Math.max(this.found.depth, this.saved.length);
	}

	restore() {
		if (!this.saved.length) this.found.errors.push('Q without q');
		this.state = this.saved.pop() ?? this.state;
	}

	concat(matrix) {
		this.state = { ...this.state, ctm: times(matrix, this.state.ctm) };
	}

	color(operands, resources, operator) {
		const key = /[A-Z]/.test(operator) ? 'stroke' : 'fill';
		const device = { g: '/DeviceGray', rg: '/DeviceRGB', k: '/DeviceCMYK' }[operator.toLowerCase()];
		const space = device ?? (operator.toLowerCase() === 'cs' ? operands[0] : this.state[key].space);
		const values = operator.toLowerCase() === 'cs' ? [0, 0, 0] : operands;
		this.state = { ...this.state, [key]: { space, values } };
		this.found.spaces.add(space);
	}

	begin() {
		this.line = this.matrix = UNIT;
		if (this.inText) this.found.errors.push('BT inside BT');
		this.inText = true;
		this.depthAtText = this.marks.length;
	}

	end() {
		if (!this.inText) this.found.errors.push('ET without BT');
		if (this.marks.length !== this.depthAtText) this.found.errors.push('marks and text objects cross');
		this.inText = false;
	}

	setFont([name, size], resources) {
		this.state = { ...this.state, font: this.pdf.get(resources['/Font'])?.[name], size };
		if (!this.state.font) this.found.errors.push(`font ${name} is not among the resources`);
	}

	setRise([rise]) {
		this.state = { ...this.state, rise };
	}

	setMode([mode]) {
		this.state = { ...this.state, mode };
	}

	move([x, y]) {
		this.line = this.matrix = times([1, 0, 0, 1, x, y], this.line);
	}

	setMatrix(matrix) {
		this.line = this.matrix = matrix;
	}

	show([codes]) {
		if (!this.inText) this.found.errors.push('text is shown outside BT and ET');
		const { font, size, rise, mode, fill, stroke, ctm } = this.state;
		const place = times(times([1, 0, 0, 1, 0, rise], this.matrix ?? UNIT), ctm);
		this.found.shows.push({ codes: [codes].flat(), font, size, mode, fill, stroke, place, marks: [...this.marks] });
	}

	mark([tag, properties], resources, operator) {
		const named =
			typeof properties === 'string'
				? this.pdf.get(this.pdf.get(resources['/Properties'])?.[properties])
				: properties;
		const dict = operator === 'BDC' ? (named ?? {}) : {};
		const actual = Buffer.isBuffer(dict['/ActualText']) ? decodeText(dict['/ActualText']) : undefined;
		const mark = { tag, mcid: dict['/MCID'], actual, dict, artifact: tag === '/Artifact' };
		this.marks.push(mark);
		this.found.marks.push({ ...mark, around: this.marks.slice(0, -1) });
	}

	unmark() {
		if (!this.marks.length) this.found.errors.push('EMC without BMC');
		this.marks.pop();
	}

	#paint(operator) {
		const { fill, stroke, ctm } = this.state;
		this.found.paints.push({ operator, fill, stroke, place: ctm, marks: [...this.marks] });
	}

	#form(name, resources, depth) {
		const reference = this.pdf.get(resources['/XObject'])?.[name];
		const dict = this.pdf.get(reference);
		if (!dict) return void this.found.errors.push(`${name} is not among the resources`);
		this.#paint('Do');
		this.found.forms.push(reference);
		if (dict['/Subtype'] !== '/Form' || depth > 5) return;
		this.save();
		this.run(this.pdf.data(reference), this.pdf.get(dict['/Resources']) ?? {}, depth + 1);
		this.restore();
	}
}

const ACTIONS = {
	q: 'save',
	Q: 'restore',
	cm: 'concat',
	BT: 'begin',
	ET: 'end',
	Tf: 'setFont',
	Ts: 'setRise',
	Tr: 'setMode',
	Td: 'move',
	Tm: 'setMatrix',
	Tj: 'show',
	TJ: 'show',
	BMC: 'mark',
	BDC: 'mark',
	EMC: 'unmark',
	g: 'color',
	G: 'color',
	rg: 'color',
	RG: 'color',
	k: 'color',
	K: 'color',
	cs: 'color',
	CS: 'color',
	sc: 'color',
	SC: 'color',
	scn: 'color',
	SCN: 'color',
};

function interpret(pdf, page) {
	const found = {
		shows: [],
		paints: [],
		marks: [],
		forms: [],
		errors: [],
		operators: new Set(),
		spaces: new Set(),
		depth: 0,
	};
	const interpreter = new Interpreter(pdf, found);
	const streams = [page.dict['/Contents']].flat().map((reference) => pdf.data(reference) ?? Buffer.alloc(0));
	interpreter.run(Buffer.concat(streams), pdf.get(page.dict['/Resources']) ?? {});
	if (interpreter.marks.length) found.errors.push('a mark is not closed');
	if (interpreter.saved.length) found.errors.push('q without Q');
	return found;
}

/** What the content of a page does: shows, paints, marks, forms, and errors of its own. */
export function content(pdf, page) {
	return pdf.remember(`content ${page.reference}`, () => interpret(pdf, page));
}
