// SPDX-License-Identifier: GPL-3.0-or-later
import { draw, make, say } from './page.js';

const symbols = {
    previous: 'M15 5 8 12l7 7',
    next: 'm9 5 7 7-7 7',
    open: 'M13 4h7v7M20 4l-9 9M9 5H5.5A1.5 1.5 0 0 0 4 6.5v12A1.5 1.5 0 0 0 5.5 20h12a1.5 1.5 0 0 0 1.5-1.5V15',
    download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
    close: 'M6 6l12 12M18 6 6 18',
};

/** Its symbol, and its name: for all eyes, or for those that listen. */
const face = (key, isWord) =>
    [draw(symbols[key]), make('span', { className: isWord ? 'word' : 'visually-hidden', textContent: say(key) })];

/** The window over the page, with the preview of one file at a time. */
class Peek {
    #links;
    #at = 0;
    #title = make('h2', { id: 'previewed' });
    #open = make('a', { className: 'plain', title: say('open') }, ...face('open', true));
    #download = make('a', { className: 'plain', title: say('download') }, ...face('download', true));
    #dialog;
    #frame;

    constructor(links) {
        this.#links = links;
        const button = (key, onclick) => make('button', { type: 'button', title: say(key), onclick }, ...face(key));
        this.#dialog = make('dialog', { className: 'peek' }, make('div', { className: 'bar' }, this.#title,
            button('previous', () => this.#go(-1)), button('next', () => this.#go(1)), this.#open, this.#download,
            button('close', () => this.#dialog.close())));
        this.#dialog.setAttribute('aria-labelledby', this.#title.id);
        this.#dialog.addEventListener('click', ({ target }) => {
            if (target === this.#dialog)
                this.#dialog.close();
        });
        this.#dialog.addEventListener('keydown', ({ key }) => {
            if (key === 'ArrowLeft')
                this.#go(-1);
            else if (key === 'ArrowRight')
                this.#go(1);
        });
        this.#dialog.addEventListener('close', () => {
            this.#frame.remove();
            this.#links[this.#at].focus();
        });
        document.body.append(this.#dialog);
    }

    open(index) {
        this.#show(index);
        this.#dialog.showModal();
    }

    #show(index) {
        this.#at = index;
        const link = this.#links[index];
        const file = link.href.slice(0, -'?preview'.length);
        this.#title.textContent = link.querySelector('.name').textContent;
        this.#open.href = file;
        this.#download.href = `${file}?download`;
        // A new frame each time leaves no entry in the history, unlike a new address in the old one.
        this.#frame?.remove();
        this.#frame = make('iframe', { src: `${link.href}=window`, title: say('preview') });
        this.#dialog.append(this.#frame);
    }

    #go(step) {
        let index = this.#at + step;
        while (this.#links[index]?.closest('li').hidden)
            index += step;
        if (this.#links[index])
            this.#show(index);
    }
}

/** Opens the preview of a row in a window over the page; with a modifier key or another button, in a tab. */
export function previewInPlace(rows) {
    const links = rows.map((row) => row.querySelector('a')).filter((a) => a.search === '?preview');
    let peek;
    for (const [index, link] of links.entries()) {
        link.addEventListener('click', (event) => {
            if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
                return;
            event.preventDefault();
            peek ??= new Peek(links);
            peek.open(index);
        });
    }
}
