// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessibilityFaults } from './support/accessibility.mjs';
import { moment, notePosts, order, orderOften, posted } from './support/dinein.mjs';
import { Folder } from './support/folder.mjs';
import { markupFaults, markupUnchecked } from './support/markup.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser, screens } from './support/visitor.mjs';

const drawn = fileURLToPath(new URL('../../resources/demo/', import.meta.url));
const SOON = 200; // milliseconds, as the issue promises
const ROUNDS = 5; // of which the middle one counts: other tests may be at work

const wordsOf = (language) => JSON.parse(readFileSync(`${drawn}languages/${language}.json`, 'utf8'));

/** The folder that "New demo site…" writes. */
function demoSite(folder, kind, language = 'en') {
    const [name, files] = kind === 'dine-in' ? ['Dine-in', 'dinein'] : ['Takeout', 'takeout'];
    const site = `${folder.path}/${name}`;
    folder.folder(name);
    cpSync(`${drawn}shared`, site, { recursive: true });
    cpSync(`${drawn}${files}`, site, { recursive: true });
    const texts = { ...wordsOf(language), language };
    for (const page of readdirSync(site).filter((file) => file.endsWith('.html'))) {
        const template = readFileSync(`${site}/${page}`, 'utf8');
        writeFileSync(`${site}/${page}`, template.replace(/\{(\w+)\}/g, (_, key) => texts[key] ?? key));
    }
    folder.file(`${name}/.porchlight-demo.json`, JSON.stringify({ kind, language, version: 1 }));
    return site;
}

