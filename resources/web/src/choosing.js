// SPDX-License-Identifier: GPL-3.0-or-later
import { make, say } from './page.js';

/** A longer address may be refused on its way: then the rows are told by their numbers. */
const longestAddress = 6000;

/** One bit for each row of the folder's own order, the first in the lowest bit of the first byte; base64url. */
export function bitmapOf(numbers) {
    const bytes = new Uint8Array(Math.floor(Math.max(-1, ...numbers) / 8) + 1);
    for (const number of numbers)
        bytes[number >> 3] |= 1 << (number & 7);
    let text = '';
    for (const byte of bytes)
        text += String.fromCharCode(byte);
    return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function addressOf(form, rows, boxes) {
    const chosen = boxes.filter((box) => box.checked);
    if (chosen.every((box) => box.name)) {
        const query = new URLSearchParams([['zip', ''], ...chosen.map((box) => ['item', box.value])]);
        const address = `?${query}`;
        if (new URL(address, location).href.length <= longestAddress)
            return address;
    }
    const numbers = [];
    boxes.forEach((box, i) => {
        if (box.checked)
            numbers.push(Number(box.dataset.number ?? i));
    });
    return `?zip&pick=${bitmapOf(numbers)}&of=${form.dataset.of}`;
}

/** Shows a bar with the number of ticked rows as soon as there is one. */
export function chooseRows(form, rows) {
    const boxes = rows.map((row) => row.querySelector('input'));
    const bar = form.querySelector('.chosen');
    const count = make('span', { role: 'status' });
    const all = make('button', { type: 'button' });
    const download = bar.querySelector('button');
    download.classList.add('strong');
    bar.prepend(count, all);
    for (const box of boxes)
        box.disabled = false; // a name that no form can send goes by its number

    function shownBoxes() {
        return boxes.filter((box, i) => !rows[i].hidden);
    }
    function refresh() {
        const chosen = boxes.filter((box) => box.checked).length;
        bar.hidden = chosen === 0;
        count.textContent = say('chosen', { n: chosen.toLocaleString(document.documentElement.lang) });
        const everything = shownBoxes().every((box) => box.checked);
        all.textContent = say(everything ? 'chooseNone' : 'chooseAll');
        all.dataset.chooses = String(!everything);
    }
    all.addEventListener('click', () => {
        const chooses = all.dataset.chooses === 'true';
        for (const box of chooses ? shownBoxes() : boxes)
            box.checked = chooses;
        refresh();
        if (!chooses)
            boxes[0].focus();
    });
    form.addEventListener('change', refresh);
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        location.assign(addressOf(form, rows, boxes));
    });
    // A range, as in any file manager.
    let last = -1;
    form.addEventListener('click', (event) => {
        const at = boxes.indexOf(event.target);
        if (at < 0)
            return;
        if (event.shiftKey && last >= 0) {
            for (let i = Math.min(at, last); i <= Math.max(at, last); ++i) {
                if (!rows[i].hidden)
                    boxes[i].checked = event.target.checked;
            }
        }
        last = at;
    });
    refresh();
    addEventListener('pageshow', refresh); // ticks that the browser brought back
    return { refresh };
}
