// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser } from './support/visitor.mjs';

/** Every file below the folder with the hash of its bytes. */
function contents(root, below = '') {
    return readdirSync(join(root, below)).flatMap((name) => {
        const path = join(below, name);
        if (statSync(join(root, path)).isDirectory())
            return contents(root, path);
        return [[path, createHash('sha256').update(readFileSync(join(root, path))).digest('hex')]];
    }).sort();
}

function hasUnzip() {
    try {
        execFileSync('unzip', ['-v']);
        return true;
    } catch {
        return false;
    }
}

describe('a zip', { skip: hasUnzip() ? false : 'unzip is not installed' }, () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        folder.folder('Lake');
        folder.folder('Lake/deep & "down"');
        folder.file('a.txt', 'soup');
        folder.file('Größe 文件.bin', randomBytes(300_000));
        folder.file('Lake/beach.jpg', randomBytes(1_000_000));
        folder.file('Lake/deep & "down"/empty.txt', '');
        [porchlight, browser] = await Promise.all([Porchlight.share(folder.path), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    /** Downloads what `act` starts, and unpacks it. */
    async function unpacked(page, act, look) {
        const [download] = await Promise.all([page.waitForEvent('download'), act()]);
        const place = mkdtempSync(join(tmpdir(), 'porchlight-zip-'));
        try {
            execFileSync('unzip', ['-q', await download.path(), '-d', place]);
            const [top] = readdirSync(place);
            const alone = readdirSync(place).length === 1 && statSync(join(place, top)).isDirectory() && top !== 'Lake';
            look(contents(alone ? join(place, top) : place));
        } finally {
            rmSync(place, { recursive: true });
        }
    }

    it('of everything holds every byte', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin, {});
        await visitor.open('/');
        await unpacked(visitor.page, () => visitor.page.getByRole('link', { name: 'Download all' }).click(),
            (files) => assert.deepEqual(files, contents(folder.path)));
        await visitor.leave();
    });

    it('of what is ticked holds that alone', async () => {
        const visitor = await Visitor.arrive(browser, porchlight.origin, {});
        await visitor.open('/');
        await visitor.page.getByRole('checkbox', { name: 'a.txt' }).check();
        await unpacked(visitor.page, () => visitor.page.getByRole('button', { name: /Download/ }).click(),
            (files) => assert.deepEqual(files.map(([path]) => path), ['a.txt']));
        await visitor.leave();
    });
});
