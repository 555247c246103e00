// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/accessibility.mjs';
import { Folder } from './support/folder.mjs';
import { film, gif, longFilm, movingPicture, paint } from './support/pictures.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser, screens } from './support/visitor.mjs';

describe('a photo shown large', () => {
    const moving = ['moves.webp', 'moves.avif'];
    const made = new Set();
    let browser, folder, porchlight, movie, longMovie;

    before(async () => {
        browser = await launchBrowser('--autoplay-policy=no-user-gesture-required');
        folder = new Folder();
        const page = await browser.newPage();
        folder.file('a.jpg', await paint(page, 1200, 1600, '#a33'));
        folder.file('b.jpg', await paint(page, 1600, 1200, '#33a'));
        await page.close();
        folder.file('moves.gif', gif());
        folder.file('still.gif', gif(false));
        made.add('moves.gif');
        for (const name of moving) {
            if (movingPicture(`${folder.path}/${name}`))
                made.add(name);
        }
        movie = film();
        if (movie)
            folder.file('b.mov', movie); // as an iPhone writes it beside the photo
        longMovie = longFilm(`${folder.path}/long.webm`);
        porchlight = await Porchlight.share(folder.path, '--show', 'photos');
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    async function visit(options, name, steps) {
        const visitor = await Visitor.arrive(browser, porchlight.origin, options);
        const { page } = visitor;
        await visitor.open(`/?order=asc#photo=${name}`);
        await page.getByRole('dialog', { name, exact: true }).waitFor();
        // PhotoSwipe takes no keys before it is fully open.
        await page.waitForFunction(() => document.activeElement.closest('.pswp'));
        await steps(page, visitor);
        await visitor.leave();
    }
    const shown = (page) => page.locator('.pswp__item[aria-hidden="false"] img.pswp__img:not(.pswp__img--placeholder)');

    for (const [size, screen] of Object.entries(screens)) {
        for (const scheme of ['light', 'dark']) {
            it(`is readable and fits on a ${size}, ${scheme}`, () => visit({ screen, scheme }, 'b.jpg', async (page, visitor) => {
                await page.keyboard.press('i');
                const { x, y, width, height } = await page.getByRole('region', { name: 'Details' }).boundingBox();
                assert.ok(x >= 0 && y >= 0 && x + width <= screen.width && y + height <= screen.height, 'all details are seen');
                assert.ok(await visitor.overflow() <= 0);
                assert.deepEqual(await accessibilityFaults(page), []);
            }));
        }
    }

    it('plays a film from where nobody has loaded it yet', (t) => {
        if (!longMovie)
            return t.skip('ffmpeg is not installed');
        return visit({}, 'a.jpg', async (page, visitor) => {
            const begins = [];
            page.on('response', (response) => {
                if (response.status() === 206)
                    begins.push(Number(/^bytes (\d+)-/.exec(response.headers()['content-range'])[1]));
            });
            await page.goto('about:blank');
            await visitor.open('/?order=asc#photo=long.webm');
            const film = page.locator('.pswp__item[aria-hidden="false"] .film video');
            await film.waitFor();
            await page.waitForFunction(() => document.querySelector('.film video').readyState >= 1);
            const loaded = await film.evaluate((video) => (video.buffered.length ? video.buffered.end(video.buffered.length - 1) : 0));
            assert.ok(loaded < 20, `${loaded} seconds are loaded already`);
            await film.evaluate((video) => {
                video.currentTime = 20;
                return video.play();
            });
            await page.waitForFunction(() => document.querySelector('.film video').currentTime > 20.2);
            const half = statSync(`${folder.path}/long.webm`).size / 2;
            assert.ok(begins.some((begin) => begin > half), `it asked for parts from ${begins}`);
        });
    });

    it('follows a finger', () => visit({ screen: screens.phone, touch: true }, 'a.jpg', async (page, visitor) => {
        const touch = await visitor.fingers();
        await touch([[330, 420]]);
        for (let x = 310; x > 60; x -= 25)
            await touch([[x, 420]]);
        await touch([]);
        await page.getByRole('dialog', { name: 'b.jpg', exact: true }).waitFor();
    }));

    it('has room for its buttons in every language', async () => {
        for (const locale of ['en', 'de', 'es', 'fr', 'zh']) {
            await visit({ screen: screens.phone, locale }, 'b.jpg', async (page) => {
                const cut = await page.locator('.pswp__top-bar > *').evaluateAll((all) => all
                    .filter((each) => each.scrollWidth > each.clientWidth || each.getBoundingClientRect().right > innerWidth)
                    .map((each) => each.outerHTML));
                assert.deepEqual(cut, []);
            });
        }
    });

    it('grows between two fingers', () => visit({ screen: screens.phone, touch: true }, 'a.jpg', async (page, visitor) => {
        const touch = await visitor.fingers();
        const width = async () => (await shown(page).boundingBox()).width;
        const before = await width();
        await touch([[180, 420], [210, 420]]);
        for (let apart = 10; apart <= 110; apart += 10)
            await touch([[180 - apart, 420], [210 + apart, 420]]);
        await touch([]);
        await page.waitForFunction((least) =>
            document.querySelector('.pswp__item[aria-hidden="false"] img.pswp__img').getBoundingClientRect().width > least, before * 2);
        assert.equal(new URL(page.url()).hash, '#photo=a.jpg');
    }));

    it('takes the whole screen, and gives it back', () => visit({}, 'a.jpg', async (page) => {
        const button = page.getByRole('button', { name: 'Full screen' });
        const isWhole = (wanted) => page.waitForFunction((is) => Boolean(document.fullscreenElement?.matches('.pswp')) === is, wanted);
        await button.click();
        await isWhole(true);
        await page.getByRole('button', { name: 'Full screen', pressed: true }).waitFor();
        await page.keyboard.press('f');
        await isWhole(false);
        await page.getByRole('button', { name: 'Full screen', pressed: false }).waitFor();
        await button.click();
        await isWhole(true);
        await page.getByRole('button', { name: 'Close' }).click();
        await page.locator('.pswp').waitFor({ state: 'detached' });
        await isWhole(false);
    }));

    it('plays the moment around it, and stops', (t) => {
        if (!movie)
            return t.skip('ffmpeg is not installed');
        return visit({}, 'b.jpg', async (page) => {
            const button = page.getByRole('button', { name: 'Live' });
            const video = page.locator('video.live');
            const plays = () => page.waitForFunction(() => document.querySelector('video.live')?.currentTime > 0);
            await button.click();
            await plays();
            assert.equal(await button.getAttribute('aria-pressed'), 'true');
            await video.waitFor({ state: 'detached' }); // at its end
            await button.click();
            await plays();
            await button.click();
            assert.equal(await video.count(), 0);
            assert.equal(await button.getAttribute('aria-pressed'), 'false');
            await button.click();
            await plays();
            await page.keyboard.press('ArrowRight');
            await video.waitFor({ state: 'detached' });
            assert.equal(await button.isVisible(), false); // the next has none
        });
    });

    /** What the screen shows of it and a little around. */
    async function seen(page) {
        const { x, y } = await shown(page).boundingBox();
        const png = await page.screenshot({ clip: { x: x - 4, y: y - 4, width: 9, height: 9 } });
        return png.toString('base64');
    }

    for (const name of ['moves.gif', ...moving]) {
        it(`moves when ${name} does`, (t) => {
            if (!made.has(name))
                return t.skip('ffmpeg cannot make it');
            return visit({}, name, async (page) => {
                await page.waitForFunction((file) =>
                    document.querySelector(`.pswp__item[aria-hidden="false"] img[src$="/${file}"]`)?.complete, name);
                const first = await seen(page);
                const begun = Date.now();
                while (await seen(page) === first)
                    assert.ok(Date.now() - begun < 5_000, 'it stands still');
                assert.match(await page.locator(`.tile img[alt="${name}"]`).getAttribute('src'), /size=tile/);
            });
        });
    }
    it('shows a picture still to a browser that does not know how it moves', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        const { page } = visitor;
        await page.route('**/moves.gif', (route) => route.fulfill({ contentType: 'image/gif', body: 'of tomorrow' }));
        await visitor.open('/?order=asc#photo=moves.gif');
        await page.waitForFunction(() =>
            document.querySelector('.pswp__item[aria-hidden="false"] img[src*="moves.gif?size=screen"]')?.naturalWidth);
        assert.equal(await page.locator('.pswp__error-msg').count(), 0);
        await visitor.leave();
    });
    it('shows a GIF that does not move as it shows a photo', () => visit({}, 'still.gif', async (page) => {
        assert.match(await shown(page).getAttribute('src'), /still\.gif\?size=screen/);
    }));
    it('keeps a GIF still for those who want it so', () => visit({ motion: 'reduce' }, 'moves.gif', async (page) => {
        assert.match(await shown(page).getAttribute('src'), /moves\.gif\?size=screen/);
    }));
});
