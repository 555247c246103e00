// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the HTTP Archives that Porchlight saves are valid by others' rules. PORCHLIGHT_HAR_WRITER is the test
// program that writes one of every kind of exchange.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import * as validate from 'har-validator';

const writer = process.env.PORCHLIGHT_HAR_WRITER;

/** What the schema objects to, in words; null when it is content. */
async function objections(har) {
  return validate.har(har).then(() => null, (error) => JSON.stringify(error.errors, null, 1));
}

test('a saved HTTP Archive is valid', { skip: !writer && 'PORCHLIGHT_HAR_WRITER names no program' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-har-'));
  try {
    const path = join(folder, 'session.har');
    execFileSync(writer, ['writesForTheValidator'], { env: { ...process.env, PORCHLIGHT_HAR_TO_WRITE: path } });
    const har = JSON.parse(readFileSync(path, 'utf8'));
    assert.equal(await objections(har), null);
    assert.equal(har.log.entries.length, 6);
    for (const entry of har.log.entries) {
      const { send, wait, receive } = entry.timings;
      assert.ok(Math.abs(entry.time - (send + wait + receive)) < 1e-6, 'the parts make up the time');
      assert.ok(URL.canParse ? URL.canParse(entry.request.url) : new URL(entry.request.url));
    }
    const pages = new Set(har.log.pages.map((page) => page.id));
    for (const { pageref } of har.log.entries.filter((entry) => entry.pageref))
      assert.ok(pages.has(pageref), `${pageref} is a page`);

    delete har.log.entries[0].request.method;
    assert.notEqual(await objections(har), null, 'the validator would see a mistake');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
