// SPDX-License-Identifier: GPL-3.0-or-later

/** Calls `act` for a key of its own while a photo is shown large. */
export function onKey(pswp, wanted, act) {
    pswp.on('keydown', ({ originalEvent: { key, ctrlKey, metaKey, altKey } }) => {
        if (key === wanted && !ctrlKey && !metaKey && !altKey)
            act();
    });
}
