// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/accessibility.mjs';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { launchBrowser } from './support/visitor.mjs';

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>
`;
const evil = '<script>document.title = "ran"</script><img src=x onerror="document.title = \'ran\'">';

function fill(folder) {
    folder.file('evil.txt', evil);
    folder.file('evil.html', evil);
    folder.file('evil.md', `# Title\n\n${evil}\n\n[script](javascript:document.title='ran') [other](evil.txt)
![far](http://far.invalid/dot.png)\n`);
    folder.file('paper.pdf', pdf);
    folder.file('code.js', 'a => a && a;\n'.repeat(200));
    folder.file('tasks.md', '# Tasks\n\n- [x] done\n- [ ] not done\n\n|a|b|\n|-|-|\n|1|2|\n\n```\ncode\n```\n');
    folder.file('song.mp3', 'x');
    folder.file('film.mp4', 'x');
    folder.file('photo.jpg', 'x');
    folder.file('thing.bin', '\0');
    folder.file(`${evil.replaceAll('/', '')}.txt`, 'mine');
}

describe('previews', () => {
    const folder = new Folder();
    let site;
    let browser;
    let page;
    let asked;
    before(async () => {
        fill(folder);
        site = await Porchlight.share(folder.path);
        browser = await launchBrowser();
        page = await browser.newPage();
        page.on('request', (request) => asked.push(request.url()));
    });
    after(async () => {
        await browser?.close();
        await site?.stop();
        folder.remove();
    });

    async function show(name) {
        asked = [];
        const response = await page.goto(`${site.origin}/${encodeURIComponent(name)}?preview`);
        assert.equal(response.status(), 200);
    }

    for (const name of ['evil.txt', 'evil.html', 'evil.md', `${evil.replaceAll('/', '')}.txt`]) {
        it(`runs nothing of ${name}`, async () => {
            await show(name);
            assert.notEqual(await page.title(), 'ran');
            assert.equal(await page.locator('script, [onerror], a[href^="javascript:"]').count(), 0);
            assert.ok(asked.every((url) => new URL(url).origin === site.origin || url.includes('far.invalid')));
        });
    }

    it('asks no other host for the pictures of a text', async () => {
        const failed = page.waitForEvent('requestfailed', { predicate: (request) => request.url().includes('far.invalid') });
        await show('evil.md');
        assert.equal((await failed).failure().errorText, 'csp');
    });

    for (const name of ['code.js', 'tasks.md', 'song.mp3', 'film.mp4', 'photo.jpg', 'thing.bin', 'paper.pdf']) {
        it(`is for everybody: ${name}`, async () => {
            await show(name);
            assert.deepEqual(await accessibilityFaults(page), []);
        });
    }
    for (const words of ['evil', 'nothing of the kind']) {
        it(`finds ${words} for everybody`, async () => {
            asked = [];
            await page.goto(`${site.origin}/?q=${words}`);
            assert.deepEqual(await accessibilityFaults(page), []);
        });
    }

    it('lays Markdown out', async () => {
        await show('evil.md');
        assert.equal(await page.locator('article h1').textContent(), 'Title');
        await page.getByRole('link', { name: 'other' }).click();
        assert.equal(page.url(), `${site.origin}/evil.txt`);
    });

    it('shows PDF in its frame', async () => {
        const shown = page.waitForResponse((response) => response.url().endsWith('/paper.pdf'));
        await show('paper.pdf');
        assert.equal((await shown).headers()['content-type'], 'application/pdf');
    });

    it('downloads under the name of the file', async () => {
        await show('evil.md');
        const download = page.waitForEvent('download');
        await page.getByRole('link', { name: 'Download' }).click();
        assert.equal((await download).suggestedFilename(), 'evil.md');
    });

    it('leads back to the folder', async () => {
        await show('evil.txt');
        await page.getByRole('navigation').getByRole('link').click();
        assert.equal(page.url(), `${site.origin}/`);
    });
});
