// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/pagestyle.h"

namespace porchlight {

const QByteArray &pageStylesheet()
{
    static const QByteArray stylesheet = QByteArrayLiteral(R"css(
:root {
  color-scheme: light dark;
  --window: #f6f5f2; --card: #ffffff; --line: #e3e0d9; --hover: #fbf6ec;
  --text: #23211d; --dim: #6c675f; --accent: #d97706; --ink: #a45905; --soft: #fdf1dd;
  --green: #277849; --green-soft: #e6f4ec; --blue: #2461e6; --blue-soft: #e8effd;
  --orange: #bf400c; --orange-soft: #fdebe1; --red: #b91c1c; --red-soft: #fde7e7;
  --violet: #7c3aed; --violet-soft: #f1ebfe; --grey: #6c675f; --grey-soft: #f1efea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --window: #1e1d1b; --card: #292825; --line: #3b3935; --hover: #32302c;
    --text: #eceae5; --dim: #aaa59c; --accent: #f5a524; --ink: #f5a524; --soft: #3a2f1b;
    --green: #5cc48d; --green-soft: #1f3529; --blue: #7aa5ff; --blue-soft: #22304d;
    --orange: #ff9c66; --orange-soft: #41291c; --red: #ff8080; --red-soft: #452323;
    --violet: #b79cff; --violet-soft: #33294d; --grey: #aaa59c; --grey-soft: #35332f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 24px; max-width: 960px; min-height: 100vh; min-height: 100dvh;
  display: flex; flex-direction: column;
  background: var(--window); color: var(--text);
  font: 16px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, Inter, "Noto Sans", sans-serif;
}
a { color: inherit; text-decoration: none; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; border-radius: 8px; }
h1, p, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 1.75;
  stroke-linecap: round; stroke-linejoin: round; }
.sprite { display: none; }
.lamp { stroke: var(--accent); stroke-width: 4; stroke-linecap: butt; stroke-linejoin: miter; flex: none; }
.lamp .glow { fill: var(--soft); }
main { flex: 1; min-width: 0; }
footer { display: flex; align-items: center; justify-content: center; gap: 8px; padding-top: 24px;
  color: var(--dim); font-size: 14px; text-align: center; }

.crumbs ol { display: flex; flex-wrap: wrap; align-items: center; color: var(--dim); font-size: 15px; }
.crumbs li { display: flex; align-items: center; min-width: 0; }
.crumbs li + li::before { content: ""; flex: none; width: 7px; height: 7px; margin: 0 10px 0 4px;
  border: solid var(--dim); border-width: 1.75px 1.75px 0 0; transform: rotate(45deg); }
.crumbs a { display: flex; align-items: center; gap: 8px; min-width: 44px; min-height: 44px; padding-right: 4px;
  overflow-wrap: anywhere; }
.crumbs a:hover { color: var(--text); text-decoration: underline; text-underline-offset: 3px; }
.heading { display: flex; align-items: center; gap: 16px; margin: 4px 0 16px; }
.heading div { min-width: 0; }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -0.01em; overflow-wrap: anywhere; }
.summary { color: var(--dim); margin-top: 4px; }

.entries { background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.entries li { content-visibility: auto; contain-intrinsic-size: auto 56px; }
.entries li + li { border-top: 1px solid var(--line); }
.entries a { display: grid; grid-template-columns: 36px minmax(0, 1fr) 88px 152px; column-gap: 16px;
  align-items: center; min-height: 56px; padding: 8px 16px; }
.entries a:hover { background: var(--hover); }
.name { overflow: hidden; overflow-wrap: anywhere; white-space: pre-wrap; padding: 2px 0; }
.folder .name, .up .name { font-weight: 600; }
.size, .time { color: var(--dim); font-size: 14px; white-space: nowrap; text-align: right;
  font-variant-numeric: tabular-nums; }
.icon { display: grid; place-items: center; width: 36px; height: 36px; border-radius: 8px;
  color: var(--grey); background: var(--grey-soft); }
.icon svg { width: 20px; height: 20px; }
.folder .icon { color: var(--ink); background: var(--soft); }
.image .icon { color: var(--green); background: var(--green-soft); }
.video .icon { color: var(--blue); background: var(--blue-soft); }
.audio .icon { color: var(--violet); background: var(--violet-soft); }
.page .icon { color: var(--orange); background: var(--orange-soft); }
.up .icon { background: none; }
.more { color: var(--dim); padding: 16px 4px 0; }

.message { max-width: 560px; margin: 0 auto; padding: 24px;
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; text-align: center; }
.message .lamp { margin: 8px auto 16px; }
.message h1 { font-size: 24px; margin-bottom: 8px; text-wrap: balance; }
.message p { color: var(--dim); text-wrap: pretty; }
.message p + p { margin-top: 12px; }
.message .pill { display: inline-block; margin-bottom: 12px; padding: 2px 12px; border-radius: 12px;
  font-size: 14px; font-weight: 600; color: var(--orange); background: var(--orange-soft); }
.message .server { color: var(--red); background: var(--red-soft); }
.message .button { display: inline-flex; align-items: center; min-height: 44px; margin: 24px 0 8px; padding: 8px 24px;
  border-radius: 8px; font-weight: 600; color: #23211d; background: var(--accent); }
.message .button:hover { filter: brightness(1.06); }
.message .button:focus-visible { outline-color: var(--text); outline-offset: 3px; }
.empty { max-width: none; margin-top: 16px; }
.empty .lamp .glow { fill: none; }
.empty strong { color: var(--text); }
.empty p + p { margin-top: 4px; }
.error main { display: grid; align-items: center; }

.place { color: var(--dim); font-weight: 400; }
.search { display: flex; gap: 8px; margin-bottom: 16px; }
.search input { flex: 1; min-width: 0; }
.search input, .search button { min-height: 44px; padding: 8px 16px; border: 1px solid var(--line);
  border-radius: 8px; font: inherit; color: var(--text); background: var(--card); }
.search button { font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 16px; }
.actions .button { display: inline-flex; align-items: center; min-height: 44px; padding: 8px 16px;
  border: 1px solid var(--line); border-radius: 8px; font-weight: 600; background: var(--card); }
.preview { max-width: 100%; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
img.preview, video.preview { display: block; max-height: 80vh; margin: 0 auto; }
audio.preview { display: block; width: 100%; }
iframe.preview { display: block; width: 100%; height: 80vh; }
pre.preview { padding: 16px; overflow: auto; font-size: 14px; white-space: pre-wrap; overflow-wrap: anywhere; }
article.preview { padding: 16px 24px; overflow-wrap: anywhere; }
article.preview * { max-width: 100%; }
article.preview :is(p, ul, ol, pre, table, blockquote, h1, h2, h3, h4, h5, h6) { margin: 12px 0; }
article.preview :is(ul, ol) { padding-left: 24px; list-style: revert; }
article.preview a { text-decoration: underline; text-underline-offset: 3px; }
article.preview :is(pre, table) { display: block; overflow: auto; }
article.preview :is(th, td) { padding: 4px 12px; border: 1px solid var(--line); }

@media (max-width: 640px) {
  body { padding: 16px 12px; }
  h1 { font-size: 24px; }
  .heading { margin-bottom: 12px; }
  .entries li { contain-intrinsic-size: auto 64px; }
  .entries a { grid-template-columns: 36px auto minmax(0, 1fr); column-gap: 12px; min-height: 64px; padding: 8px 12px; }
  .icon { grid-row: 1 / span 2; }
  .name { grid-column: 2 / span 2; }
  .folder .size { display: none; }
  .folder .time { grid-column: 2 / span 2; }
  .size, .time { text-align: left; }
  .up .icon, .up .name { grid-row: auto; }
  .up a { min-height: 48px; }
}
@media print { body { background: none; } .entries a { min-height: 0; } footer { display: none; } }
)css");
    return stylesheet;
}

} // namespace porchlight
