// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder to share. Names are text or, where no text has their bytes, a Buffer. */
export class Folder {
    constructor() {
        this.path = mkdtempSync(join(tmpdir(), 'porchlight-browser-'));
    }

    pathOf(name) {
        return Buffer.concat([Buffer.from(`${this.path}/`), Buffer.from(name)]);
    }
    file(name, content = '') {
        writeFileSync(this.pathOf(name), content);
    }
    folder(name) {
        mkdirSync(this.pathOf(name));
    }
    remove() {
        rmSync(this.path, { recursive: true });
    }
}
