// SPDX-License-Identifier: GPL-3.0-or-later

/** Orders what is chosen already, for this name. */
export async function order(page, name) {
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Order' }).click();
    await page.waitForURL(/\/order\/\d+$/);
}

/** Orders without a browser: as many visitors as that takes. markReady() needs the kitchen's computer. */
export async function orderOften(origin, count) {
    const PER_VISITOR = 10; // at once
    const post = (path, cookie, fields) => fetch(origin + path, {
        method: 'POST', redirect: 'manual', headers: { Cookie: cookie }, body: new URLSearchParams(fields) });
    const orders = [];
    let cookie, token;
    for (let i = 0; i < count; ++i) {
        if (i % PER_VISITOR === 0) {
            const menu = await fetch(origin);
            [cookie] = menu.headers.get('Set-Cookie').split(';');
            [, token] = /name="token" value="(\w+)"/.exec(await menu.text());
        }
        const taken = await post('/order', cookie, { token, dish: 1, quantity: 1, name: `Guest ${i}`, note: '' });
        orders.push(Number(taken.headers.get('Location').split('/').at(-1)));
    }
    return { orders, markReady: (number) => post(`/order/${number}/ready`, cookie, { token }) };
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
