// The independent readers: each gives the text of a file, page after page.
import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { run } from './suite.mjs';

/** PDFium's word for a hyphen and the line end after it. */
const LINE_END_HYPHEN = '\uFFFE';

let pdfium;

async function readPdfium(path) {
	pdfium ??= await PDFiumLibrary.init();
	const document = await pdfium.loadDocument(readFileSync(path));
	const text = [...document.pages()].map((page) => page.getText()).join('\n');
	document.destroy();
	return text.replaceAll(LINE_END_HYPHEN, '-\n');
}

async function readPdfjs(path) {
	const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: VerbosityLevel.ERRORS });
	const document = await task.promise;
	let text = '';
	for (let number = 1; number <= document.numPages; number++) {
		const { items } = await (await document.getPage(number)).getTextContent();
		text += items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n';
	}
	await task.destroy();
	return text;
}

/** name: (path) => text, or a promise of it. */
export const READERS = {
	mutool: (path) => run('mutool', ['draw', '-q', '-F', 'text', path]).toString(),
	'pdftotext -raw': (path) => run('pdftotext', ['-raw', path, '-']).toString(),
	pdftotext: (path) => run('pdftotext', [path, '-']).toString(),
	PDFium: readPdfium,
	'pdf.js': readPdfjs,
};

/** Lets go of what the readers keep: without it the process does not end. */
export function closeReaders() {
	pdfium?.destroy();
}
