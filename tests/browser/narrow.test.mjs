// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/accessibility.mjs';
import { Folder } from './support/folder.mjs';
import { paint } from './support/pictures.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser, screens } from './support/visitor.mjs';

const locales = ['en', 'de', 'es', 'fr', 'zh'];

/** How much more room the hint of the search would want, pixels; what sticks out of the window counts, too. */
const lacking = (field) => field.evaluate((input) => {
    const style = getComputedStyle(input);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const { right } = input.getBoundingClientRect();
    return Math.max(0, Math.ceil(pen.measureText(input.placeholder).width - room), Math.ceil(right - innerWidth));
});

describe('a folder in a narrow window', () => {
    let browser, folder, porchlight;

    before(async () => {
        browser = await launchBrowser();
        folder = new Folder();
        const page = await browser.newPage();
        folder.file('a.jpg', await paint(page, 400, 300, '#a33'));
        folder.file('b.jpg', await paint(page, 300, 400, '#33a'));
        await page.close();
        folder.file('A list of everything that has to be packed before Saturday.txt', 'tent\n');
        porchlight = await Porchlight.share(folder.path);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    for (const [size, screen] of Object.entries(screens)) {
        it(`shows the search's hint whole in every language, on a ${size}`, async () => {
            for (const locale of locales) {
                const visitor = await Visitor.arrive(browser, porchlight.origin, { screen, locale });
                const { page } = visitor;
                const field = page.locator('.search input');
                await visitor.open('/?view=files');
                assert.equal(await lacking(field), 0, `list, ${locale}`);
                await visitor.open('/?view=photos');
                await page.locator('.menu:has(.search) summary').click();
                assert.equal(await lacking(field), 0, `photos, ${locale}`);
                assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways');
                await visitor.leave();
            }
        });
    }

    it('has a preview with all its buttons in one row, in every language', async () => {
        for (const locale of locales) {
            const scheme = locale === 'de' ? 'dark' : 'light';
            const visitor = await Visitor.arrive(browser, porchlight.origin, { screen: screens.phone, scheme, locale });
            const { page } = visitor;
            await visitor.open('/?view=files');
            await page.locator('.entries a[href$="?preview"]').first().click();
            const boxes = await page.locator('.peek .bar > :is(a, button)').evaluateAll((all) => all.map((each) => {
                const { top, right, width, height } = each.getBoundingClientRect();
                return { top, right, width, height, name: each.textContent };
            }));
            assert.equal(boxes.length, 5);
            for (const box of boxes) {
                assert.equal(box.top, boxes[0].top, box.name);
                assert.ok(box.width >= 44 && box.height >= 44 && box.right <= screens.phone.width, box.name);
            }
            assert.equal(new Set(boxes.map((box) => box.name)).size, 5);
            assert.deepEqual(await accessibilityFaults(page), []);
            await visitor.leave();
        }
    });

    it('counts the photos in one line', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin, { screen: screens.phone });
        const { page } = visitor;
        await visitor.open('/?view=photos#photo=a.jpg');
        await page.getByRole('dialog', { name: 'a.jpg', exact: true }).waitFor();
        assert.equal(await page.locator('.pswp__counter').evaluate((counter) => {
            const text = document.createRange();
            text.selectNodeContents(counter);
            return new Set([...text.getClientRects()].map(({ top }) => top)).size;
        }), 1);
        await visitor.leave();
    });
});
