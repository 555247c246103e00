// SPDX-License-Identifier: GPL-3.0-or-later
import { make, say } from './page.js';

/** What words are compared by: case and accents do not count. */
function folded(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** While somebody types into the search field, shows only the rows whose name holds every word. */
export function filterRows(search, rows, changed) {
    const field = search.elements.q;
    const hint = make('p', { className: 'hint', role: 'status' });
    search.parentElement.after(hint);
    let names;

    function apply() {
        names ??= rows.map((row) => folded(row.querySelector('.name').textContent));
        const wanted = folded(field.value).split(/\s+/).filter(Boolean);
        let shown = 0;
        rows.forEach((row, i) => {
            row.hidden = !wanted.every((word) => names[i].includes(word));
            shown += !row.hidden;
        });
        const number = new Intl.NumberFormat(document.documentElement.lang);
        hint.textContent = wanted.length
            ? say('shownOf', { n: number.format(shown), all: number.format(rows.length) })
            : '';
        changed();
    }
    field.addEventListener('input', apply);
    field.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !field.value)
            return;
        event.preventDefault();
        field.value = '';
        apply();
    });
    if (field.value) // the browser brought the page back
        apply();
}
