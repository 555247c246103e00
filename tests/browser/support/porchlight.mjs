// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The real program, sharing `folder` without a window. `origin` is "http://127.0.0.1:PORT". */
export class Porchlight {
    static async share(folder, ...options) {
        const binary = process.env.PORCHLIGHT_BINARY;
        const child = spawn(
            binary,
            ['--headless', '--port', '0', '--bind', '127.0.0.1', '--log', 'none', ...options, folder],
            { stdio: ['ignore', 'pipe', 'inherit'] });
        const ended = once(child, 'exit');
        const firstLine = once(createInterface(child.stdout), 'line');
        const [line] = await Promise.race([
            firstLine,
            ended.then(([code]) => { throw new Error(`${binary} ended with ${code} instead of sharing`); }),
        ]);
        const port = /:(\d+)\/\s*$/.exec(line)[1];
        return new Porchlight(child, ended, `http://127.0.0.1:${port}`);
    }

    constructor(child, ended, origin) {
        this.child = child;
        this.ended = ended;
        this.origin = origin;
    }

    /** Asks it to stop; gives its exit code. */
    async stop() {
        this.child.kill('SIGTERM');
        const [code] = await this.ended;
        return code;
    }
}
