// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';

/** A JPEG of one colour, made by the browser itself. */
export function paint(page, width, height, colour) {
    return page.evaluate(([w, h, fill]) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
        const context = canvas.getContext('2d');
        context.fillStyle = fill;
        context.fillRect(0, 0, w, h);
        return canvas.toDataURL('image/jpeg', 0.8).split(',')[1];
    }, [width, height, colour]).then((base64) => Buffer.from(base64, 'base64'));
}

/** A second of film; null where ffmpeg is not installed. */
export function film() {
    try {
        return execFileSync('ffmpeg', ['-loglevel', 'error', '-f', 'lavfi', '-i', 'testsrc=s=320x180:d=1', '-c:v', 'libvpx',
            '-f', 'webm', '-'], { maxBuffer: 1 << 24 });
    } catch {
        return null;
    }
}

/** Twenty-four seconds of film in 12 MB, more than a browser reads before it plays; false where ffmpeg is not installed. */
export function longFilm(path) {
    try {
        execFileSync('ffmpeg', ['-loglevel', 'error', '-f', 'lavfi', '-i', 'testsrc=s=320x180:d=24:r=15,noise=alls=90:allf=t',
            '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '4M', '-minrate', '4M', path]);
        return true;
    } catch {
        return false;
    }
}

/** A second of red and one of blue, for ever, in a format that its ending names; false where ffmpeg cannot make it. */
export function movingPicture(path) {
    const coder = path.endsWith('.webp') ? ['-c:v', 'libwebp_anim', '-loop', '0'] : ['-c:v', 'libaom-av1', '-cpu-used', '8'];
    try {
        execFileSync('ffmpeg', ['-loglevel', 'error', '-f', 'lavfi', '-i', 'color=red:s=64x48:d=1:r=2', '-f', 'lavfi', '-i',
            'color=blue:s=64x48:d=1:r=2', '-filter_complex', 'concat=n=2:v=1', ...coder, path], { stdio: 'ignore' });
        return true;
    } catch {
        return false;
    }
}

/** A GIF of one pixel that is red, then blue, a tenth of a second each, for ever (GIF89a); only red if it is to be still. */
export function gif(isMoving = true) {
    const head = [...Buffer.from('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0xff, 0, 0, 0, 0, 0xff];
    const again = [0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0];
    const picture = (colour) => [0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44 + colour * 8, 1, 0];
    return Buffer.from([...head, ...isMoving ? [...again, ...picture(0), ...picture(1)] : picture(0), 0x3b]);
}