describe('the dine-in café', () => {
    let browser, folder, porchlight, home;

    before(async () => {
        folder = new Folder();
        home = new Folder();
        process.env.XDG_DATA_HOME = home.path;
        const site = demoSite(folder, 'dine-in');
        [porchlight, browser] = await Promise.all([Porchlight.share(site), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
        home.remove();
        delete process.env.XDG_DATA_HOME;
    });

    for (const [size, screen] of Object.entries(screens)) {
        for (const scheme of ['light', 'dark']) {
            it(`can be read and used on a ${size}, ${scheme}`, async () => {
                const visitor = await Visitor.arrive(browser, porchlight.origin, { screen, scheme });
                const { page } = visitor;
                await visitor.open('/');
                assert.deepEqual(await accessibilityFaults(page), []);
                assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways');
                await page.getByRole('radio', { name: /Pancakes/ }).check();
                await order(visitor.page, 'Zoë');
                assert.match(await page.innerText('main'), /1 × Pancakes, €5\.20/);
                assert.deepEqual(await accessibilityFaults(page), []);
                await page.getByRole('link', { name: 'See all orders' }).click();
                await page.getByText('Live', { exact: true }).waitFor();
                assert.deepEqual(await accessibilityFaults(page), []);
                assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways');
                assert.equal((await visitor.open('/nothing')).status(), 404);
                assert.deepEqual(await accessibilityFaults(page), []);
                await visitor.leave();
            });
        }
    }

    it('tells the phone within 200 ms that its order is ready', async () => {
        const guest = await Visitor.arrive(browser, porchlight.origin, { screen: screens.phone });
        const kitchen = await Visitor.arrive(browser, porchlight.origin);
        await notePosts(kitchen.page);
        await kitchen.open('/board');
        await kitchen.page.getByText('Live', { exact: true }).waitFor();
        const times = [];
        for (let round = 0; round < ROUNDS; ++round) {
            await guest.open('/');
            await order(guest.page, `Anna & <b>${round}</b>`);
            const ready = moment(guest.page, '.state', 'Ready');
            const number = guest.path().split('/').at(-1);
            const row = kitchen.page.locator(`#order-${number}`);
            await row.getByRole('button').click();
            times.push(await ready - await posted(kitchen.page));
            await kitchen.page.waitForURL('**/board#order-*');
            await kitchen.page.getByText('Live', { exact: true }).waitFor();
            assert.equal(await row.getByRole('button').count(), 0);
        }
        console.log(`Orders were ready on the phone after ${times} ms.`);
        assert.ok(times.sort((a, b) => a - b)[(ROUNDS - 1) / 2] < SOON);
        await guest.leave();
        await kitchen.leave();
    });

    for (const scripts of [true, false]) {
        it(`lets the kitchen clear the orders, ${scripts ? 'on every board at once' : 'without scripts, too'}`, async () => {
            const guest = await Visitor.arrive(browser, porchlight.origin, { screen: screens.phone });
            const kitchen = await Visitor.arrive(browser, porchlight.origin, { screen: screens.phone, scripts });
            await guest.open('/');
            await order(guest.page, 'Yesterday');
            await guest.page.getByRole('link', { name: 'See all orders' }).click();
            await guest.page.getByText('Live', { exact: true }).waitFor();
            await kitchen.open('/board');
            await kitchen.page.getByText('Clear the orders…').click();
            if (scripts) { // axe takes longer than such a page stands still
                assert.deepEqual(await accessibilityFaults(kitchen.page), []);
                assert.ok(await kitchen.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways');
            }
            const seen = moment(guest.page, '#news', 'All orders were cleared.');
            await kitchen.page.getByRole('button', { name: 'Clear the orders' }).click();
            for (const { page } of [guest, kitchen])
                await page.getByText('No orders yet.').waitFor();
            await seen;
            assert.equal(kitchen.path(), '/board');
            for (const { page } of [guest, kitchen]) {
                assert.equal(await page.locator('#board li').count(), 0);
                assert.equal(await page.getByText('Clear the orders…').isVisible(), false);
            }
            await guest.leave();
            await kitchen.leave();
        });
    }

    it('keeps all that is not ready in sight, and above what is', async () => {
        const kitchen = await Visitor.arrive(browser, porchlight.origin);
        await kitchen.open('/board');
        await kitchen.page.getByText('Live', { exact: true }).waitFor();
        const numbers = (state) => kitchen.page.locator('#board li', { has: kitchen.page.locator(state) })
            .evaluateAll((rows) => rows.map((row) => Number(row.dataset.id)));
        const before = await numbers('.state:not(.ready)');
        const eager = await orderOften(porchlight.origin, 70);
        const all = [...eager.orders].reverse().concat(before);
        await kitchen.page.locator(`#order-${all[0]}`).waitFor();
        assert.deepEqual(await numbers('.state:not(.ready)'), all);
        const [first, second] = eager.orders;
        await eager.markReady(second);
        await kitchen.page.locator(`#order-${second}`).waitFor({ state: 'detached' }); // more than 60 are open
        await kitchen.page.locator(`#order-${first}`).getByRole('button').click();
        await kitchen.page.getByText('Live', { exact: true }).waitFor();
        assert.deepEqual(await numbers('.state:not(.ready)'), all.filter((each) => each !== first && each !== second));
        assert.equal(await kitchen.page.locator('#board li').last().locator('button').count(), 1);
        for (const each of eager.orders.slice(20))
            await eager.markReady(each);
        await kitchen.page.locator(`#order-${eager.orders.at(-1)} .ready`).waitFor();
        const live = [await numbers('.state'), await numbers('.ready')];
        await kitchen.page.reload();
        assert.deepEqual([await numbers('.state'), await numbers('.ready')], live, 'as the server shows them');
        await kitchen.leave();
    });

    it('has no errors in its markup', { skip: markupUnchecked() }, async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        const kept = new Folder();
        const keep = async (name, path) =>
            kept.file(`${name}.html`, await (await visitor.context.request.get(porchlight.origin + path)).text());
        await visitor.open('/');
        await order(visitor.page, '"A" & \'<b>\'');
        await Promise.all([keep('menu', '/'), keep('board', '/board'), keep('order', visitor.path()),
            keep('nothing', '/nothing'), keep('refusal', '/order')]);
        assert.equal(markupFaults(kept.path), '');
        kept.remove();
        await visitor.leave();
    });

    it('counts the visits of each visitor', async () => {
        const often = await Visitor.arrive(browser, porchlight.origin);
        const once = await Visitor.arrive(browser, porchlight.origin);
        await often.open('/');
        assert.match(await often.page.innerText('.greeting'), /for the first time/);
        await often.open('/');
        assert.match(await often.page.innerText('.greeting'), /2 times/);
        await once.open('/');
        assert.match(await once.page.innerText('.greeting'), /for the first time/);
        await often.leave();
        await once.leave();
    });

    it('works without scripts', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin, { scripts: false });
        await visitor.open('/');
        await order(visitor.page, 'Plain');
        const number = visitor.path().split('/').at(-1);
        await visitor.page.getByRole('link', { name: 'See all orders' }).click();
        assert.match(await visitor.page.innerText(`#order-${number}`), /In the kitchen/);
        await visitor.page.locator(`#order-${number}`).getByRole('button').click();
        assert.match(visitor.path(), /^\/board#order-/);
        assert.match(await visitor.page.innerText(`#order-${number}`), /Ready/);
        await visitor.leave();
    });

    it('says what is missing in a form that another program sent', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        await visitor.open('/');
        await visitor.page.evaluate(() => { document.querySelector('form').noValidate = true; });
        await visitor.page.getByRole('button', { name: 'Order' }).click();
        await visitor.page.getByRole('heading', { name: 'For whom?' }).waitFor();
        assert.deepEqual(await accessibilityFaults(visitor.page), []);
        await visitor.leave();
    });
});

