// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const screens = {
    phone: { width: 390, height: 844 },
    tablet: { width: 820, height: 1180 },
    laptop: { width: 1280, height: 800 },
    tv: { width: 1920, height: 1080 },
};

export function launchBrowser(...args) {
    return chromium.launch({
        executablePath: process.env.PORCHLIGHT_CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
            '--disable-background-networking', '--disable-component-update', '--disable-sync', ...args],
    });
}

/** One tab that keeps an account of everything a page of ours must never do. */
export class Visitor {
    static async arrive(browser, origin, {
        screen = screens.laptop, scheme = 'light', scripts = true, touch = false, motion = 'no-preference',
        locale = 'en',
    } = {}) {
        const context = await browser.newContext({
            viewport: screen, colorScheme: scheme, javaScriptEnabled: scripts, reducedMotion: motion,
            hasTouch: touch, isMobile: touch, locale,
        });
        return new Visitor(context, await context.newPage(), origin);
    }

    constructor(context, page, origin) {
        this.context = context;
        this.page = page;
        this.origin = origin;
        this.offences = [];
        page.on('console', (message) => {
            // Chromium reports every error status so, which a test may well have asked for.
            const isStatus = message.text().startsWith('Failed to load resource');
            if (message.type() === 'error' && !isStatus)
                this.offences.push(`console: ${message.text()}`);
        });
        page.on('pageerror', (error) => this.offences.push(`script: ${error}`));
        page.on('dialog', (dialog) => {
            this.offences.push(`dialog: ${dialog.message()}`);
            dialog.dismiss();
        });
        page.on('request', (request) => {
            const url = request.url();
            if (!url.startsWith(`${origin}/`) && !url.startsWith('data:'))
                this.offences.push(`request: ${url}`);
        });
    }

    /** Gives the response. */
    open(path) {
        return this.page.goto(this.origin + path);
    }

    /** Gives a function that puts fingers at places, moves them there, or with none takes them away. */
    async fingers() {
        const session = await this.context.newCDPSession(this.page);
        let down = 0;
        return async (places) => {
            const type = places.length === 0 ? 'touchEnd' : places.length > down ? 'touchStart' : 'touchMove';
            down = places.length;
            await session.send('Input.dispatchTouchEvent',
                { type, touchPoints: places.map(([x, y], id) => ({ x, y, id })) });
        };
    }

    /** What the page's address is, below the origin, as Chromium encodes it. */
    path() {
        return this.page.url().slice(this.origin.length);
    }

    /** How many pixels the page is wider than the window; 0 or less where nothing is to be pushed sideways. */
    overflow() {
        return this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    }

    async leave() {
        await this.context.close();
        assert.deepEqual(this.offences, []);
    }
}
