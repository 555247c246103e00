// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/accessibility.mjs';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser } from './support/visitor.mjs';

const naughty = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)<',
    '"onmouseover="alert(1)',
    "'onfocus='alert(1)",
    '&lt;img src=x onerror=alert(1)&gt;',
    '--><svg onload=alert(1)>',
    '<title><script>alert(1)',
    'javascript:alert(1)',
    'data:text,html',
    'http:',
    'a?b=c',
    'a#b',
    '100%',
    '%41',
    '%2e%2e',
    '\\evil.com',
    'a+b',
    'a;b=c&d',
    ' spaces ',
    'line\nbreak',
    'tab\there',
    'return\rhere',
    '\x1b[31mred',
    '\u202egpj.exe',
    'Größe 文件 👩‍👧',
    'o\u0308 is not ö',
    '<svg onload=alert(1)>',
    '<body onload=alert(1)>',
    '<iframe srcdoc="<script>alert(1)<">',
    '"><script>alert(1)<',
    "'-alert(1)-'",
    '{{constructor.constructor("alert(1)")()}}',
    '${alert(1)}',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    '\x01javascript:alert(1)',
    '&#x6a;avascript:alert(1)',
    'data:text,html,<script>alert(1)<',
    'vbscript:msgbox(1)',
    '<!--',
    '--!>',
    ']]><script>alert(1)<',
    '<style>*{display:none}',
    '<base href=data:>',
    '<meta http-equiv=refresh content=0>',
    '<plaintext>',
    '<textarea autofocus onfocus=alert(1)>',
    '\u2028alert(1)',
    '\ufeffBOM',
    Buffer.from('fffe80', 'hex'),
];

function joined(...parts) {
    return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** Opens the file itself, which the row's link shows a preview of. */
async function openFile(visitor, link) {
    const address = await link.evaluate((a) => a.href.replace(/\?preview$/, ''));
    await visitor.page.goto(address);
    return visitor.page.innerText('body');
}

describe('names that attack', () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        naughty.forEach((name, i) => {
            folder.file(joined(name, '.txt'), `content ${i}`);
            folder.folder(joined('in ', name));
            folder.file(joined('in ', name, '/inside.txt'), `inside ${i}`);
        });
        [porchlight, browser] = await Promise.all([Porchlight.share(folder.path), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    it('open the right files', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        await visitor.open('/');
        const links = visitor.page.locator('.document a');
        const opened = new Set();
        for (let i = 0; i < naughty.length; ++i) {
            opened.add(await openFile(visitor, links.nth(i)));
            await visitor.page.goBack();
        }
        assert.deepEqual([...opened].sort(), naughty.map((_, i) => `content ${i}`).sort());
        await visitor.leave();
    });

    it('open the right folders', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        await visitor.open('/');
        const links = visitor.page.locator('.folder a');
        const opened = new Set();
        for (let i = 0; i < naughty.length; ++i) {
            await links.nth(i).click();
            opened.add(await openFile(visitor, visitor.page.locator('.document a')));
            await visitor.page.goBack();
            await visitor.page.locator('.up a').click();
            assert.equal(visitor.path(), '/');
        }
        assert.deepEqual([...opened].sort(), naughty.map((_, i) => `inside ${i}`).sort());
        await visitor.leave();
    });

    it('stay text, whatever the visitor does with them', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin);
        await visitor.open('/');
        const { page } = visitor;
        assert.equal(await page.locator('.entries a').count(), 2 * naughty.length);
        assert.equal(await page.locator('img, script:not([src^="/.porchlight/"]), iframe, object').count(), 0);
        const attributes = await page.locator('*').evaluateAll(
            (all) => all.flatMap((e) => e.getAttributeNames()).filter((name) => name.startsWith('on')));
        assert.deepEqual(attributes, []);
        for (const link of await page.locator('.entries a').all()) {
            await link.hover();
            await link.focus();
        }
        const foreign = await page.locator('a').evaluateAll(
            (all) => all.map((a) => a.href).filter((href) => !href.startsWith(`${location.origin}/`)));
        assert.deepEqual(foreign, []);
        await visitor.leave();
    });
});

/** What there is to read of them, or how much room they take, is not as usual. */
const strange = [
    '\ufeff', '\u200b', '\u3000', ' ', '\u00ad', '\u2800', 'Z\u0351\u036b\u0343\u036a\u0302'.repeat(9),
    '\u0e01' + '\u0e47'.repeat(60), '\u0e49'.repeat(80), '\ufdfd'.repeat(12), 'x'.repeat(250), '\ud83d\udc69\u200d\ud83d\udc67',
];

describe('names that are hard to see', () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        for (const name of strange) {
            folder.file(name, name);
            if (Buffer.byteLength(name) > 200)
                continue;
            folder.folder(`in ${name}`);
            folder.folder(`in ${name}/${name}`);
        }
        [porchlight, browser] = await Promise.all([Porchlight.share(folder.path), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    for (const width of [390, 768, 1280]) {
        it(`are told and fit at ${width} px`, async () => {
            const visitor = await Visitor.arrive(browser, porchlight.origin, { screen: { width, height: 800 } });
            for (const path of ['/?view=files', '/?view=photos', '/in%20%EF%BB%BF/', '/in%20%EF%BB%BF/%EF%BB%BF/']) {
                assert.equal((await visitor.open(path)).status(), 200);
                assert.deepEqual(await accessibilityFaults(visitor.page), []);
                const overflow = await visitor.page.evaluate(
                    () => document.documentElement.scrollWidth - innerWidth);
                assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
            }
            await visitor.leave();
        });
    }
});