describe('the dine-in café in German', () => {
    it('is German on every page, what comes in live included', async () => {
        const words = wordsOf('de');
        const folder = new Folder();
        const home = new Folder();
        process.env.XDG_DATA_HOME = home.path;
        const [porchlight, browser] =
            await Promise.all([Porchlight.share(demoSite(folder, 'dine-in', 'de')), launchBrowser()]);
        delete process.env.XDG_DATA_HOME;
        const guest = await Visitor.arrive(browser, porchlight.origin, { screen: screens.phone });
        const kitchen = await Visitor.arrive(browser, porchlight.origin, { screen: screens.phone, scheme: 'dark' });
        await kitchen.open('/board');
        await kitchen.page.locator('#live', { hasText: words.live }).waitFor();
        await kitchen.page.getByText(words.noOrders).waitFor();
        await guest.open('/');
        assert.equal(await guest.page.getAttribute('html', 'lang'), 'de');
        assert.deepEqual(await guest.page.locator('.dish .name').evaluateAll((names) => names
            .filter((name) => !name.textContent.includes(' ') && name.offsetHeight > 1.5 * parseFloat(getComputedStyle(name).fontSize))
            .map((name) => name.textContent)), [], 'no word is broken');
        await guest.page.getByLabel(words.yourName).fill('Zoë');
        await guest.page.getByRole('button', { name: words.order }).click();
        await guest.page.getByRole('heading', { name: 'Danke, Zoë' }).waitFor();
        await kitchen.page.locator('#news', { hasText: 'Neue Bestellung 1: 1 × Tomatensuppe für Zoë.' }).waitFor();
        for (const { page } of [guest, kitchen]) {
            assert.deepEqual(await accessibilityFaults(page), []);
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways');
        }
        await kitchen.page.getByRole('button', { name: /Bestellung 1/ }).click();
        await guest.page.locator('.state.ready', { hasText: words.ready }).waitFor();
        await guest.leave();
        await kitchen.leave();
        await browser.close();
        assert.equal(await porchlight.stop(), 0);
        folder.remove();
        home.remove();
    });
});

describe('the takeout café', () => {
    for (const language of ['en', 'de']) {
        it(`is three pictures and a page that anybody can read, ${language}`, async () => {
            const folder = new Folder();
            const site = demoSite(folder, 'takeout', language);
            const [porchlight, browser] = await Promise.all([Porchlight.share(site), launchBrowser()]);
            for (const screen of Object.values(screens)) {
                for (const scheme of ['light', 'dark']) {
                    const visitor = await Visitor.arrive(browser, porchlight.origin, { screen, scheme });
                    await visitor.open('/');
                    assert.equal(await visitor.page.getAttribute('html', 'lang'), language);
                    assert.deepEqual(await accessibilityFaults(visitor.page), []);
                    assert.ok(await visitor.page.evaluate(
                        () => [...document.images].every((image) => image.complete && image.naturalWidth > 0)));
                    assert.ok(await visitor.page.evaluate(
                        () => document.documentElement.scrollWidth <= innerWidth), 'no sideways');
                    await visitor.leave();
                }
            }
            await browser.close();
            assert.equal(await porchlight.stop(), 0);
            folder.remove();
        });
    }
});
