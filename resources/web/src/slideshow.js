// SPDX-License-Identifier: GPL-3.0-or-later
import { say } from './page.js';

/** How long a photo stays, seconds. */
const intervals = [5, 10, 3];

/** Shows one photo after the other, over the whole screen, and keeps the screen awake where the browser lets it. */
class Slideshow {
    #pswp;
    #run; // aborted when it stops
    #turn; // aborted when the next photo's turn begins
    #lock;
    #seconds = intervals[0];
    changed = () => {};

    constructor(pswp) {
        this.#pswp = pswp;
        pswp.on('change', () => this.#wait());
        pswp.on('close', () => this.stop());
    }

    get running() {
        return Boolean(this.#run);
    }
    get seconds() {
        return this.#seconds;
    }

    start() {
        this.#run = new AbortController();
        this.#pswp.element.requestFullscreen?.().catch(() => {});
        this.#stayAwake();
        // The browser lets the screen sleep once another page was looked at.
        document.addEventListener('visibilitychange', () => this.#stayAwake(), { signal: this.#run.signal });
        this.#wait();
        this.changed();
    }
    stop() {
        if (!this.running)
            return;
        this.#run.abort();
        this.#run = undefined;
        this.#turn.abort();
        this.#keepLock(undefined);
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
        if (document.visibilityState !== 'visible')
            return;
        const lock = await navigator.wakeLock?.request('screen')
            .catch(() => undefined); // low battery, or a page over plain HTTP
        if (this.running)
            this.#keepLock(lock);
        else
            lock?.release();
    }
    #keepLock(lock) {
        this.#lock?.release();
        this.#lock = lock;
    }
    #wait() {
        this.#turn?.abort();
        if (!this.running)
            return;
        this.#turn = new AbortController();
        const { signal } = this.#turn;
        const video = this.#pswp.currSlide?.content.element?.querySelector?.('video');
        if (video) {
            video.addEventListener('ended', () => this.#go(), { signal });
            video.play().catch(() => this.#goLater(signal));
        } else {
            this.#goLater(signal);
        }
    }
    #goLater(signal) {
        const timer = setTimeout(() => !signal.aborted && this.#go(), this.#seconds * 1000);
        signal.addEventListener('abort', () => clearTimeout(timer));
    }
    #go() {
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
