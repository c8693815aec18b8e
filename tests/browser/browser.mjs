// What the tests of the web pages share: Chromium, the site that the fixture made, and a small server for it.
import {createReadStream, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {dirname, extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.VERKLARING ?? join(root, 'build/verklaring');
export const folder = process.env.SITE_FOLDER ?? '/tmp/verklaring-site';
export const site = join(folder, 'site');
export const data = join(folder, 'data');

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({executablePath: '/usr/bin/chromium', args: flags});

export const file = path => `file://${join(site, path)}`;

const types = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
	'.png': 'image/png', '.pdf': 'application/pdf', '.woff2': 'font/woff2', '.mp3': 'audio/mpeg'};

// Serves the site on a free port of this machine: {url, close}.
export function serve() {
	const server = createServer((request, response) => {
		const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/\/$/, '/index.html');
		const path = join(site, normalize(name));
		if (!path.startsWith(site) || !statSync(path, {throwIfNoEntry: false})?.isFile())
			return response.writeHead(404).end();
		response.writeHead(200, {'content-type': types[extname(path)] ?? 'application/octet-stream'});
		createReadStream(path).pipe(response);
	});
	return new Promise(resolve => server.listen(0, '127.0.0.1', () =>
		resolve({url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close()})));
}

// Everything that a page asks for that is not of the site itself, and what it complains of.
export function watch(page) {
	const seen = {strange: [], errors: []};
	page.on('request', request => {
		const url = request.url();
		if (!url.startsWith(`file://${site}/`) && !url.startsWith('http://127.0.0.1:') && !url.startsWith('data:'))
			seen.strange.push(url);
	});
	page.on('console', message => message.type() === 'error' && seen.errors.push(message.text()));
	page.on('pageerror', error => seen.errors.push(String(error)));
	page.on('dialog', dialog => { seen.errors.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
	return seen;
}
