// SPDX-License-Identifier: GPL-3.0-or-later
import { chooseRows } from './choosing.js';
import { filterRows } from './filtering.js';
import { closeMenus } from './page.js';
import { previewInPlace } from './previewing.js';

document.body.classList.add('scripted');
closeMenus();
const form = document.querySelector('form.files');
if (form) {
    const rows = [...form.querySelectorAll('.entries > li:not(.up)')];
    const choice = chooseRows(form, rows);
    filterRows(document.querySelector('form.search'), rows, choice.refresh);
    previewInPlace(rows);
}
