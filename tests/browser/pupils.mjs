// SPDX-License-Identifier: GPL-3.0-or-later
// Pupils with a phone each, for a teacher in another program: a line of JSON on stdin says what a phone does,
// {"id": 1, "phone": "Anna", "does": "open", "what": "http://…"}, and a line on stdout how that ended, with its
// "id". Phones do not wait for each other. Ends with its input.
import { createInterface } from 'node:readline';
import { devices } from 'playwright-core';
import { moment, notePosts, order, posted } from './support/dinein.mjs';
import { launchBrowser } from './support/visitor.mjs';

const models = { Anna: 'iPhone 13', Ben: 'Pixel 7', Cleo: 'Galaxy S9+' };

const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
const browser = await launchBrowser();
const contexts = new Map();
const pages = new Map();

/** The one tab of a phone. */
async function pageOf(phone) {
    if (!contexts.has(phone)) {
        const { defaultBrowserType, ...model } = devices[models[phone]];
        contexts.set(phone, await browser.newContext(model));
    }
    if (!pages.has(phone)) {
        pages.set(phone, await contexts.get(phone).newPage());
        await notePosts(pages.get(phone));
    }
    return pages.get(phone);
}

const abilities = {
    /** The answer, and when its first byte came, in milliseconds since 1970. */
    async open(page, address) {
        const response = await page.goto(address);
        return page.evaluate((status) => ({
            status,
            at: performance.timeOrigin + performance.getEntriesByType('navigation')[0].responseStart,
            path: location.pathname,
            heading: document.querySelector('h1').innerText,
        }), response.status());
    },
    async board(page, origin) {
        await page.goto(`${origin}/board`);
        await page.getByText('Live', { exact: true }).waitFor();
    },
    async order(page, origin, name) {
        await page.goto(origin);
        await order(page, name);
        return { at: await posted(page) };
    },
    /** When an order for this name stood on the board. */
    async see(page, name) {
        return { at: await moment(page, '#board li', name) };
    },
    async giveUp(page, _, phone) {
        pages.delete(phone);
        await page.close();
    },
};

say({ id: 0 });
for await (const line of createInterface(process.stdin)) {
    const { id, phone, does, what, name } = JSON.parse(line);
    const page = await pageOf(phone);
    abilities[does](page, what, name ?? phone).then(
        (result) => say({ id, ...result }), (error) => say({ id, error: error.message }));
}
await browser.close();
