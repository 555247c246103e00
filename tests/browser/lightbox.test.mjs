// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Folder } from './support/folder.mjs';
import { gif, paint } from './support/pictures.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser, screens } from './support/visitor.mjs';

describe('a photo shown large', () => {
    let browser, folder, porchlight;

    before(async () => {
        browser = await launchBrowser();
        folder = new Folder();
        const page = await browser.newPage();
        folder.file('a.jpg', await paint(page, 1200, 1600, '#a33'));
        folder.file('b.jpg', await paint(page, 1600, 1200, '#33a'));
        await page.close();
        folder.file('moves.gif', gif());
        folder.file('still.gif', gif(false));
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

    it('follows a finger', () => visit({ screen: screens.phone, touch: true }, 'a.jpg', async (page, visitor) => {
        const touch = await visitor.fingers();
        await touch([[330, 420]]);
        for (let x = 310; x > 60; x -= 25)
            await touch([[x, 420]]);
        await touch([]);
        await page.getByRole('dialog', { name: 'b.jpg', exact: true }).waitFor();
    }));

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

    /** What the screen shows of it and a little around. */
    async function seen(page) {
        const { x, y } = await shown(page).boundingBox();
        const png = await page.screenshot({ clip: { x: x - 4, y: y - 4, width: 9, height: 9 } });
        return png.toString('base64');
    }

    it('moves when it is a GIF that does', () => visit({}, 'moves.gif', async (page) => {
        await page.waitForFunction(() => document.querySelector('.pswp__item[aria-hidden="false"] img[src$="/moves.gif"]')?.complete);
        const first = await seen(page);
        const begun = Date.now();
        while (await seen(page) === first)
            assert.ok(Date.now() - begun < 5_000, 'it stands still');
        assert.match(await page.locator('.tile img[alt="moves.gif"]').getAttribute('src'), /size=tile/);
    }));
    it('shows a GIF that does not move as it shows a photo', () => visit({}, 'still.gif', async (page) => {
        assert.match(await shown(page).getAttribute('src'), /still\.gif\?size=screen/);
    }));
    it('keeps a GIF still for those who want it so', () => visit({ motion: 'reduce' }, 'moves.gif', async (page) => {
        assert.match(await shown(page).getAttribute('src'), /moves\.gif\?size=screen/);
    }));
});
