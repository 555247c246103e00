// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/accessibility.mjs';
import { Folder } from './support/folder.mjs';
import { film, paint } from './support/pictures.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser, screens } from './support/visitor.mjs';

const names = ['a "quoted" <b>name.jpg', 'b.jpg', "c 100% 'sure' #1?.jpg", 'd Größe 文件.jpg'];

describe('a photo page', () => {
    let browser, folder, porchlight, movie;

    before(async () => {
        browser = await launchBrowser();
        folder = new Folder();
        folder.folder('Lake');
        folder.folder('empty');
        const page = await browser.newPage();
        for (const [i, name] of names.entries()) {
            const [width, height] = i % 2 ? [300, 400] : [400, 300];
            folder.file(name, await paint(page, width, height, ['#a33', '#3a3', '#33a', '#aa3'][i]));
        }
        folder.file('Lake/inside.jpg', await paint(page, 400, 300, '#3aa'));
        await page.close();
        movie = film();
        if (movie)
            folder.file('e film.webm', movie);
        porchlight = await Porchlight.share(folder.path);
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
    const tile = (page, name) => page.locator('.tile', { has: page.getByAltText(name, { exact: true }) });
    const open = (page) => page.locator('.pswp--open');
    async function settled(page, name) {
        await page.getByRole('dialog', { name, exact: true }).waitFor();
        // PhotoSwipe takes no keys before it is fully open.
        await page.waitForFunction(() => document.activeElement.closest('.pswp'));
    }

    for (const [size, screen] of Object.entries(screens)) {
        for (const scheme of ['light', 'dark']) {
            it(`is readable and fits on a ${size}, ${scheme}`, () => visit({ screen, scheme }, async (visitor, page) => {
                for (const [path, tiles] of [['/?view=photos', names.length + (movie ? 1 : 0)], ['/empty/?view=photos', 0]]) {
                    await visitor.open(path);
                    assert.equal(await page.locator('.tile').count(), tiles);
                    assert.equal(await page.locator('h1').count(), 1);
                    assert.ok(await visitor.overflow() <= 0, path);
                    assert.deepEqual(await accessibilityFaults(page), []);
                }
            }));
        }
    }

    it('moves nothing when the pictures arrive', () => visit({ screen: screens.phone }, async (visitor, page) => {
        // Before any picture has an answer, and after.
        let release;
        const held = new Promise((resolve) => { release = resolve; });
        await page.route(/size=/, async (route) => {
            await held;
            await route.continue();
        });
        const places = () => page.locator('.tile').evaluateAll(
            (all) => all.map((a) => Object.values(a.getBoundingClientRect().toJSON())));
        await page.goto(`${porchlight.origin}/?view=photos`, { waitUntil: 'domcontentloaded' });
        const first = await places();
        release();
        await page.waitForLoadState('load');
        assert.deepEqual(await places(), first);
    }));

    it('opens a photo alone without scripts', () => visit({ scripts: false }, async (visitor, page) => {
        await visitor.open('/?view=photos');
        await tile(page, 'b.jpg').click();
        assert.match(visitor.path(), /^\/b\.jpg\?size=screen/);
        await visitor.open('/?view=photos');
        await page.locator('.menu', { hasText: 'Newest first' }).locator('summary').click();
        await page.getByRole('link', { name: 'Oldest first' }).click();
        assert.equal(visitor.path(), '/?view=photos&order=asc');
        await page.getByRole('link', { name: 'List' }).click();
        assert.match(visitor.path(), /^\/\?view=files/);
        await page.getByRole('link', { name: 'Photos' }).click();
        await page.getByRole('link', { name: 'Lake' }).click();
        assert.equal(await page.locator('.tile').count(), 1);
    }));

    it('shows photos large by the keyboard', () => visit({}, async (visitor, page) => {
        await visitor.open('/?view=photos&order=asc');
        const tiles = page.locator('.tile');
        await tiles.first().focus();
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        const second = await tiles.nth(1).locator('img').getAttribute('alt');
        await settled(page, second);
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.keyboard.press('ArrowLeft');
        await settled(page, await tiles.nth(0).locator('img').getAttribute('alt'));
        await page.keyboard.press('i');
        await page.getByRole('region', { name: 'Details' }).waitFor();
        await page.keyboard.press('ArrowUp'); // as a remote control does
        assert.ok(await page.evaluate(() => document.activeElement.matches('.pswp__top-bar *')));
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Escape');
        await open(page).waitFor({ state: 'detached' });
        assert.equal(visitor.path(), '/?view=photos&order=asc');
        assert.ok(await tiles.first().evaluate((a) => a === document.activeElement));
    }));

    it('has an address for each photo', () => visit({}, async (visitor, page) => {
        for (const name of names) {
            await visitor.open('/?view=photos');
            await tile(page, name).click();
            await settled(page, name);
            const address = page.url();
            assert.match(address, /#photo=./);
            await page.goto('about:blank');
            await page.goto(address);
            await settled(page, name);
            await page.goto('about:blank');
            await page.goto(decodeURI(address)); // as messengers like to show it
            await settled(page, name);
            await page.keyboard.press('Escape');
            await open(page).waitFor({ state: 'detached' });
            assert.equal(visitor.path(), '/?view=photos');
        }
    }));

    it('closes a photo by the back button, and opens it by forward', () => visit({}, async (visitor, page) => {
        await visitor.open('/?view=photos');
        await tile(page, 'b.jpg').click();
        await settled(page, 'b.jpg');
        await page.goBack();
        await open(page).waitFor({ state: 'detached' });
        assert.equal(visitor.path(), '/?view=photos');
        await page.goForward();
        await settled(page, 'b.jpg');
    }));

    it('shows them by itself, and stops', () => visit({}, async (visitor, page) => {
        await page.clock.install();
        await visitor.open('/?view=photos&order=asc#photo=b.jpg');
        await page.clock.runFor(1000);
        await settled(page, 'b.jpg');
        await page.getByRole('button', { name: 'Slideshow' }).click();
        await page.getByRole('button', { name: '5 seconds each' }).waitFor();
        await page.clock.runFor(5500);
        await page.waitForFunction(() => location.hash !== '#photo=b.jpg');
        const stopped = visitor.path();
        await page.getByRole('button', { name: 'Stop the slideshow' }).click();
        await page.clock.runFor(20_000);
        assert.equal(visitor.path(), stopped);
    }));

    it('keeps the screen awake for as long as it shows them', () => visit({}, async (visitor, page) => {
        await page.addInitScript(() => {
            window.awake = 0;
            window.asked = 0;
            const request = async () => {
                ++window.asked;
                await new Promise((resolve) => { window.grant = resolve; });
                ++window.awake;
                return { release: () => --window.awake };
            };
            Object.defineProperty(navigator, 'wakeLock', { value: { request } });
        });
        const grant = () => page.evaluate(() => { window.grant(); });
        const lookedElsewhere = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        const awake = () => page.evaluate(() => [window.asked, window.awake]);
        await visitor.open('/?view=photos&order=asc#photo=b.jpg');
        await settled(page, 'b.jpg');
        await page.getByRole('button', { name: 'Slideshow' }).click();
        await grant();
        assert.deepEqual(await awake(), [1, 1]);
        await lookedElsewhere();
        await grant();
        assert.deepEqual(await awake(), [2, 1]);
        await page.getByRole('button', { name: 'Stop the slideshow' }).click();
        assert.deepEqual(await awake(), [2, 0]);
        await lookedElsewhere();
        assert.deepEqual(await awake(), [2, 0]);
        // Granted when it has stopped already.
        await page.getByRole('button', { name: 'Slideshow' }).click();
        await page.getByRole('button', { name: 'Stop the slideshow' }).click();
        await grant();
        assert.deepEqual(await awake(), [3, 0]);
    }));

    it('goes one on behind a video', (t) => {
        if (!movie)
            return t.skip('ffmpeg is not installed');
        return visit({}, async (visitor, page) => {
            await page.addInitScript(() => { HTMLMediaElement.prototype.play = async () => {}; });
            await visitor.open('/?view=photos');
            const shown = await page.locator('.tile img').evaluateAll((all) => all.map((image) => image.alt));
            await page.locator('.tile', { has: page.locator('.badge') }).click();
            await settled(page, 'e film.webm');
            await page.getByRole('button', { name: 'Slideshow' }).click();
            await page.getByRole('button', { name: '5 seconds each' }).click(); // each began to wait once more
            await page.getByRole('button', { name: '10 seconds each' }).click();
            await page.locator('.pswp__item[aria-hidden="false"] video').evaluate(
                (video) => video.dispatchEvent(new Event('ended')));
            const next = shown[(shown.indexOf('Video: e film.webm') + 1) % shown.length];
            await page.getByRole('dialog', { name: next, exact: true }).waitFor();
            await page.getByRole('button', { name: 'Stop the slideshow' }).click();
        });
    });

    it('plays videos among the photos', (t) => {
        if (!movie)
            return t.skip('ffmpeg is not installed');
        return visit({}, async (visitor, page) => {
            await visitor.open('/?view=photos');
            await page.locator('.tile', { has: page.locator('.badge') }).click();
            const video = page.locator('.pswp video');
            await video.evaluate((element) => element.play());
            await page.waitForFunction(() => document.querySelector('.pswp video').currentTime > 0);
            await page.keyboard.press('Escape');
        });
    });

    it('stays still for those who want it so', async () => {
        const context = await browser.newContext({ reducedMotion: 'reduce' });
        const page = await context.newPage();
        await page.goto(`${porchlight.origin}/?view=photos`);
        await tile(page, 'b.jpg').click();
        await settled(page, 'b.jpg');
        assert.equal(await page.locator('.pswp').evaluate((element) => element.getAnimations({ subtree: true }).length), 0);
        await context.close();
    });
});
