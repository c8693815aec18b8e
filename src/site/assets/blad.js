/* A reader's page: passes its address on by the telephone's own means, and leaves at once where there is a way out. Keeps nothing. */
(function () {
	'use strict';

	function share(event) {
		var link = event.currentTarget;

		if (!navigator.share || location.protocol === 'file:')
			return;
		event.preventDefault();
		navigator.share({url: link.href}).catch(function () {});
	}

	function start() {
		var out = document.getElementById('weg');

		/* In place of this page, so that "back" does not lead here; what stood here is gone while the other page loads. */
		function leave(event) {
			event.preventDefault();
			document.body.textContent = '';
			document.title = '';
			location.replace(out.href);
		}

		Array.prototype.forEach.call(document.querySelectorAll('a.share'), function (link) {
			link.addEventListener('click', share);
		});
		if (location.hash === '#foto' && document.getElementById('foto'))
			document.getElementById('foto').open = true;
		if (!out)
			return;
		out.addEventListener('click', leave);
		document.addEventListener('keydown', function (event) {
			if (event.key === 'Escape')
				leave(event);
		});
	}

	if (document.readyState === 'loading')
		document.addEventListener('DOMContentLoaded', start);
	else
		start();
}());
