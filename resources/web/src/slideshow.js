// SPDX-License-Identifier: GPL-3.0-or-later
import { say } from './page.js';

/** How long a photo stays, seconds. */
const intervals = [5, 10, 3];

/** Shows one photo after the other, over the whole screen, and keeps the screen awake where the browser lets it. */
class Slideshow {
    #pswp;
    #timer;
    #lock;
    #running = false;
    #seconds = intervals[0];
    changed = () => {};

    constructor(pswp) {
        this.#pswp = pswp;
        pswp.on('change', () => this.#wait());
        pswp.on('close', () => this.stop());
    }

    get running() {
        return this.#running;
    }
    get seconds() {
        return this.#seconds;
    }

    start() {
        this.#running = true;
        this.#pswp.element.requestFullscreen?.().catch(() => {});
        this.#stayAwake();
        this.#wait();
        this.changed();
    }
    stop() {
        if (!this.#running)
            return;
        this.#running = false;
        clearTimeout(this.#timer);
        this.#lock?.release();
        this.#lock = null;
        if (document.fullscreenElement)
            document.exitFullscreen().catch(() => {});
        this.changed();
    }
    nextInterval() {
        this.#seconds = intervals[(intervals.indexOf(this.#seconds) + 1) % intervals.length];
        this.#wait();
        this.changed();
    }

    async #stayAwake() {
        try {
            this.#lock = await navigator.wakeLock?.request('screen');
        } catch {
            this.#lock = null; // low battery, or a page over plain HTTP
        }
    }
    #wait() {
        clearTimeout(this.#timer);
        if (!this.#running)
            return;
        const video = this.#pswp.currSlide?.content.element?.querySelector?.('video');
        if (video) {
            video.addEventListener('ended', () => this.#go(), { once: true });
            video.play().catch(() => { this.#timer = setTimeout(() => this.#go(), this.#seconds * 1000); });
        } else {
            this.#timer = setTimeout(() => this.#go(), this.#seconds * 1000);
        }
    }
    #go() {
        if (this.#running)
            this.#pswp.goTo((this.#pswp.currIndex + 1) % this.#pswp.getNumItems());
    }
}

export function addSlideshow(pswp) {
    const show = new Slideshow(pswp);
    let play;
    let interval;
    show.changed = () => {
        play.textContent = show.running ? '❚❚' : '▶';
        const label = say(show.running ? 'stopSlideshow' : 'slideshow');
        play.title = label;
        play.setAttribute('aria-label', label);
        interval.hidden = !show.running;
        interval.textContent = `${show.seconds} s`;
        interval.setAttribute('aria-label', say('seconds', { n: show.seconds }));
        interval.title = interval.ariaLabel ?? '';
    };
    pswp.ui.registerElement({
        name: 'interval',
        className: 'pswp__button--word',
        order: 7.2,
        isButton: true,
        html: '',
        onInit(element) { interval = element; },
        onClick: () => show.nextInterval(),
    });
    pswp.ui.registerElement({
        name: 'slideshow',
        className: 'pswp__button--word',
        order: 7.3,
        isButton: true,
        html: '',
        onInit(element) {
            play = element;
            show.changed();
        },
        onClick: () => (show.running ? show.stop() : show.start()),
    });
}
