// SPDX-License-Identifier: GPL-3.0-or-later

/** Orders what is chosen already, for this name. */
export async function order(page, name) {
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Order' }).click();
    await page.waitForURL(/\/order\/\d+$/);
}

/** From now on a page keeps when its form was sent; posted() tells, in milliseconds since 1970. */
export function notePosts(page) {
    return page.addInitScript(() => addEventListener('submit', () => { sessionStorage.posted = Date.now(); }));
}
export function posted(page) {
    return page.evaluate(() => Number(sessionStorage.posted));
}

/** Milliseconds since 1970 when an element that matches first stood in the page; from within the page. */
export function moment(page, selector, text) {
    return page.evaluate(([where, what]) => new Promise((found) => {
        const look = () => {
            const there = [...document.querySelectorAll(where)].some((each) => each.textContent.includes(what));
            if (there)
                found(Date.now());
            return there;
        };
        if (!look())
            new MutationObserver((_, observer) => { if (look()) observer.disconnect(); })
                .observe(document.body, { subtree: true, childList: true, characterData: true });
    }), [selector, text]);
}
