// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the board, or the page of one order, as the kitchen has it now: the server tells of each order by an
// event, and the browser asks again by itself where it left off.
'use strict';

const live = document.querySelector('[data-live]');
const board = document.getElementById('board');
// As many as the server shows, and keeps.
const MOST = 60;
const KEPT = 500;

/** What the page says, in its language, with these values in the place of "{name}". */
const words = JSON.parse(live.dataset.words);
function say(key, values = {}) {
    return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function isReady(row) {
    return row.querySelector('.state').classList.contains('ready');
}

/** What is in the kitchen comes first, and of two alike the newer one. */
function place(row) {
    const comesAfter = (each) => isReady(each) === isReady(row)
        ? Number(each.dataset.id) < Number(row.dataset.id)
        : isReady(each);
    board.insertBefore(row, [...board.children].find((each) => each !== row && comesAfter(each)) ?? null);
}

function trim() {
    const isTooMuch = (count) => count > KEPT || (count > MOST && isReady(board.lastElementChild));
    while (isTooMuch(board.children.length))
        board.lastElementChild.remove();
}

function setReady(state) {
    state.textContent = say('ready');
    state.classList.add('ready');
}

function dishesOf(order) {
    return `${order.quantity} × ${order.dish}`;
}

function fill(row, order) {
    row.dataset.id = order.id;
    row.id = `order-${order.id}`;
    row.querySelector('.number').textContent = order.id;
    row.querySelector('.name').textContent = dishesOf(order);
    row.querySelector('.for').textContent = order.name;
    if (order.note)
        row.querySelector('.note bdi').textContent = order.note;
    else
        row.querySelector('.note').remove();
    const form = row.querySelector('form'); // only the kitchen has it
    if (form) {
        form.action = `/order/${order.id}/ready`;
        form.querySelector('.unseen').textContent = say('readyOrder', { n: order.id });
    }
}

function newRow(order) {
    const row = document.getElementById('row').content.firstElementChild.cloneNode(true);
    fill(row, order);
    row.classList.add('new');
    return row;
}

function showWhetherEmpty() {
    const isEmpty = board.children.length === 0;
    document.getElementById('empty').hidden = !isEmpty;
    document.getElementById('clear')?.toggleAttribute('hidden', isEmpty); // only the kitchen has it
}

function clear() {
    if (!board)
        return; // the page of one order is its visitor's own
    board.replaceChildren();
    showWhetherEmpty();
    document.getElementById('news').textContent = say('newsCleared');
}

function show(order) {
    if (!board) {
        if (String(order.id) === live.dataset.order && order.ready)
            setReady(live.querySelector('.state'));
        return;
    }
    const row = document.getElementById(`order-${order.id}`) ?? newRow(order);
    if (order.ready) {
        setReady(row.querySelector('.state'));
        row.querySelector('form')?.remove();
    }
    place(row);
    trim();
    showWhetherEmpty();
    document.getElementById('news').textContent = order.ready
        ? say('newsReady', { n: order.id })
        : say('newsOrder', { n: order.id, what: dishesOf(order), name: order.name });
}

const sign = document.getElementById('live');
function showConnected(connected) {
    if (!sign)
        return;
    sign.hidden = false;
    sign.classList.toggle('away', !connected);
    sign.textContent = say(connected ? 'live' : 'connecting');
}

// A browser tries again by itself when a stream ends, but never after an error status.
const AGAIN_MS = 5000;
function listen(address) {
    const source = new EventSource(address);
    for (const type of ['order', 'ready'])
        source.addEventListener(type, (event) => show(JSON.parse(event.data)));
    source.addEventListener('cleared', clear);
    source.addEventListener('open', () => showConnected(true));
    source.addEventListener('error', () => {
        showConnected(false);
        if (source.readyState === EventSource.CLOSED)
            setTimeout(() => listen(address), AGAIN_MS);
    });
}
listen(live.dataset.live);
