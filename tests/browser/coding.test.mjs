// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser } from './support/visitor.mjs';

/** A script that says `words`, padded to `size` bytes. */
const saying = (words, size) => `document.title += ${JSON.stringify(`+${words}`)}; // `.padEnd(size, 'padding ');

describe('compressed content', () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        folder.folder('share');
        folder.file('share/index.html', '<!DOCTYPE html><title></title><script src="small.js"></script>' +
            '<script src="large.js"></script><script src="ready.js"></script>');
        folder.file('share/small.js', saying('small', 5_000));
        folder.file('share/large.js', saying('large', 500_000));
        folder.file('share/ready.js', saying('not this one', 5_000));
        folder.file('share/ready.js.gz', gzipSync(saying('ready', 5_000)));
        [porchlight, browser] = await Promise.all([Porchlight.share(`${folder.path}/share`), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    it('is understood, kept, and asked for again', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        const { page } = visitor;
        const scripts = [];
        page.on('response', response => response.url().endsWith('.js') && scripts.push(response));
        for (let visit = 0; visit < 3; ++visit) { // streamed, remembered, kept by the browser
            await visitor.open('/');
            assert.equal(await page.title(), '+small+large+ready');
        }
        assert.equal(scripts.length, 9);
        const codings = await Promise.all(
            scripts.slice(0, 3).map(async script => (await script.allHeaders())['content-encoding']));
        assert.match(codings.sort().join(), /^(br,br|gzip,gzip),gzip$/); // Chromium asks for br from 127.0.0.1

        folder.file('share/large.js', saying('edited', 500_000));
        await visitor.open('/');
        assert.equal(await page.title(), '+small+edited+ready');
        await visitor.leave();
    });
});
