// SPDX-License-Identifier: GPL-3.0-or-later
// Builds src/ into the folder named: "npm run build" writes the dist/ that is committed.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

export function buildInto(outdir) {
    return build({
        absWorkingDir: here,
        entryPoints: ['src/style.css', 'src/list.css', 'src/list.js', 'src/photos.css', 'src/photos.js'],
        outdir,
        bundle: true,
        minify: true,
        format: 'esm',
        charset: 'utf8',
        legalComments: 'inline',
        target: ['chrome109', 'firefox115', 'safari15.6'],
        logLevel: 'warning',
    });
}

if (process.argv[2])
    await buildInto(process.argv[2]);
