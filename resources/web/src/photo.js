// SPDX-License-Identifier: GPL-3.0-or-later

/** Matches where nothing is to move by itself. */
export const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** The longer side of a screen copy, pixels. */
const screenSize = 2048;

/** What a photo is called in "#photo=…": its name as the page's own links spell it. */
export function keyOf(tile) {
    return tile.getAttribute('href').replace(/^\.\//, '').replace(/\?.*/, '');
}

/** As text; what is no encoding, or of no UTF-8, stays. */
function decoded(text) {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
        try {
            return decodeURIComponent(bytes);
        } catch {
            return bytes;
        }
    });
}

/** The tile that a hash names, however much of it was encoded on the way; -1: none. */
export function indexOfHash(tiles, hash) {
    const key = /^#photo=(.+)/.exec(hash)?.[1];
    if (!key)
        return -1;
    const exact = tiles.findIndex((tile) => keyOf(tile) === key);
    return exact >= 0 ? exact : tiles.findIndex((tile) => decoded(keyOf(tile)) === decoded(key));
}

/** What PhotoSwipe is to know about a tile. */
export function slideOf(tile) {
    const image = tile.querySelector('img');
    const isVideo = Boolean(tile.querySelector('.badge'));
    let width = Number(image.getAttribute('width'));
    let height = Number(image.getAttribute('height'));
    if ('unknown' in tile.dataset && image.naturalWidth)
        [width, height] = [image.naturalWidth * 100, image.naturalHeight * 100];
    const scale = Math.min(1, screenSize / Math.max(width, height));
    const file = `./${keyOf(tile)}`;
    return {
        type: isVideo ? 'video' : 'image',
        src: 'moving' in tile.dataset && !calm.matches ? file : tile.href,
        msrc: image.currentSrc || image.src,
        poster: image.srcset.split(' ')[0] || image.src,
        width: Math.max(1, Math.round(width * scale)),
        height: Math.max(1, Math.round(height * scale)),
        alt: image.alt,
        element: tile,
        thumbCropped: true,
        file,
        name: decoded(keyOf(tile)),
        ...tile.dataset,
    };
}
