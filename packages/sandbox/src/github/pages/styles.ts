/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/** The pages' one style sheet. Colours are variables, so that light and dark differ in one place. */
export const styles = `
:root {
  color-scheme: light dark;
  --page: #f6f8fa; --surface: #fff; --line: #d1d9e0; --text: #1f2328; --quiet: #59636e;
  --link: #0550ae; --accent: #1a7f37; --accent-text: #fff; --danger: #b42318;
  --open: #1a7f37; --merged: #6f42c1; --closed: #b42318; --busy: #9a6700;
  --added: #dafbe1; --added-number: #aceebb; --removed: #ffebe9; --removed-number: #ffcecb;
  --hunk: #ddf4ff; --code: #f6f8fa; --bar: #24292f; --bar-text: #f0f6fc; --notice: #fff8c5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --surface: #151b23; --line: #3d444d; --text: #f0f6fc; --quiet: #9da7b1;
    --link: #6cb0ff; --accent: #238636; --accent-text: #fff; --danger: #ff7b72;
    --open: #238636; --merged: #8957e5; --closed: #b42318; --busy: #9a6700;
    --added: #12261e; --added-number: #1c4428; --removed: #2d1618; --removed-number: #542426;
    --hunk: #121d2f; --code: #0d1117; --bar: #010409; --bar-text: #f0f6fc; --notice: #2e2a16;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 system-ui, sans-serif; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code, pre, .mono { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 8px; top: 8px; padding: 8px; background: var(--surface); }
.bar { background: var(--bar); color: var(--bar-text); }
.bar > div { display: flex; gap: 0 16px; flex-wrap: wrap; align-items: baseline; padding: 14px 24px; max-width: 1200px; margin: auto; }
.bar a { color: inherit; font-weight: 600; }
.bar span { opacity: .75; font-size: 13px; }
main { max-width: 1200px; margin: auto; padding: 24px; }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 8px; font-weight: 600; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 24px 0 8px; font-weight: 600; }
nav.tabs { display: flex; gap: 4px; border-bottom: 1px solid var(--line); margin: 12px 0 20px; }
nav.tabs a { padding: 8px 14px; color: var(--text); border-bottom: 2px solid transparent; margin-bottom: -1px; }
nav.tabs a[aria-current] { border-color: var(--link); font-weight: 600; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: 24px; align-items: start; }
@media (max-width: 860px) { .columns { grid-template-columns: minmax(0, 1fr); } }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin: 0 0 16px; overflow: hidden; }
.card > header { padding: 10px 16px; border-bottom: 1px solid var(--line); display: flex; gap: 12px; align-items: center; flex-wrap: wrap; }
.card > header h2, .card > header h3 { margin: 0; font-size: 15px; flex: 1; min-width: 0; overflow-wrap: anywhere; font-weight: 600; }
.card > .inside, .card.inside { padding: 16px; }
.card > .inside > :first-child { margin-top: 0; }
.card > .inside > :last-child { margin-bottom: 0; }
ul.rows { list-style: none; margin: 0; padding: 0; }
ul.rows > li { padding: 10px 16px; display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; }
ul.rows > li + li { border-top: 1px solid var(--line); }
ul.rows .grow { flex: 1; min-width: 12ch; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); font-size: 13px; }
.badge { display: inline-block; padding: 1px 10px; border-radius: 999px; font-size: 13px; font-weight: 600; color: #fff; background: var(--quiet); white-space: nowrap; }
.badge.open, .badge.succeeded { background: var(--open); } .badge.merged { background: var(--merged); }
.badge.closed, .badge.failed { background: var(--closed); }
.badge.queued, .badge.running, .badge.waiting { background: var(--busy); }
.meta { display: flex; gap: 10px; align-items: center; flex-wrap: wrap; margin-bottom: 16px; }
.plus { color: var(--open); font-weight: 600; } .minus { color: var(--danger); font-weight: 600; }
@media (prefers-color-scheme: dark) { .plus { color: #3fb950; } }
.scroll { overflow-x: auto; }
table.code { border-collapse: collapse; width: 100%; }
table.code td { padding: 0 10px; vertical-align: top; font: 12.5px/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
table.code td.number { width: 1%; min-width: 44px; text-align: right; color: var(--quiet); user-select: none; }
table.code td.sign { width: 1%; padding: 0 0 0 10px; user-select: none; }
table.code td.text { white-space: pre-wrap; overflow-wrap: anywhere; padding-left: 6px; }
tr.added { background: var(--added); } tr.added .number { background: var(--added-number); color: var(--text); }
tr.removed { background: var(--removed); } tr.removed .number { background: var(--removed-number); color: var(--text); }
tr.hunk, tr.note { background: var(--hunk); color: var(--quiet); }
button, .button { font: inherit; font-weight: 600; padding: 6px 16px; border-radius: 6px; border: 1px solid var(--line); background: var(--surface); color: var(--text); cursor: pointer; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-text); }
button:hover { filter: brightness(1.08); }
form.inline { display: inline; }
label { display: block; font-weight: 600; margin: 12px 0 4px; }
input, select, textarea { font: inherit; width: 100%; padding: 6px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--page); color: var(--text); }
form button { margin-top: 14px; } form.inline button { margin-top: 0; }
.actions { display: flex; gap: 12px; align-items: center; flex-wrap: wrap; }
.notice { background: var(--notice); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; margin: 0 0 16px; }
.markdown pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: 12px; overflow-x: auto; }
.markdown :not(pre) > code { background: var(--code); border: 1px solid var(--line); border-radius: 4px; padding: 0 4px; }
.markdown table { border-collapse: collapse; } .markdown th, .markdown td { border: 1px solid var(--line); padding: 4px 10px; }
.markdown img { max-width: 100%; }
.clone { display: block; overflow-x: auto; padding: 8px 10px; background: var(--code); border: 1px solid var(--line); border-radius: 6px; white-space: nowrap; }
`;
