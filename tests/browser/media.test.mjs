// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser } from './support/visitor.mjs';

const bytesPerSecond = 48_000 * 4;
const seconds = 1_200;

/** The head of a WAV file of 16-bit stereo at 48 kHz (RIFF, then "fmt ", then "data"). */
function wavHead(dataSize) {
    const head = Buffer.alloc(44);
    head.write('RIFF', 0);
    head.writeUInt32LE(36 + dataSize, 4);
    head.write('WAVEfmt ', 8);
    head.writeUInt32LE(16, 16);
    head.writeUInt16LE(1, 20);
    head.writeUInt16LE(2, 22);
    head.writeUInt32LE(48_000, 24);
    head.writeUInt32LE(bytesPerSecond, 28);
    head.writeUInt16LE(4, 32);
    head.writeUInt16LE(16, 34);
    head.write('data', 36);
    head.writeUInt32LE(dataSize, 40);
    return head;
}

describe('a long recording', () => {
    let browser, folder, porchlight;

    before(async () => {
        folder = new Folder();
        const size = seconds * bytesPerSecond; // more than Chromium reads ahead; sparse on disk
        folder.file('long.wav', wavHead(size));
        truncateSync(folder.pathOf('long.wav'), 44 + size);
        folder.file('player.html', '<!DOCTYPE html><title>Player</title><video src="long.wav" preload="auto"></video>');
        [porchlight, browser] = await Promise.all([Porchlight.share(folder.path), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    for (const path of ['/player.html', '/long.wav']) {
        it(`can be sought in from ${path}`, async () => {
            const visitor = await Visitor.arrive(browser, porchlight.origin);
            const { page } = visitor;
            const parts = [];
            page.on('response', (response) => {
                if (response.status() === 206)
                    parts.push(Number(/^bytes (\d+)-/.exec(response.headers()['content-range'])[1]));
            });
            await visitor.open(path);
            await page.waitForFunction(() => document.querySelector('video, audio')?.readyState >= 1);
            assert.equal(await page.evaluate(() => document.querySelector('video, audio').duration), seconds);
            await page.evaluate(() => document.querySelector('video, audio').pause());
            for (const place of [1_000, 300, 1_199]) {
                await page.evaluate((to) => { document.querySelector('video, audio').currentTime = to; }, place);
                await page.waitForFunction((to) => {
                    const player = document.querySelector('video, audio');
                    return !player.seeking && player.currentTime === to && player.readyState >= 2;
                }, place);
            }
            const farthest = Math.max(...parts) / bytesPerSecond;
            assert.ok(farthest > 990, `it asked for parts up to second ${farthest} only`);
            await visitor.leave();
        });
    }
});
