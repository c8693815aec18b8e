/* Finds languages by their names and countries. The keys (namen.js) are in Latin letters without marks and in their own script; what is typed is folded
 * the same way here. Cards are copies of those that stand on the page already, so no markup is made of words. */
(function () {
	'use strict';

	var most = 12;
	var stop = ' een de het in uit van voor met en die dat is a an the in from of for with and who that is are speaks speak ' +
		'reads spreekt leest moeder vader ouders gezin familie mother father parents family taal language ';

	function fold(text) {
		var plain = text.toLowerCase().replace(/[\u0131]/g, 'i').replace(/[øɔ]/g, 'o').replace(/[ɛəǝ]/g, 'e')
			.replace(/[ŋɲ]/g, 'n').replace(/[ɓ]/g, 'b').replace(/[ɗđ]/g, 'd').replace(/[ƴ]/g, 'y')
			.replace(/[ßẞ]/g, 'ss').replace(/[æ]/g, 'ae').replace(/[ك]/g, 'ک').replace(/[يى]/g, 'ی');

		plain = plain.normalize ? plain.normalize('NFKD') : plain;
		return plain.replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200f\u2060-\u206f]/g, '')
			.replace(/['’‘ʼ`"]/g, '').replace(/[\s\-_.,;:!?()\/]+/g, ' ').trim().replace(/(^| )ال/g, '$1');
	}

	/* As it sounds to a Dutch ear: Tigrigna and Tigrinya, Kurmandji and Kurmanci. */
	function sound(text) {
		return text.replace(/tsj|tch|dzj|dj|sch|sj|sh|ch/g, 's').replace(/ph/g, 'f').replace(/gn|ny|nj/g, 'n')
			.replace(/th/g, 't').replace(/kh|gh/g, 'g').replace(/oe|ou|oo|uu/g, 'u').replace(/aa/g, 'a').replace(/ee|ie|ij/g, 'i')
			.replace(/[yj]/g, 'i').replace(/[cq]/g, 'k').replace(/z/g, 's').replace(/w/g, 'v').replace(/(.)\1+/g, '$1');
	}

	/* Insertions, deletions, changes, and neighbours that changed places. */
	function distance(a, b) {
		var rows = [], i, k, cost;

		for (i = 0; i <= a.length; i++)
			rows[i] = [i];
		for (k = 1; k <= b.length; k++)
			rows[0][k] = k;
		for (i = 1; i <= a.length; i++)
			for (k = 1; k <= b.length; k++) {
				cost = a[i - 1] === b[k - 1] ? 0 : 1;
				rows[i][k] = Math.min(rows[i - 1][k] + 1, rows[i][k - 1] + 1, rows[i - 1][k - 1] + cost);
				if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1])
					rows[i][k] = Math.min(rows[i][k], rows[i - 2][k - 2] + 1);
			}
		return rows[a.length][b.length];
	}

	function allowed(length) {
		return length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3;
	}

	/* 0 is the same; the less, the better; 99 is nothing alike. */
	function compare(asked, key) {
		var far;

		if (key === asked)
			return 0;
		if (asked.length > 1 && key.indexOf(asked) === 0)
			return 2;
		if (asked.length > 2 && (' ' + key).indexOf(' ' + asked) >= 0)
			return 4;
		if (asked.length > 3 && sound(asked) === sound(key))
			return 5;
		if (Math.abs(asked.length - key.length) > 3)
			return asked.length > 4 && distance(asked, key.slice(0, asked.length)) < 2 ? 13 : 99;
		far = Math.min(distance(asked, key), distance(sound(asked), sound(key)) + 0.5);
		if (far <= allowed(asked.length))
			return 6 + 3 * far;
		return asked.length > 4 && distance(asked, key.slice(0, asked.length)) < 2 ? 13 : 99;
	}

	function best(asked, keys) {
		return keys.reduce(function (least, key) {
			return Math.min(least, compare(asked, key));
		}, 99);
	}

	/* A country counts a little less than a name; its own languages stand before those that are also spoken there. */
	function score(asked, taal) {
		var least = best(asked, taal.namen);

		taal.landen.forEach(function (namen, place) {
			least = Math.min(least, best(asked, namen) + 1 + place / 10);
		});
		return least;
	}

	function total(words, taal) {
		return words.reduce(function (sum, word) {
			return sum + Math.min(30, score(word, taal));
		}, 0);
	}

	function useful(words) {
		var left = words.filter(function (word) {
			return stop.indexOf(' ' + word + ' ') < 0;
		});

		return left.length ? left : words;
	}

	function rank(asked) {
		var words = useful(asked.split(' ')), nothing = 30 * words.length;
		var found = talen.map(function (taal, place) {
			return {taal: taal, place: place, score: Math.min(score(asked, taal), total(words, taal) + (words.length > 1 ? 1 : 0))};
		}).filter(function (one) {
			return one.score < Math.min(nothing, 99);
		}).sort(function (a, b) {
			return a.score - b.score || a.place - b.place;
		});
		var limit = found.length ? Math.max(3.9, found[0].score + (found[0].score < 2 ? 1.9 : 6)) : 0;

		return found.filter(function (one) {
			return one.score <= limit;
		}).slice(0, most);
	}

	/* Whether what was asked names several languages alike, as "Koerdisch" does. */
	function shared(asked, found) {
		return found.length > 1 && found.slice(0, 2).every(function (one) {
			return best(asked, one.taal.namen) < 6;
		}) && found[1].score <= found[0].score + 0.5;
	}

	function copy(taal) {
		var card = document.getElementById('t-' + taal.id).cloneNode(true);

		card.removeAttribute('id');
		return card;
	}

	function start() {
		var box = document.getElementById('zoek'), input = document.getElementById('vraag');
		var list = document.getElementById('gevonden'), count = document.getElementById('telling');
		var all = document.getElementById('alle');

		function show() {
			var asked = fold(input.value), found = asked ? rank(asked) : [];
			var say = !asked ? '' : !found.length ? box.dataset.none : found.length === 1 ? box.dataset.one
				: shared(asked, found) ? box.dataset.region : box.dataset.some.replace('#', String(found.length));

			list.textContent = '';
			found.forEach(function (one) {
				list.appendChild(copy(one.taal));
			});
			count.textContent = say;
			all.hidden = found.length > 0;
		}

		talen.forEach(function (taal) {
			taal.namen = taal.namen.map(fold);
			taal.landen = taal.landen.map(function (namen) {
				return namen.map(fold);
			});
		});
		box.hidden = false;
		input.addEventListener('input', show);
		if (input.value)
			show();
	}

	if (document.readyState === 'loading')
		document.addEventListener('DOMContentLoaded', start);
	else
		start();
}());
