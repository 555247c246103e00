// SPDX-License-Identifier: GPL-3.0-or-later

function centre(box) {
    return box.left + box.width / 2;
}

/** The arrow keys of a keyboard or of a television's remote lead from tile to tile. */
export function walkByArrows(tiles) {
    function beside(at, key) {
        if (key === 'ArrowLeft')
            return tiles[at - 1];
        if (key === 'ArrowRight')
            return tiles[at + 1];
        const here = tiles[at].getBoundingClientRect();
        const step = key === 'ArrowDown' ? 1 : -1;
        let best;
        let row;
        for (let i = at + step; tiles[i]; i += step) {
            const box = tiles[i].getBoundingClientRect();
            if (Math.abs(box.top - here.top) < 2)
                continue;
            row ??= box.top;
            if (Math.abs(box.top - row) >= 2)
                break;
            const distance = Math.abs(centre(box) - centre(here));
            if (!best || distance < best.distance)
                best = { tile: tiles[i], distance };
        }
        return best?.tile;
    }
    document.addEventListener('keydown', (event) => {
        if (!/^Arrow/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey)
            return;
        const at = tiles.indexOf(document.activeElement);
        const next = at >= 0 && beside(at, event.key);
        if (!next)
            return;
        event.preventDefault();
        next.focus();
        next.scrollIntoView({ block: 'nearest' });
    });
}
