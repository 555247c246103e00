// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Folder } from './support/folder.mjs';
import { markupFaults, markupUnchecked } from './support/markup.mjs';
import { Porchlight } from './support/porchlight.mjs';

const pages = {
    list: '/',
    sorted: '/?sort=size&order=desc&type=image',
    'nothing of a type': '/?type=video',
    photos: '/?view=photos',
    empty: '/empty/',
    'empty album': '/empty/?view=photos',
    search: '/?q=a',
    'preview of text': '/notes.txt?preview',
    error: '/missing',
};

describe('the markup', () => {
    it('has no errors', { skip: markupUnchecked() }, async () => {
        const folder = new Folder();
        folder.folder('empty');
        folder.file('notes.txt', 'a');
        folder.file('"a" <b> & \'c\'.jpg', 'no picture');
        folder.file('\u202e<!-- --> a.html', 'a');
        folder.file(Buffer.from('61fffe2e6a7067', 'hex'), 'no picture');
        const kept = new Folder();
        const porchlight = await Porchlight.share(folder.path);
        try {
            for (const language of ['en', 'zh']) {
                for (const [name, path] of Object.entries(pages)) {
                    const response = await fetch(porchlight.origin + path, { headers: { 'Accept-Language': language } });
                    writeFileSync(kept.pathOf(`${name} ${language}.html`), await response.text());
                }
            }
            assert.equal(markupFaults(kept.path), '');
        } finally {
            assert.equal(await porchlight.stop(), 0);
            folder.remove();
            kept.remove();
        }
    });
});
