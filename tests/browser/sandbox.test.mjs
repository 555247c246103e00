// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { launchBrowser } from './support/visitor.mjs';

const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Notes what it could get at in window.found. */
const spy = `
    const attempt = async (name, steps) => {
        try { window.found[name] = await steps(); } catch (error) { window.found[name] = 'denied'; }
    };
    window.found = { origin: self.origin };
    Promise.all([
        attempt('cookie', () => { document.cookie = 'mine=1'; return document.cookie; }),
        attempt('storage', () => { localStorage.setItem('mine', '1'); return localStorage.getItem('mine'); }),
        attempt('fetch', async () => (await fetch('/secret.txt')).text()),
        attempt('listing', async () => (await fetch('/')).text()),
        attempt('frame', () => new Promise((resolve, reject) => {
            const frame = document.createElementNS('http://www.w3.org/1999/xhtml', 'iframe');
            frame.src = '/secret.txt';
            frame.onload = () => (frame.contentDocument ? resolve(frame.contentDocument.body.innerText) : reject());
            document.documentElement.append(frame);
        })),
        attempt('worker', async () => { await navigator.serviceWorker.register('/sw.js'); return 'registered'; }),
    ]).then(() => { window.done = true; });`;

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" onload="this.dataset.ran = 'onload'">
    <style>rect { fill: rgb(1, 2, 3) }</style><rect width="40" height="30"/><image href="dot.png" width="1" height="1"/>
    <script>document.documentElement.dataset.ran = 'script'</script></svg>`;

function fill(folder) {
    folder.file('secret.txt', 'the secret');
    folder.file('sw.js', '');
    folder.file('dot.png', png);
    folder.file('all.zip', 'PK');
    folder.file('page.css', 'h1 { color: rgb(1, 2, 3) }');
    folder.file('script.js', 'document.body.dataset.ran = "yes"');
    folder.file('spy.html', `<!DOCTYPE html><title>Spy</title><body><script>${spy}</script>`);
    folder.file('spy.xhtml', `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Spy</title></head><body><p/>
        <script><![CDATA[${spy}]]></script></body></html>`);
    folder.file('drawing.svg', drawing);
    folder.file('drawing.xml', drawing);
    folder.file('album.html', `<!DOCTYPE html><title>Album</title><link rel="stylesheet" href="page.css"><h1>Album</h1>
        <img id="dot" src="dot.png"><img id="drawing" src="drawing.svg"><script src="script.js"></script>
        <a href="all.zip">Keep</a> <a href="spy.html">Next</a>`);
}

async function opened(browser, url, steps) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const response = await page.goto(url);
    const outcome = await steps(page, response);
    await context.close();
    return outcome;
}

function spied(browser, url) {
    return opened(browser, url, async (page) => {
        await page.waitForFunction('window.done');
        return page.evaluate(() => window.found);
    });
}

/** Whether the drawing is there to be seen, and what of its script ran. */
function drawn(browser, url) {
    return opened(browser, url, async (page) => {
        await page.waitForLoadState('load');
        return page.evaluate(() => {
            const { fill } = getComputedStyle(document.querySelector('rect'));
            return { width: document.querySelector('rect').getBoundingClientRect().width, fill,
                ran: document.documentElement.dataset.ran ?? 'nothing' };
        });
    });
}

describe('pages in a share that is no website', () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        fill(folder);
        [porchlight, browser] = await Promise.all([Porchlight.share(folder.path), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    for (const name of ['spy.html', 'spy.xhtml']) {
        it(`get at nothing of ours (${name})`, async () => {
            assert.deepEqual(await spied(browser, `${porchlight.origin}/${name}`), {
                origin: 'null', cookie: 'denied', storage: 'denied', fetch: 'denied', listing: 'denied',
                frame: 'denied', worker: 'denied' });
        });
    }

    for (const name of ['drawing.svg', 'drawing.xml']) {
        it(`are drawn, and run nothing (${name})`, async () => {
            assert.deepEqual(await drawn(browser, `${porchlight.origin}/${name}`),
                { width: 40, fill: 'rgb(1, 2, 3)', ran: 'nothing' });
        });
    }

    it('are whole: style, pictures, scripts, links and downloads', async () => {
        await opened(browser, `${porchlight.origin}/album.html`, async (page) => {
            await page.waitForLoadState('load');
            assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('h1')).color),
                'rgb(1, 2, 3)');
            assert.deepEqual(await page.evaluate(() => [document.querySelector('#dot').naturalWidth,
                document.querySelector('#drawing').naturalWidth, document.body.dataset.ran]), [1, 40, 'yes']);
            const dialogs = [];
            page.on('dialog', (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
            await page.evaluate(() => window.alert('hello'));
            assert.deepEqual(dialogs, ['hello']);
            const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Keep')]);
            assert.equal(download.suggestedFilename(), 'all.zip');
            await page.click('text=Next');
            assert.equal(page.url(), `${porchlight.origin}/spy.html`);
        });
    });

    it('cannot be framed with a listing inside', async () => {
        folder.file('frame.html', '<!DOCTYPE html><title>Frame</title><iframe src="/"></iframe>');
        await opened(browser, `${porchlight.origin}/frame.html`, async (page) => {
            await page.waitForLoadState('load');
            assert.ok(page.frames().slice(1).every((frame) => !frame.url().startsWith(porchlight.origin)));
        });
    });

    it('run as they like once the share has become a website', async () => {
        const site = new Folder();
        fill(site);
        const host = await Porchlight.share(site.path);
        await opened(browser, `${host.origin}/spy.html`, async (page) => {
            await page.waitForFunction('window.done');
            assert.equal(await page.evaluate(() => window.found.origin), 'null');
            site.file('index.html', '<!DOCTYPE html><title>Mine</title><a href="spy.html">Spy</a>');
            const deadline = Date.now() + 5_000;
            let origin = 'null';
            while (origin === 'null' && Date.now() < deadline) {
                await page.reload(); // from the cache, if the cache is allowed to
                await page.waitForFunction('window.done');
                origin = await page.evaluate(() => window.found.origin);
            }
            assert.equal(origin, host.origin);
        });
        assert.equal(await host.stop(), 0);
        site.remove();
    });
});

describe('pages of a website', () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        fill(folder);
        folder.file('index.html', '<!DOCTYPE html><title>Mine</title>');
        [porchlight, browser] = await Promise.all([Porchlight.share(folder.path), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    it('have their origin', async () => {
        const found = await spied(browser, `${porchlight.origin}/spy.html`);
        assert.equal(found.origin, porchlight.origin);
        assert.deepEqual([found.cookie, found.storage, found.fetch, found.frame, found.worker],
            ['mine=1', '1', 'the secret', 'the secret', 'registered']);
    });

    it('run the scripts of their drawings', async () => {
        assert.notEqual((await drawn(browser, `${porchlight.origin}/drawing.svg`)).ran, 'nothing');
    });
});

describe('the status of the server', () => {
    let browser, folder, porchlight;
    const path = '/.porchlight/status';
    const at = (name) => porchlight.origin.replace('127.0.0.1', name);

    before(async () => {
        folder = new Folder();
        folder.file('index.html', '<!DOCTYPE html><title>Mine</title>');
        [porchlight, browser] = await Promise.all(
            [Porchlight.share(folder.path), launchBrowser('--host-resolver-rules=MAP evil.test 127.0.0.1')]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    it('is told in the address bar and to our own pages', async () => {
        for (const name of ['127.0.0.1', 'localhost'])
            await opened(browser, at(name) + path, async (page, response) => assert.equal(response.status(), 200));
        await opened(browser, porchlight.origin, async (page) => {
            assert.ok((await page.evaluate(async (url) => (await fetch(url)).json(), path)).version);
        });
    });

    it('is not told to a name that was made to lead here', async () => {
        await opened(browser, at('evil.test'), async (page, response) => {
            assert.equal(response.status(), 200); // what is shared is shared with everyone
            assert.equal(await page.evaluate(async (url) => (await fetch(url)).status, path), 421);
        });
    });

    it('is not told to another site', async () => {
        await opened(browser, porchlight.origin, async (page) => {
            const [response] = await Promise.all([
                page.waitForResponse(at('localhost') + path),
                page.evaluate((url) => fetch(url, { mode: 'no-cors' }), at('localhost') + path),
            ]);
            assert.equal(response.status(), 403);
        });
    });
});
