// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/accessibility.mjs';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser, screens } from './support/visitor.mjs';

describe('an error page', () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        folder.folder('share');
        folder.file('share/a.txt', 'hello');
        [porchlight, browser] = await Promise.all([Porchlight.share(`${folder.path}/share`), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    for (const [size, screen] of Object.entries(screens)) {
        for (const scheme of ['light', 'dark']) {
            it(`is readable and leads home on a ${size}, ${scheme}`, async () => {
                const visitor = await Visitor.arrive(browser, porchlight.origin, { screen, scheme });
                const { page } = visitor;
                for (const [path, status] of [['/missing', 404], ['/%zz', 400]]) {
                    assert.equal((await visitor.open(path)).status(), status);
                    assert.match(await page.innerText('main'), new RegExp(`${status} `));
                    assert.ok(await visitor.overflow() <= 0, path);
                    assert.deepEqual(await accessibilityFaults(page), []);
                    const box = await page.locator('a.button').boundingBox();
                    assert.ok(box.height >= 44 && box.y + box.height <= screen.height, 'the way on is in sight');
                    await page.click('a.button');
                    assert.equal(visitor.path(), '/');
                    assert.ok(await page.getByRole('link', { name: 'a.txt' }).isVisible());
                }
                await visitor.leave();
            });
        }
    }

    // Chromium fetches the icon of the page before, late, under the new page's policy.
    it('lets the icon of the page before come late', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        for (let i = 0; i < 40; ++i) {
            await visitor.page.goto(`${porchlight.origin}/`, { waitUntil: 'commit' });
            await visitor.page.goto(`${porchlight.origin}/missing`, { waitUntil: 'commit' });
        }
        await visitor.leave();
    });

    it('runs and repeats nothing of the address', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        await visitor.open('/<img src=x onerror=alert(1)>?<script>alert(2)</script>#<script>alert(3)</script>');
        assert.ok(!(await visitor.page.content()).includes('alert('));
        await visitor.leave();
    });

    it('says that the shared folder is away until it is back', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        const { page } = visitor;
        renameSync(`${folder.path}/share`, `${folder.path}/pulled`);
        assert.equal((await visitor.open('/')).status(), 503);
        assert.match(await page.innerText('h1'), /shared folder is away/);
        assert.deepEqual(await accessibilityFaults(page), []);
        renameSync(`${folder.path}/pulled`, `${folder.path}/share`);
        await page.click('a.button');
        assert.ok(await page.getByRole('link', { name: 'a.txt' }).isVisible());
        await visitor.leave();
    });
});
