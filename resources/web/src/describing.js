// SPDX-License-Identifier: GPL-3.0-or-later
import { onKey } from './keys.js';
import { make, say } from './page.js';

/** The description of the photo, along its lower edge. */
export function addCaption(pswp) {
    pswp.ui.registerElement({
        name: 'caption',
        appendTo: 'root',
        onInit(element) {
            pswp.on('change', () => { element.textContent = pswp.currSlide.data.caption ?? ''; });
        },
    });
}

/** A link that fetches the file as it is. */
export function addDownload(pswp) {
    pswp.ui.registerElement({
        name: 'download',
        className: 'pswp__button--word',
        order: 8,
        isButton: true,
        tagName: 'a',
        title: say('downloadOriginal'),
        html: '',
        onInit(element) {
            element.textContent = say('download');
            element.dataset.sign = '↓';
            element.setAttribute('download', '');
            pswp.on('change', () => { element.href = `${pswp.currSlide.data.file}?download`; });
        },
    });
}

function fill(panel, { name, taken, camera, size, file, raw }) {
    const rows = [['file', name], ['taken', taken], ['camera', camera], ['size', size]]
        .filter(([, value]) => value)
        .flatMap(([key, value]) => [make('dt', { textContent: say(key) }), make('dd', { textContent: value })]);
    panel.replaceChildren(make('dl', {}, ...rows));
    const links = [['downloadOriginal', file], ['downloadRaw', raw]].filter(([, address]) => address);
    for (const [key, address] of links)
        panel.append(make('p', {}, make('a', { href: `${address}?download`, textContent: say(key) })));
}

/** A button, and the key I, for the file's name, the camera and the date. */
export function addDetails(pswp) {
    const panel = make('div', { className: 'pswp__details', hidden: true });
    panel.setAttribute('role', 'region');
    panel.setAttribute('aria-label', say('details'));
    let button;
    function toggle() {
        panel.hidden = !panel.hidden;
        button.setAttribute('aria-pressed', String(!panel.hidden));
    }
    pswp.ui.registerElement({
        name: 'details',
        className: 'pswp__button--word',
        order: 9,
        isButton: true,
        html: '',
        onInit(element) {
            button = element;
            element.textContent = say('details');
            element.dataset.sign = 'i';
            element.setAttribute('aria-pressed', 'false');
            pswp.element.append(panel);
            pswp.on('change', () => fill(panel, pswp.currSlide.data));
        },
        onClick: toggle,
    });
    onKey(pswp, 'i', toggle);
}
