// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Folder } from './support/folder.mjs';
import { launchBrowser, screens } from './support/visitor.mjs';

/** The server under a lesson, and its teacher. */
class LessonServer {
    static async start(folder) {
        const child = spawn(process.env.PORCHLIGHT_LESSON_SERVER, [folder], { stdio: ['pipe', 'pipe', 'inherit'] });
        const lines = createInterface(child.stdout);
        const [port] = await once(lines, 'line');
        return new LessonServer(child, lines, `http://127.0.0.1:${port}`);
    }
    constructor(child, lines, origin) {
        this.child = child;
        this.origin = origin;
        this.waiting = 0;
        this.lines = lines;
        lines.on('line', (line) => { this.waiting = Number(line.split(' ')[1]); });
    }
    say(line) {
        this.child.stdin.write(`${line}\n`);
    }
    async untilWaiting(count) {
        while (this.waiting !== count)
            await once(this.lines, 'line');
    }
    async stop() {
        this.child.stdin.end();
        const [code] = await once(this.child, 'exit');
        return code;
    }
}

describe('a lesson', () => {
    let browser, folder, server;

    before(async () => {
        folder = new Folder();
        folder.file('index.html', '<!DOCTYPE html><title>Menu</title><link rel="icon" href="data:,"><h1>Menu</h1>');
        [server, browser] = await Promise.all([LessonServer.start(folder.path), launchBrowser()]);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await server?.stop(), 0);
        folder.remove();
    });
    beforeEach(() => server.say('real'));

    async function phones(count, steps) {
        const contexts = await Promise.all(
            Array.from({ length: count }, () => browser.newContext({ viewport: screens.phone })));
        const pages = await Promise.all(contexts.map((context) => context.newPage()));
        await steps(...pages);
        await Promise.all(contexts.map((context) => context.close()));
    }

    it('holds two phones, which get the answers that the teacher chooses', () => phones(2, async (one, two) => {
        server.say('hold');
        const first = one.goto(server.origin);
        await server.untilWaiting(1);
        const second = two.goto(server.origin);
        await server.untilWaiting(2);
        const asked = performance.now();
        server.say('answer 404');
        assert.equal((await first).status(), 404);
        const latency = performance.now() - asked;
        server.say('answer');
        assert.equal((await second).status(), 200);
        assert.equal(await two.locator('h1').innerText(), 'Menu');
        await server.untilWaiting(0);
        assert.ok(latency < 1000, `${latency} ms`);
        console.log(`# a phone shows the chosen answer ${latency.toFixed(0)} ms later`);
    }));

    it('notices a phone that gives up', () => phones(1, async (page) => {
        server.say('hold');
        const asking = page.goto(server.origin).catch((error) => error);
        await server.untilWaiting(1);
        await page.close();
        await asking;
        await server.untilWaiting(0);
    }));

    it('makes a phone wait visibly when slow', () => phones(1, async (page) => {
        server.say('slow');
        const began = performance.now();
        assert.equal((await page.goto(server.origin)).status(), 200);
        assert.ok(performance.now() - began >= 1000, 'two phases of half a second');
    }));

    it('goes on step by step', () => phones(1, async (page) => {
        server.say('step');
        const asking = page.goto(server.origin);
        await server.untilWaiting(1);
        server.say('next');
        await once(server.lines, 'line'); // now its answer waits
        await server.untilWaiting(1);
        server.say('next');
        assert.equal((await asking).status(), 200);
    }));
});
