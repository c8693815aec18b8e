/* Plain ECMAScript 5, for the telephones that people have. Words are arrays of items: {text, bold} or {chip, bold}, where chip counts in
 * the unit's chips; a link is a chip before its words and one behind them. Nothing is ever set as HTML. */
(function () {
	'use strict';

	var data = JSON.parse(document.getElementById('data').textContent);
	var prefix = 'verklaring:' + data.document + '/' + data.tag + ':';
	var store = null, fields = [];

	var words = {
		nl: {
			chipMissing: 'Zet dit blokje nog in uw zin: ', chipDoubled: 'Dit blokje staat te vaak in uw zin: ',
			chipOrder: 'Zet het begin van de link voor zijn woorden en het einde erachter: ',
			tooLong: 'Dit is veel langer dan het Nederlands; misschien past het niet op het papier.',
			boldDiffers: 'In het Nederlands zijn andere of meer woorden vet.',
			stale: 'Het Nederlands is veranderd. Kijk of de vertaling nog klopt. Eerst stond er: ',
			earlier: 'U schreef hier eerder, bij een ander Nederlands: ',
			put: 'Zet in: ', bold: 'Vet', remark: 'Opmerking', translation: 'Vertaling', dutch: 'Nederlands',
			saved: 'Bewaard op dit toestel om ', made: 'Het bestand is gemaakt: ', copied: 'Gekopieerd.',
			forget: 'Alles wissen wat u op dit toestel schreef?', warned: 'Kijk hier nog naar:', good: 'Geen waarschuwingen.',
			untouched: 'nog niet vertaald: ', questions: 'Al gevraagd: ',
			kinds: { title: 'naam van het bestand', h1: 'kop', h2: 'kop', h3: 'kop', alt: 'beschrijving van een tekening' }
		},
		en: {
			chipMissing: 'Put this block into your sentence: ', chipDoubled: 'This block stands too often in your sentence: ',
			chipOrder: 'Put the start of the link before its words and the end behind them: ',
			tooLong: 'This is much longer than the Dutch; it may not fit on the paper.',
			boldDiffers: 'In the Dutch other or more words are bold.',
			stale: 'The Dutch has changed. See whether the translation still holds. Before, it said: ',
			earlier: 'You wrote here before, for other Dutch: ',
			put: 'Put in: ', bold: 'Bold', remark: 'Remark', translation: 'Translation', dutch: 'Dutch',
			saved: 'Kept on this device at ', made: 'The file is made: ', copied: 'Copied.',
			forget: 'Erase everything that you wrote on this device?', warned: 'Please look at these:', good: 'No warnings.',
			untouched: 'not translated yet: ', questions: 'Asked already: ',
			kinds: { title: 'name of the file', h1: 'heading', h2: 'heading', h3: 'heading', alt: 'description of a drawing' }
		}
	};
	var hidden = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

	function say(key) {
		return words[document.documentElement.lang][key];
	}

	function element(name, attributes, children) {
		var node = document.createElement(name), i, key;
		for (key in attributes || {}) node.setAttribute(key, attributes[key]);
		for (i = 0; children && i < children.length; i++)
			node.appendChild(typeof children[i] === 'string' ? document.createTextNode(children[i]) : children[i]);
		return node;
	}

	/* Both languages, of which the style sheet shows one. */
	function both(key) {
		return [element('span', { 'class': 'nl', lang: 'nl' }, [words.nl[key]]), element('span', { 'class': 'en', lang: 'en' }, [words.en[key]])];
	}

	function empty(node) {
		while (node.firstChild) node.removeChild(node.firstChild);
	}

	function button(children, act) {
		var node = element('button', { type: 'button' }, children);
		node.addEventListener('mousedown', function (event) { event.preventDefault(); });
		node.addEventListener('click', act);
		return node;
	}

	/* Words and what is seen of them */

	function chipNode(chip, index) {
		return element('span', { 'class': 'chip', contenteditable: 'false', 'data-chip': index, title: chip.id }, [chip.shown]);
	}

	function fill(node, items, chips) {
		var i, part;
		empty(node);
		for (i = 0; i < items.length; i++) {
			part = items[i].chip === undefined ? document.createTextNode(items[i].text) : chipNode(chips[items[i].chip], items[i].chip);
			node.appendChild(items[i].bold ? element('b', null, [part]) : part);
		}
	}

	function add(items, item) {
		var last = items[items.length - 1];
		if (item.text !== undefined && last && last.text !== undefined && last.bold === item.bold) last.text += item.text;
		else items.push(item);
	}

	function collect(node, bold, items) {
		var child, name, weight;
		for (child = node.firstChild; child; child = child.nextSibling) {
			if (child.nodeType === 3) {
				add(items, { text: child.nodeValue.replace(hidden, ''), bold: bold });
			} else if (child.nodeType === 1) {
				name = child.nodeName;
				weight = child.style.fontWeight;
				if (child.hasAttribute('data-chip')) {
					add(items, { chip: +child.getAttribute('data-chip'), bold: bold });
				} else {
					if (/^(BR|DIV|P|LI)$/.test(name)) add(items, { text: ' ', bold: bold });
					collect(child, /^(B|STRONG)$/.test(name) || weight === 'bold' || +weight >= 600 || (bold && weight !== 'normal' && weight !== '400'), items);
				}
			}
		}
	}

	/* White space as in XML: runs of it are one space, none at the ends. */
	function read(node) {
		var raw = [], items = [], space = true, i, text;
		collect(node, false, raw);
		for (i = 0; i < raw.length; i++) {
			if (raw[i].text === undefined) {
				items.push(raw[i]);
				space = false;
				continue;
			}
			text = raw[i].text.replace(/[ \t\r\n]+/g, ' ');
			if (space) text = text.replace(/^ /, '');
			if (!text) continue;
			space = text.charAt(text.length - 1) === ' ';
			add(items, { text: text, bold: raw[i].bold });
		}
		while (items.length && space) {
			text = items[items.length - 1].text.replace(/ $/, '');
			if (text) items[items.length - 1].text = text;
			else items.pop();
			space = false;
		}
		return items;
	}

	function plain(items, chips) {
		var text = '', i;
		for (i = 0; i < items.length; i++) text += items[i].chip === undefined ? items[i].text : '[' + chips[items[i].chip].shown + ']';
		return text;
	}

	function same(a, b) {
		return JSON.stringify(normal(a)) === JSON.stringify(normal(b));
	}

	function normal(items) {
		var list = [], i;
		for (i = 0; i < items.length; i++) list.push([items[i].text, items[i].chip, !!items[i].bold]);
		return list;
	}

	/* Checks */

	function count(items, test) {
		var number = 0, i;
		for (i = 0; i < items.length; i++) number += test(items[i], items[i - 1]) ? 1 : 0;
		return number;
	}

	function startsBold(item, before) {
		return item.bold && !(before && before.bold);
	}

	function isOpen(items, chips) {
		var open = null, i, chip;
		for (i = 0; i < items.length; i++) {
			chip = items[i].chip === undefined ? null : chips[items[i].chip];
			if (!chip || !chip.link) continue;
			if (chip.link === 'start' ? open !== null : open !== chip.id) return true;
			open = chip.link === 'start' ? chip.id : null;
		}
		return open !== null;
	}

	/* A chip that stands twice in the Dutch has one entry; it is wanted as often as it stands there. */
	function warnings(unit, items) {
		var list = [], links = [], i, chip, wanted, there;
		function isChip(item) { return item.chip === i; }
		for (i = 0; i < unit.chips.length; i++) {
			chip = unit.chips[i];
			wanted = count(unit.source, isChip);
			there = count(items, isChip);
			if (there < wanted) list.push({ key: 'chipMissing', chip: chip.shown });
			else if (there > wanted) list.push({ key: 'chipDoubled', chip: chip.shown });
			else if (chip.link === 'start') links.push(chip.id);
		}
		if (!list.length && links.length && isOpen(items, unit.chips)) list.push({ key: 'chipOrder', chip: links.join(', ') });
		if (plain(items, unit.chips).length > unit.limit) list.push({ key: 'tooLong' });
		if (count(items, startsBold) !== count(unit.source, startsBold)) list.push({ key: 'boldDiffers', hint: true });
		return list;
	}

	/* What is kept */

	function openStore() {
		try {
			window.localStorage.setItem(prefix, '1');
			if (window.localStorage.getItem(prefix) === '1') store = window.localStorage;
			window.localStorage.removeItem(prefix);
		} catch (error) {
			store = null;
		}
		document.getElementById('not-saved').hidden = store !== null;
	}

	function two(number) {
		return (number < 10 ? '0' : '') + number;
	}

	function keep(field) {
		var now = new Date();
		var record = { source: plain(field.unit.source, field.unit.chips), base: field.base, items: field.items, remark: field.remark.value };
		if (!store) return;
		try {
			store.setItem(prefix + field.unit.id, JSON.stringify(record));
			document.getElementById('saved').textContent = say('saved') + two(now.getHours()) + ':' + two(now.getMinutes());
		} catch (error) {
			document.getElementById('not-saved').hidden = false;
		}
	}

	function kept(unit) {
		var record = null;
		try {
			record = store && JSON.parse(store.getItem(prefix + unit.id));
		} catch (error) {
			record = null;
		}
		return record && typeof record === 'object' ? record : null;
	}

	function valid(items, chips) {
		return Array.isArray(items) && count(items, function (item) {
			return !item || (item.chip === undefined ? typeof item.text !== 'string' : !chips[item.chip]);
		}) === 0;
	}

	/* A field */

	function caret(field) {
		var selection = window.getSelection(), range;
		if (selection.rangeCount && field.edit.contains(selection.getRangeAt(0).commonAncestorContainer)) return selection.getRangeAt(0);
		if (field.range && field.edit.contains(field.range.commonAncestorContainer)) return field.range;
		range = document.createRange();
		range.selectNodeContents(field.edit);
		range.collapse(false);
		return range;
	}

	/* A place inside a chip is a place behind it. */
	function outside(field, range) {
		var node = range.startContainer;
		for (; node && node !== field.edit; node = node.parentNode) {
			if (node.nodeType === 1 && node.hasAttribute('data-chip')) {
				range.setStartAfter(node);
				range.collapse(true);
			}
		}
		return range;
	}

	function remember(field) {
		var selection = window.getSelection();
		if (selection.rangeCount && field.edit.contains(selection.getRangeAt(0).commonAncestorContainer)) field.range = selection.getRangeAt(0).cloneRange();
	}

	function put(field, node) {
		var range = outside(field, caret(field)), selection = window.getSelection();
		field.edit.focus();
		range.deleteContents();
		range.insertNode(node);
		range.setStartAfter(node);
		range.collapse(true);
		selection.removeAllRanges();
		selection.addRange(range);
		remember(field);
		changed(field);
	}

	/* Pasted text is text; the chips of Word files and of other fields are put in as chips. */
	function pasted(field, text) {
		var pieces = document.createDocumentFragment(), parts = text.split(/(\[[a-z][^\[\]]*\])/), i, index, last;
		for (i = 0; i < parts.length; i++) {
			index = i % 2 ? chipNamed(field.unit.chips, parts[i]) : -1;
			if (index < 0 && !parts[i]) continue;
			last = index < 0 ? document.createTextNode(parts[i]) : chipNode(field.unit.chips[index], index);
			pieces.appendChild(last);
		}
		if (last) put(field, wrap(pieces));
	}

	function wrap(pieces) {
		var node = element('span');
		node.appendChild(pieces);
		return node;
	}

	function chipNamed(chips, text) {
		for (var i = 0; i < chips.length; i++)
			if (text === chips[i].name) return i;
		return -1;
	}

	function makeBold(field) {
		var selection = window.getSelection();
		field.edit.focus();
		if (field.range) {
			selection.removeAllRanges();
			selection.addRange(field.range);
		}
		document.execCommand('bold', false, null);
		remember(field);
		changed(field);
	}

	function warningNode(warning) {
		var children = both(warning.key);
		if (warning.chip) children.push(element('span', { 'class': 'chip' }, [warning.chip]));
		return element('li', warning.hint ? { 'class': 'hint' } : null, children);
	}

	function show(field) {
		var i;
		field.warnings = field.items.length ? warnings(field.unit, field.items) : [];
		empty(field.list);
		for (i = 0; i < field.warnings.length; i++) field.list.appendChild(warningNode(field.warnings[i]));
		field.section.className = field.items.length ? 'unit done' : 'unit';
	}

	function progress() {
		var done = count(fields, function (field) { return field.items.length; }), bar = document.getElementById('progress');
		document.getElementById('count').textContent = done + ' / ' + fields.length;
		bar.max = fields.length;
		bar.value = done;
		summary();
	}

	function changed(field) {
		field.items = read(field.edit);
		field.touched = true;
		keep(field);
		show(field);
		progress();
	}

	function listen(field) {
		var edit = field.edit;
		function remembering() { remember(field); }
		edit.addEventListener('input', function () { remember(field); changed(field); });
		edit.addEventListener('keyup', remembering);
		edit.addEventListener('mouseup', remembering);
		edit.addEventListener('blur', remembering);
		edit.addEventListener('keydown', function (event) { if (event.keyCode === 13) event.preventDefault(); });
		edit.addEventListener('drop', function (event) { event.preventDefault(); });
		edit.addEventListener('paste', function (event) {
			var clipboard = event.clipboardData || window.clipboardData;
			event.preventDefault();
			if (clipboard) pasted(field, clipboard.getData('text'));
		});
		edit.addEventListener('copy', function (event) {
			var selection = window.getSelection();
			if (!event.clipboardData || !selection.rangeCount) return;
			event.clipboardData.setData('text/plain', named(selection.getRangeAt(0).cloneContents(), field.unit.chips));
			event.preventDefault();
		});
		field.remark.addEventListener('input', function () { keep(field); });
	}

	function named(fragment, chips) {
		var items = [], text = '', i;
		collect(fragment, false, items);
		for (i = 0; i < items.length; i++) text += items[i].chip === undefined ? items[i].text : chips[items[i].chip].name;
		return text;
	}

	function tools(field) {
		var row = element('div', { 'class': 'tools' }), unit = field.unit, i;
		function putting(index) {
			return button(both('put').concat([element('span', { 'class': 'chip' }, [unit.chips[index].shown])]), function () {
				put(field, chipNode(unit.chips[index], index));
			});
		}
		for (i = 0; i < unit.chips.length; i++) row.appendChild(putting(i));
		if (count(unit.source, startsBold)) row.appendChild(button([element('b', null, both('bold'))], function () { makeBold(field); }));
		return row;
	}

	function textBlock(label, language, items, chips) {
		var text = element('p', { lang: language.tag, dir: language.dir });
		fill(text, items, chips);
		return element('div', { 'class': 'text' }, [element('div', { 'class': 'label' }, label), text]);
	}

	function heading(unit, number) {
		var children = [number + ' · ' + unit.id + ' '];
		if (words.nl.kinds[unit.kind])
			children.push(element('small', null, [element('span', { 'class': 'nl', lang: 'nl' }, [words.nl.kinds[unit.kind]]), element('span', { 'class': 'en', lang: 'en' }, [words.en.kinds[unit.kind]])]));
		return element('h2', { id: 'h-' + unit.id }, children);
	}

	function hints(unit, record, source) {
		var list = [], i;
		if (unit.note) list.push(element('p', { 'class': 'note', lang: 'en' }, [unit.note]));
		if (unit.previous) list.push(element('p', { 'class': 'note' }, both('stale').concat([element('q', { lang: 'nl' }, [unit.previous])])));
		for (i = 0; i < unit.questions.length; i++) list.push(element('p', { 'class': 'note' }, both('questions').concat([unit.questions[i]])));
		if (record && record.source !== source && Array.isArray(record.items) && record.items.length)
			list.push(element('p', { 'class': 'note' }, both('earlier').concat([element('q', { lang: data.tag, dir: data.dir }, [oldPlain(record.items)])])));
		return list;
	}

	/* The chips of another Dutch are not known any more. */
	function oldPlain(items) {
		var text = '', i;
		for (i = 0; i < items.length; i++) text += items[i] && typeof items[i].text === 'string' ? items[i].text : '[…]';
		return text;
	}

	function makeField(unit, number) {
		var source = plain(unit.source, unit.chips), record = kept(unit), own = record && record.source === source && valid(record.items, unit.chips);
		var field = { unit: unit, number: number, items: own ? record.items : unit.target, base: own ? record.base : unit.base, range: null };
		var label = element('div', { 'class': 'label', id: 'l-' + unit.id }, both('translation').concat([': ', element('span', { lang: data.tag, dir: data.dir }, [data.autonym])]));
		var texts = [textBlock(both('dutch'), { tag: 'nl', dir: 'ltr' }, unit.source, unit.chips)];
		field.touched = own && !same(record.items, unit.target);
		field.edit = element('div', { 'class': 'edit', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': 'h-' + unit.id + ' l-' + unit.id, 'aria-describedby': 'w-' + unit.id, lang: data.tag, dir: data.dir, spellcheck: 'true', tabindex: '0' });
		field.remark = element('textarea', { rows: '2', id: 'r-' + unit.id, dir: 'auto' });
		field.remark.value = record ? record.remark || '' : '';
		field.list = element('ul', { 'class': 'warnings', id: 'w-' + unit.id, 'aria-live': 'polite' });
		fill(field.edit, field.items, unit.chips);
		if (data.reference && unit.reference.length) texts.push(textBlock([data.reference.autonym], data.reference, unit.reference, unit.chips));
		texts.push(element('div', { 'class': 'work' }, [label, field.edit, tools(field), field.list, element('label', { 'class': 'label', 'for': 'r-' + unit.id }, both('remark')), field.remark]));
		field.section = element('section', { 'class': 'unit', id: 'u-' + unit.id, 'aria-labelledby': 'h-' + unit.id }, [heading(unit, number)].concat(hints(unit, record, source), [element('div', { 'class': 'texts' }, texts)]));
		listen(field);
		show(field);
		return field;
	}

	/* XLIFF 2.0, as verklaring import reads it */

	function escaped(text) {
		return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
	}

	function placeholder(chip) {
		return '<ph id="' + escaped(chip.id) + '" type="other" subType="vk:' + escaped(chip.kind) + '" disp="' + escaped(chip.shown) + '" equiv="' + escaped(chip.shown) + '" canCopy="no" canDelete="no" canReorder="yes"/>';
	}

	/* Codes nest: emphasis is closed where a link begins or ends. */
	function xliffWords(items, chips) {
		var text = '', bold = false, open = false, bolds = 0, i, item, chip;
		function setBold(wanted) {
			if (wanted === bold) return;
			text += wanted ? '<pc id="b' + (++bolds) + '" type="fmt" subType="xlf:b" dispStart="[b]" dispEnd="[/b]">' : '</pc>';
			bold = wanted;
		}
		function setLink(chip_) {
			setBold(false);
			if (open) text += '</pc>';
			open = chip_ !== null;
			if (open) text += '<pc id="' + escaped(chip_.id) + '" type="link" subType="vk:' + escaped(chip_.kind) + '">';
		}
		for (i = 0; i < items.length; i++) {
			item = items[i];
			chip = item.chip === undefined ? null : chips[item.chip];
			if (chip && chip.link) {
				if (chip.link === 'start' || open) setLink(chip.link === 'start' ? chip : null);
				continue;
			}
			setBold(!!item.bold);
			text += chip ? placeholder(chip) : escaped(item.text);
		}
		setBold(false);
		if (open) setLink(null);
		return text;
	}

	function xliffUnit(field) {
		var unit = field.unit, remark = field.remark.value.replace(hidden, '').replace(/\s+/g, ' ').replace(/^ | $/g, '');
		var state = !field.items.length ? 'initial' : field.touched ? 'translated' : unit.state;
		return '    <unit id="' + escaped(unit.id) + '" name="' + escaped(unit.id) + '" vk:base="' + escaped(field.base || '') + '" vk:state="' + unit.state + '">\n' +
			(remark ? '      <notes>\n        <note category="question">' + escaped(remark) + '</note>\n      </notes>\n' : '') +
			'      <segment state="' + state + '">\n        <source>' + xliffWords(unit.source, unit.chips) + '</source>\n' +
			(field.items.length ? '        <target>' + xliffWords(field.items, unit.chips) + '</target>\n' : '') +
			'      </segment>\n    </unit>\n';
	}

	function xliff() {
		var text = '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:vk="urn:verklaring:sent:1" version="2.0" srcLang="nl" trgLang="' + escaped(data.tag) + '">\n  <file id="' + escaped(data.document) + '" original="nl.xml" canResegment="no"' + (data.dir === 'rtl' ? ' trgDir="rtl"' : '') + '>\n', i;
		for (i = 0; i < fields.length; i++) text += xliffUnit(fields[i]);
		return text + '  </file>\n</xliff>\n';
	}

	/* The end of the page */

	function summary() {
		var box = document.getElementById('summary'), list = element('ul'), left = 0, i, field;
		for (i = 0; i < fields.length; i++) {
			field = fields[i];
			left += field.items.length ? 0 : 1;
			if (count(field.warnings, function (warning) { return !warning.hint; }))
				list.appendChild(element('li', null, [element('a', { href: '#u-' + field.unit.id }, [field.number + ' · ' + field.unit.id])]));
		}
		empty(box);
		if (left) box.appendChild(element('p', null, both('untouched').concat([String(left)])));
		box.appendChild(element('p', null, both(list.firstChild ? 'warned' : 'good')));
		if (list.firstChild) box.appendChild(list);
	}

	function asText() {
		var box = document.getElementById('text');
		document.getElementById('as-text').hidden = false;
		box.value = xliff();
		box.focus();
		box.select();
		box.setSelectionRange(0, box.value.length);
		return box;
	}

	function download() {
		var name = data.document + '-' + data.tag + '.xlf', link, url;
		if (!window.Blob || !window.URL || !('download' in document.createElement('a'))) {
			asText();
			return;
		}
		url = window.URL.createObjectURL(new window.Blob([xliff()], { type: 'application/xliff+xml' }));
		link = element('a', { href: url, download: name });
		document.body.appendChild(link);
		link.click();
		document.body.removeChild(link);
		window.setTimeout(function () { window.URL.revokeObjectURL(url); }, 60000);
		document.getElementById('saved').textContent = say('made') + name;
	}

	function copy() {
		asText();
		if (document.execCommand('copy')) document.getElementById('saved').textContent = say('copied');
	}

	function forget() {
		var i;
		if (!window.confirm(say('forget'))) return;
		for (i = 0; store && i < fields.length; i++) store.removeItem(prefix + fields[i].unit.id);
		start();
	}

	function speak(language) {
		document.documentElement.lang = language;
		document.getElementById('ui-nl').setAttribute('aria-pressed', String(language === 'nl'));
		document.getElementById('ui-en').setAttribute('aria-pressed', String(language === 'en'));
	}

	function start() {
		var main = document.getElementById('units'), i;
		empty(main);
		fields = [];
		for (i = 0; i < data.units.length; i++) {
			fields.push(makeField(data.units[i], i + 1));
			main.appendChild(fields[i].section);
		}
		progress();
	}

	document.getElementById('ui-nl').addEventListener('click', function () { speak('nl'); });
	document.getElementById('ui-en').addEventListener('click', function () { speak('en'); });
	document.getElementById('download').addEventListener('click', download);
	document.getElementById('copy').addEventListener('click', copy);
	document.getElementById('forget').addEventListener('click', forget);
	openStore();
	speak(document.documentElement.lang);
	start();
}());
