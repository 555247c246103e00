// SPDX-License-Identifier: GPL-3.0-or-later
import { Lightbox } from './lightbox.js';
import { closeMenus } from './page.js';
import { walkByArrows } from './walking.js';

closeMenus();
const tiles = [...document.querySelectorAll('.tile')];
if (tiles.length) {
    walkByArrows(tiles);
    new Lightbox(tiles).followAddress();
}
