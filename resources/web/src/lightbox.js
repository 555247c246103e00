// SPDX-License-Identifier: GPL-3.0-or-later
import PhotoSwipe from 'photoswipe';
import { addCaption, addDetails, addDownload } from './describing.js';
import { addFullScreen } from './fullscreen.js';
import { addLivePhoto, playVideos } from './playing.js';
import { addSlideshow } from './slideshow.js';
import { say } from './page.js';
import { calm, indexOfHash, keyOf, slideOf } from './photo.js';

/**
 * A remote control has no tabulator: up leads to the buttons, down back to the picture. Whether the key was one for
 * that.
 */
function walkTools(pswp, event) {
    const { currZoomLevel, zoomLevels } = pswp.currSlide;
    const target = event.target instanceof HTMLMediaElement; // its controls have their own use for the arrows
    if (target || currZoomLevel > zoomLevels.initial)
        return false;
    const tools = [...pswp.topBar.querySelectorAll('button:not([hidden]), a')].filter((tool) => tool.offsetWidth);
    const at = tools.indexOf(document.activeElement);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'ArrowUp' && at < 0)
        tools[0].focus();
    else if (event.key === 'ArrowDown' && at >= 0)
        pswp.element.focus();
    else if (step && at >= 0)
        tools[Math.min(Math.max(at + step, 0), tools.length - 1)].focus();
    else
        return false;
    event.preventDefault();
    return true;
}

/** Shows the photos one at a time over the page; each has an address of its own, "#photo=NAME". */
export class Lightbox {
    #tiles;
    #pswp = null;
    #pushed = false; // whether the way back is the page without a photo

    constructor(tiles) {
        this.#tiles = tiles;
        tiles.forEach((tile, index) => tile.addEventListener('click', (event) => {
            if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
                return;
            event.preventDefault();
            history.pushState(null, '', `#photo=${keyOf(tile)}`);
            this.#pushed = true;
            this.#open(index);
        }));
    }

    /** Opens what the address names, now and whenever it changes. */
    followAddress() {
        const follow = () => {
            const index = indexOfHash(this.#tiles, location.hash);
            if (index < 0) {
                this.#pushed = false;
                this.#pswp?.close();
            } else if (!this.#pswp) {
                this.#open(index);
            } else if (index !== this.#pswp.currIndex) {
                this.#pswp.goTo(index);
            }
        };
        addEventListener('popstate', follow);
        follow();
    }

    #open(index) {
        const still = calm.matches;
        const pswp = this.#pswp = new PhotoSwipe({
            dataSource: this.#tiles.map((tile) => ({ tile })),
            index,
            bgOpacity: 1,
            loop: false,
            returnFocus: false,
            showHideAnimationType: still ? 'none' : 'zoom',
            zoomAnimationDuration: still ? false : 333,
            imageClickAction: 'zoom',
            bgClickAction: 'toggle-controls',
            clickToCloseNonZoomable: false,
            closeTitle: say('close'),
            zoomTitle: say('zoom'),
            arrowPrevTitle: say('previous'),
            arrowNextTitle: say('next'),
            errorMsg: say('cannotShow'),
        });
        pswp.addFilter('itemData', ({ tile }) => slideOf(tile));
        playVideos(pswp);
        pswp.on('uiRegister', () => {
            addSlideshow(pswp);
            addFullScreen(pswp);
            addLivePhoto(pswp);
            addDetails(pswp);
            addDownload(pswp);
            addCaption(pswp);
        });
        pswp.on('change', () => {
            const { name } = pswp.currSlide.data;
            pswp.element.setAttribute('aria-label', name);
            if (indexOfHash(this.#tiles, location.hash) !== pswp.currIndex)
                history.replaceState(history.state, '', `#photo=${keyOf(this.#tiles[pswp.currIndex])}`);
        });
        pswp.on('keydown', (event) => {
            if (walkTools(pswp, event.originalEvent))
                event.preventDefault();
        });
        // An old browser may not know the format: then it stands still.
        pswp.on('loadError', ({ content }) => {
            const { element } = content.data;
            if ('moving' in element.dataset) {
                delete element.dataset.moving;
                pswp.refreshSlideContent(content.index);
            }
        });
        // PhotoSwipe does not close before it is open: somebody may have gone back meanwhile.
        pswp.on('openingAnimationEnd', () => {
            if (indexOfHash(this.#tiles, location.hash) < 0)
                pswp.close();
        });
        pswp.on('close', () => this.#leaveAddress());
        pswp.on('destroy', () => {
            this.#pswp = null;
            const tile = this.#tiles[pswp.currIndex];
            tile.focus({ preventScroll: true });
            tile.scrollIntoView({ block: 'nearest' });
        });
        pswp.init();
    }

    #leaveAddress() {
        if (indexOfHash(this.#tiles, location.hash) >= 0) {
            if (this.#pushed)
                history.back();
            else
                history.replaceState(history.state, '', location.pathname + location.search);
        }
        this.#pushed = false;
    }
}
