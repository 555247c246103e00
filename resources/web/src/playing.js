// SPDX-License-Identifier: GPL-3.0-or-later
import { make, say } from './page.js';

/** Below so many pixels from its lower edge a video has its controls: no swiping there. */
const controlsHeight = 80;

function videoOf({ data }) {
    const video = make('video', {
        controls: true, preload: 'metadata', poster: data.poster, src: data.src, playsInline: true,
    });
    video.setAttribute('aria-label', data.alt);
    return video;
}

/** Videos play where photos show. */
export function playVideos(pswp) {
    const isVideo = (content) => content?.data.type === 'video';
    pswp.on('contentLoad', (event) => {
        const { content } = event;
        if (!isVideo(content))
            return;
        event.preventDefault();
        content.element = make('div', { className: 'film' }, videoOf(content));
        content.state = 'loaded';
        content.onLoaded();
    });
    pswp.on('contentDeactivate', ({ content }) => content.element?.querySelector?.('video')?.pause());
    pswp.on('contentRemove', ({ content }) => content.element?.querySelector?.('video')?.pause());
    pswp.on('close', () => pswp.currSlide?.content.element?.querySelector('video')?.pause());
    pswp.on('pointerDown', (event) => {
        const { target, pointerType, clientY } = event.originalEvent;
        if (!(target instanceof HTMLVideoElement))
            return;
        const isOnControls = clientY > target.getBoundingClientRect().bottom - controlsHeight;
        if (pointerType === 'mouse' || isOnControls)
            event.preventDefault();
    });
}

/** A button that plays the moment around a photo, once; or ends it. */
export function addLivePhoto(pswp) {
    let button;
    let film;
    function stop() {
        film?.remove();
        film = null;
        button.setAttribute('aria-pressed', 'false');
    }
    function play() {
        film = make('video', { className: 'live', src: pswp.currSlide.data.live, playsInline: true });
        film.setAttribute('aria-label', say('playLive'));
        film.addEventListener('ended', stop);
        film.addEventListener('error', stop);
        pswp.scrollWrap.append(film);
        button.setAttribute('aria-pressed', 'true');
        film.play().catch(stop);
    }
    pswp.ui.registerElement({
        name: 'live',
        className: 'pswp__button--word',
        order: 7.1,
        isButton: true,
        title: say('playLive'),
        html: '',
        onInit(element) {
            button = element;
            element.textContent = 'Live';
            pswp.on('change', () => {
                stop();
                button.hidden = !pswp.currSlide.data.live;
            });
        },
        onClick: () => (film ? stop() : play()),
    });
    pswp.on('close', stop);
}
