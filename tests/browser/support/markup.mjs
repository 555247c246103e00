// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const checker = fileURLToPath(new URL('../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

/** Why markup cannot be checked here; false where it can. */
export function markupUnchecked() {
    if (!existsSync(checker))
        return 'vnu-jar is not installed';
    return spawnSync('java', ['-version']).error ? 'Java is not installed' : false;
}

/** What the Nu Html Checker finds wrong with the pages in a folder. */
export function markupFaults(folder) {
    return spawnSync('java', ['-jar', checker, '--errors-only', '--skip-non-html', folder], { encoding: 'utf8' }).stderr;
}
