// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/accessibility.mjs';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser, screens } from './support/visitor.mjs';

const longName = `${'A very long name that has to break somewhere on a phone '.repeat(4)}.txt`;

describe('a listing', () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        folder.folder('Lake');
        folder.folder('Lake/Summer & sun');
        folder.folder('empty');
        folder.folder('many');
        folder.folder('site');
        folder.file('Lake/beach.txt', 'sand');
        folder.file('Lake/Summer & sun/deep.txt', 'water');
        folder.file('holiday.jpg', Buffer.alloc(2_400_000));
        folder.file(longName, 'long');
        folder.file('site/index.html', '<!DOCTYPE html><title>Mine</title><h1>My page</h1>');
        for (let i = 0; i < 10_000; ++i)
            folder.file(`many/file ${i}.txt`);
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

    for (const [size, screen] of Object.entries(screens)) {
        for (const scheme of ['light', 'dark']) {
            const name = `is readable and fits on a ${size}, ${scheme}`;
            it(name, () => visit({ screen, scheme }, async (visitor, page) => {
                for (const path of ['/', '/Lake/Summer%20%26%20sun/', '/empty/', '/?q=a']) {
                    assert.equal((await visitor.open(path)).status(), 200);
                    assert.equal(await page.locator('h1').count(), 1);
                    assert.ok(await visitor.overflow() <= 0, path);
                    assert.deepEqual(await accessibilityFaults(page), []);
                }
                const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
                assert.equal(background, scheme === 'dark' ? 'rgb(30, 29, 27)' : 'rgb(246, 245, 242)');
            }));
        }
    }

    it('has rows that a finger can hit', () => visit({ screen: screens.phone }, async (visitor, page) => {
        await visitor.open('/Lake/');
        const heights = await page.locator('a:visible').evaluateAll(
            (all) => all.map((a) => a.getBoundingClientRect().height));
        assert.ok(heights.length >= 3);
        assert.ok(Math.min(...heights) >= 44, `${heights}`);
    }));

    it('leads down, up and along its path', () => visit({}, async (visitor, page) => {
        await visitor.open('/');
        await page.getByRole('link', { name: 'Lake' }).click();
        assert.equal(visitor.path(), '/Lake/');
        await page.getByRole('link', { name: 'Summer & sun' }).click();
        assert.equal(visitor.path(), '/Lake/Summer%20%26%20sun/');
        await page.getByRole('link', { name: 'Up to Lake' }).click();
        assert.equal(visitor.path(), '/Lake/');
        await page.getByRole('link', { name: 'beach.txt' }).click();
        await page.frameLocator('iframe').getByText('sand').waitFor();
        assert.equal(visitor.path(), '/Lake/');
        await page.getByRole('button', { name: 'Close' }).click();
        await page.getByRole('navigation').getByRole('link').first().click();
        assert.equal(visitor.path(), '/');
    }));

    it('is not shown where the folder has a page of its own', () => visit({}, async (visitor, page) => {
        await visitor.open('/site');
        assert.equal(visitor.path(), '/site/');
        assert.equal(await page.innerText('h1'), 'My page');
    }));

    it('works without JavaScript', () => visit({ scripts: false }, async (visitor, page) => {
        await visitor.open('/');
        await page.getByRole('link', { name: 'Lake' }).click();
        assert.equal(visitor.path(), '/Lake/');
    }));

    it('works from the keyboard, and shows where one is', () => visit({}, async (visitor, page) => {
        await visitor.open('/');
        const box = page.getByRole('checkbox', { name: 'empty' });
        while (!await box.evaluate((element) => element === document.activeElement))
            await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        const [text, outline] = await page.evaluate(() => {
            const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
            return [document.activeElement.querySelector('.name').textContent, `${outlineStyle} ${outlineWidth}`];
        });
        assert.equal(text, 'empty');
        assert.equal(outline, 'solid 3px');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await Promise.all([page.waitForURL('**/Lake/'), page.keyboard.press('Enter')]);
    }));

    it('shows ten thousand names', () => visit({ screen: screens.phone }, async (visitor, page) => {
        await visitor.open('/many/');
        assert.equal(await page.locator('.entries li').count(), 10_001);
        await page.keyboard.press('End');
        await page.waitForFunction(() => {
            const last = [...document.querySelectorAll('.entries a')].at(-1);
            const { top, bottom } = last.getBoundingClientRect();
            return top >= 0 && bottom <= window.innerHeight && last.innerText.startsWith('file 9999.txt');
        });
    }));
});
