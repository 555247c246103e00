// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Folder } from './support/folder.mjs';
import { Porchlight } from './support/porchlight.mjs';
import { Visitor, launchBrowser } from './support/visitor.mjs';

// The corners of the upright picture: top left, top right, bottom left, bottom right.
const corners = { 'top left': [200, 0, 0], 'top right': [0, 160, 0], 'bottom left': [0, 0, 200], 'bottom right': [240, 240, 240] };
const [width, height] = [480, 320]; // upright

/** The upright picture as a camera would have kept it that writes this Exif orientation (1 to 8). */
function kept(page, orientation) {
    return page.evaluate(([w, h, fills, o]) => {
        const upright = new OffscreenCanvas(w, h);
        const paint = upright.getContext('2d');
        Object.values(fills).forEach((fill, i) => {
            paint.fillStyle = `rgb(${fill})`;
            paint.fillRect((i % 2) * w / 2, Math.floor(i / 2) * h / 2, w / 2, h / 2);
        });
        const turned = o > 4;
        const stored = Object.assign(document.createElement('canvas'), { width: turned ? h : w, height: turned ? w : h });
        const context = stored.getContext('2d');
        // From upright to stored: what a viewer undoes.
        context.setTransform(...[, [1, 0, 0, 1, 0, 0], [-1, 0, 0, 1, w, 0], [-1, 0, 0, -1, w, h], [1, 0, 0, -1, 0, h],
            [0, 1, 1, 0, 0, 0], [0, -1, 1, 0, 0, w], [0, -1, -1, 0, h, w], [0, 1, -1, 0, h, 0]][o]);
        context.drawImage(upright, 0, 0);
        return stored.toDataURL('image/jpeg', 0.95).split(',')[1];
    }, [width, height, corners, orientation]).then((base64) => Buffer.from(base64, 'base64'));
}

/** The same JPEG with an Exif segment that tells its orientation. */
function withOrientation(jpeg, orientation) {
    const exif = Buffer.from('457869660000' + '49492a0008000000' + '0100' + '12010300' + '01000000'
        + `0${orientation}000000` + '00000000', 'hex');
    const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
    return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

describe('every orientation', () => {
    let browser, folder, porchlight;

    before(async () => {
        browser = await launchBrowser();
        folder = new Folder();
        const page = await browser.newPage();
        for (let orientation = 1; orientation <= 8; ++orientation)
            folder.file(`o${orientation}.jpg`, withOrientation(await kept(page, orientation), orientation));
        await page.close();
        porchlight = await Porchlight.share(folder.path);
    });
    after(async () => {
        await browser?.close();
        assert.equal(await porchlight?.stop(), 0);
        folder.remove();
    });

    /** What stands in the middle of each quarter of the picture as the browser shows it. */
    const shown = (image) => image.evaluate(async (img) => {
        await img.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: img.naturalWidth, height: img.naturalHeight });
        const context = canvas.getContext('2d');
        context.drawImage(img, 0, 0);
        const at = (x, y) => [...context.getImageData(canvas.width * x, canvas.height * y, 1, 1).data].slice(0, 3);
        return { size: [canvas.width, canvas.height],
            quarters: { 'top left': at(0.25, 0.25), 'top right': at(0.75, 0.25), 'bottom left': at(0.25, 0.75), 'bottom right': at(0.75, 0.75) } };
    });

    for (let orientation = 1; orientation <= 8; ++orientation) {
        it(`${orientation} stands upright, as a tile and alone`, async () => {
            const visitor = await Visitor.arrive(browser, porchlight.origin, {});
            await visitor.open('/?view=photos');
            const name = `o${orientation}.jpg`;
            const tile = visitor.page.getByAltText(name, { exact: true });
            await tile.scrollIntoViewIfNeeded();
            const alone = await visitor.page.context().newPage();
            await alone.goto(`${porchlight.origin}/${name}?size=screen`);
            for (const picture of [await shown(tile), await shown(alone.locator('img'))]) {
                assert.ok(picture.size[0] > picture.size[1], `${picture.size} is not upright`);
                for (const [corner, colour] of Object.entries(corners)) {
                    const off = Math.max(...colour.map((c, i) => Math.abs(c - picture.quarters[corner][i])));
                    assert.ok(off < 40, `${corner}: ${picture.quarters[corner]} instead of ${colour}`);
                }
            }
            await visitor.leave();
        });
    }
});
