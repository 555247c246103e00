// SPDX-License-Identifier: GPL-3.0-or-later
// What both pages need: their words, and elements made without markup.

export const words = JSON.parse(document.body.dataset.words ?? '{}');

/** The text of a key with its "{name}"s filled in. */
export function say(key, values = {}) {
    return words[key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

export function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
}

/** A symbol of 24 by 24, decoration only. */
export function draw(path) {
    const of = (tag, attributes, ...children) => {
        const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
        for (const [name, value] of Object.entries(attributes))
            element.setAttribute(name, value);
        element.append(...children);
        return element;
    };
    return of('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, of('path', { d: path }));
}

/** Menus close by Escape, and when something else is pressed. */
export function closeMenus() {
    const menus = [...document.querySelectorAll('details.menu')];
    document.addEventListener('click', ({ target }) => {
        for (const menu of menus) {
            if (!menu.contains(target))
                menu.open = false;
        }
    });
    document.addEventListener('keydown', ({ key }) => {
        const menu = key === 'Escape' && menus.find((each) => each.open);
        if (!menu)
            return;
        menu.open = false;
        menu.querySelector('summary').focus();
    });
}
