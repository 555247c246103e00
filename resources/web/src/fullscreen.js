// SPDX-License-Identifier: GPL-3.0-or-later
import { onKey } from './keys.js';
import { say } from './page.js';

/** The four corners of a screen. */
const corners = 'M8 8h7v2h-5v5H8zM17 8h7v7h-2v-5h-5zM8 17h2v5h5v2H8zM22 17h2v7h-7v-2h5z';

/** A button, and the key F, for the whole screen; none where the browser gives it to nobody. */
export function addFullScreen(pswp) {
    if (!document.fullscreenEnabled)
        return;
    const toggle = () => {
        const change = document.fullscreenElement ? document.exitFullscreen() : pswp.element.requestFullscreen();
        change.catch(() => {});
    };
    const closed = new AbortController();
    pswp.ui.registerElement({
        name: 'screen',
        className: 'pswp__button--screen',
        order: 7.4,
        isButton: true,
        title: say('fullScreen'),
        html: { isCustomSVG: true, size: 32, inner: `<path d="${corners}"/>` },
        onInit(element) {
            const show = () => element.setAttribute('aria-pressed', String(Boolean(document.fullscreenElement)));
            show();
            document.addEventListener('fullscreenchange', show, { signal: closed.signal });
        },
        onClick: toggle,
    });
    onKey(pswp, 'f', toggle);
    pswp.on('close', () => {
        closed.abort();
        if (document.fullscreenElement)
            document.exitFullscreen().catch(() => {});
    });
}
