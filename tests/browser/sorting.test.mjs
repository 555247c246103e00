// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/accessibility.mjs';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser, screens } from './support/visitor.mjs';

const files = [['beach.jpg', 30, 2001], ['Élan.txt', 10, 2003], ['notes 2.txt', 20, 2002], ['notes 10.txt', 5, 2004]];

describe('a list', () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        folder.folder('Lake');
        folder.file('Lake/inside.txt', 'in');
        for (const [name, size, year] of files) {
            folder.file(name, 'x'.repeat(size));
            utimesSync(folder.pathOf(name), new Date(), new Date(Date.UTC(year, 5, 15)));
        }
        folder.file(Buffer.from('6f6464fffe', 'hex'), 'odd');
        folder.folder('many');
        for (let i = 0; i < 1_000; ++i)
            folder.file(`many/a rather long name, number ${i}.txt`);
        [porchlight, browser] = await Promise.all([Porchlight.share(folder.path), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    async function visit(options, steps) {
        const visitor = await Visitor.arrive(browser, porchlight.origin, options);
        await steps(visitor, visitor.page);
        await visitor.leave();
    }
    // Not innerText: that of a row which the browser has not come to drawing yet is empty.
    const shown = (page) => page.locator('.entries > li:not(.up)').evaluateAll((rows) => rows
        .filter((row) => !row.hidden)
        .map((row) => row.querySelector('.name').textContent)
        .filter((name) => !name.startsWith('odd')));

    for (const scripts of [true, false]) {
        it(`sorts by its column heads, ${scripts ? 'with' : 'without'} scripts`, () => visit({ scripts }, async (visitor, page) => {
            const heads = page.getByRole('navigation', { name: 'Sort by' });
            await visitor.open('/');
            assert.deepEqual(await shown(page),
                ['Lake', 'many', 'beach.jpg', 'Élan.txt', 'notes 2.txt', 'notes 10.txt']);
            await heads.getByRole('link', { name: 'Size' }).click();
            assert.deepEqual(await shown(page),
                ['Lake', 'many', 'beach.jpg', 'notes 2.txt', 'Élan.txt', 'notes 10.txt']);
            await heads.getByRole('link', { name: 'Size' }).click();
            assert.deepEqual(await shown(page),
                ['Lake', 'many', 'notes 10.txt', 'Élan.txt', 'notes 2.txt', 'beach.jpg']);
            await heads.getByRole('link', { name: 'Changed' }).click();
            assert.deepEqual((await shown(page)).slice(2), ['notes 10.txt', 'Élan.txt', 'notes 2.txt', 'beach.jpg']);
        }));

        it(`keeps the order on the way, ${scripts ? 'with' : 'without'} scripts`, () => visit({ scripts }, async (visitor, page) => {
            await visitor.open('/?sort=size&order=desc');
            await page.getByRole('link', { name: 'Lake' }).click();
            assert.equal(visitor.path(), '/Lake/?sort=size&order=desc');
            await page.getByRole('link', { name: 'Up to' }).click();
            assert.equal(visitor.path(), '/?sort=size&order=desc');
        }));

        it(`shows one type alone, ${scripts ? 'with' : 'without'} scripts`, () => visit({ scripts }, async (visitor, page) => {
            await visitor.open('/?sort=size');
            await page.locator('.menu summary').click();
            await page.getByRole('link', { name: 'Text', exact: true }).click();
            assert.equal(visitor.path(), '/?sort=size&type=text');
            assert.deepEqual(await shown(page), ['notes 10.txt', 'Élan.txt', 'notes 2.txt']);
        }));
    }

    it('filters while one types', () => visit({}, async (visitor, page) => {
        await visitor.open('/');
        const field = page.getByRole('searchbox');
        await field.fill('ELAN');
        assert.deepEqual(await shown(page), ['Élan.txt']);
        await page.getByText('1 of 7 shown').waitFor();
        await field.fill('txt notes');
        assert.deepEqual(await shown(page), ['notes 2.txt', 'notes 10.txt']);
        assert.deepEqual(await accessibilityFaults(page), []);
        await field.press('Escape');
        assert.equal((await shown(page)).length, 6);
    }));

    it('searches below on Enter, without scripts too', () => visit({ scripts: false }, async (visitor, page) => {
        await visitor.open('/');
        await page.getByRole('searchbox').fill('inside & out');
        await page.getByRole('searchbox').press('Enter');
        assert.equal(visitor.path(), '/?q=inside+%26+out');
    }));

    it('counts what is ticked, and asks for it', () => visit({}, async (visitor, page) => {
        await visitor.open('/');
        const button = page.getByRole('button', { name: 'Download as zip' });
        assert.equal(await button.isVisible(), false);
        await page.getByRole('checkbox', { name: 'beach.jpg' }).check();
        await page.getByRole('checkbox', { name: 'Lake' }).check();
        await page.getByText('2 chosen').waitFor();
        assert.deepEqual(await accessibilityFaults(page), []);
        const asked = page.waitForRequest(/\?zip/);
        await button.click();
        assert.equal(new URL((await asked).url()).search, '?zip=&item=Lake&item=beach.jpg');
    }));

    it('asks for what is ticked without scripts', () => visit({ scripts: false }, async (visitor, page) => {
        await visitor.open('/');
        await page.getByRole('checkbox', { name: 'beach.jpg' }).check();
        const asked = page.waitForRequest(/\?zip/);
        await page.getByRole('button', { name: 'Download as zip' }).click();
        assert.equal(new URL((await asked).url()).search, '?zip=&item=beach.jpg');
    }));

    async function picked(page) {
        const asked = page.waitForRequest(/\?zip/);
        await page.getByRole('button', { name: 'Download as zip' }).click();
        const parameters = new URL((await asked).url()).searchParams;
        assert.match(parameters.get('of'), /^\d+$/);
        return Buffer.from(parameters.get('pick'), 'base64url');
    }

    it('tells names that no form can send by their number', () => visit({}, async (visitor, page) => {
        await visitor.open('/?sort=size&order=desc');
        await page.locator('.entries li', { hasText: 'odd' }).getByRole('checkbox').check();
        // In the order of names it is the last of seven.
        assert.deepEqual([...await picked(page)], [0b0100_0000]);
    }));

    it('tells very many by their numbers', () => visit({}, async (visitor, page) => {
        await visitor.open('/many/');
        await page.getByRole('checkbox').first().check();
        await page.getByRole('button', { name: 'Choose all' }).click();
        await page.getByText('1,000 chosen').waitFor();
        const bits = await picked(page);
        assert.equal(bits.length, 125);
        assert.ok(bits.every((byte) => byte === 0xff));
    }));

    it('shows previews over the page', () => visit({}, async (visitor, page) => {
        await visitor.open('/');
        await page.getByRole('link', { name: 'notes 2.txt' }).click();
        const dialog = page.getByRole('dialog', { name: 'notes 2.txt' });
        await dialog.waitFor();
        const frame = page.frameLocator('iframe');
        await frame.getByText('x'.repeat(20)).waitFor();
        assert.equal(await frame.getByRole('link').count(), 0); // the window has them
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.getByRole('button', { name: 'Next' }).click();
        await page.getByRole('dialog', { name: 'notes 10.txt' }).waitFor();
        assert.equal(await page.getByRole('link', { name: 'Download', exact: true }).getAttribute('href'),
            `${porchlight.origin}/notes%2010.txt?download`);
        await page.keyboard.press('Escape');
        await page.waitForFunction(() => document.activeElement?.textContent.startsWith('notes 10.txt'));
        assert.equal(visitor.path(), '/');
    }));

    it('speaks the language of its guest', async () => {
        const context = await browser.newContext({ locale: 'de-DE', viewport: screens.phone });
        const page = await context.newPage();
        const response = await page.goto(`${porchlight.origin}/`);
        assert.match(response.headers().vary, /Accept-Language/);
        assert.equal(await page.locator('html').getAttribute('lang'), 'de');
        await page.getByText('Alles herunterladen').waitFor();
        await page.getByRole('searchbox').fill('elan');
        await page.getByText('1 von 7 gezeigt').waitFor();
        await context.close();
    });
});
