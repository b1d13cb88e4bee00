/** The one style sheet: our words in the system's sans serif, the reports' words in its serif. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfdfb; --raised: #f3f4f0; --ink: #1c2226; --soft: #525c63; --line: #d3d7d3;
  --accent: #0b5563; --on-accent: #ffffff; --mark: #ffe58a; --on-mark: #1c2226; --warn: #8a4b00; --warn-paper: #fff4e0;
  --bar: 2.2rem;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --serif: ui-serif, Charter, "Iowan Old Style", Georgia, "Noto Serif", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181a; --raised: #1f2528; --ink: #e8eaea; --soft: #a9b3b8; --line: #3a4347;
    --accent: #7fd0de; --on-accent: #0b2329; --mark: #6b5800; --on-mark: #fff8dc; --warn: #ffc978; --warn-paper: #33270f;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 var(--sans); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; font-size: 1.0625rem; overflow-wrap: break-word; }
main, footer.site, header.site { width: 100%; max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
main { flex: 1; padding-bottom: 3rem; }
main:focus { outline: none; }
a { color: var(--accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .13em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
h1:focus { outline: none; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .4em; text-wrap: balance; }
h1 { font-size: 1.65rem; margin-top: 1.1rem; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.08rem; }
h4, h5, h6 { font-size: 1rem; }
p { margin: .5em 0; }
small, .about, .path, .searched, .record { font-size: .94rem; color: var(--soft); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--paper); padding: .5rem 1rem; }

header.site { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.5rem; padding-top: .8rem; padding-bottom: .6rem; }
.brand { font: 700 1.25rem/1.2 var(--serif); color: var(--ink); text-decoration: none; }
header.site nav { display: flex; gap: 1.1rem; }
header.site nav a { padding: .35rem 0; text-decoration: none; }
header.site nav a:hover, header.site nav [aria-current] { text-decoration: underline; text-decoration-thickness: .13em; }
footer.site { border-top: 1px solid var(--line); color: var(--soft); font-size: .94rem; padding-top: .5rem; padding-bottom: 1.2rem; }

form { margin: 0; }
.ask { margin: 1rem 0 1.5rem; }
.field { display: block; font-weight: 600; margin-bottom: .35rem; }
.row { display: flex; gap: .5rem; }
input[type="text"], textarea {
  flex: 1; min-width: 0; width: 100%; font: inherit; color: inherit; background: var(--paper);
  border: 2px solid var(--soft); border-radius: 6px; padding: .6rem .7rem;
}
select { font: inherit; color: inherit; background: var(--paper); border: 2px solid var(--soft); border-radius: 6px; padding: .5rem .6rem; max-width: 100%; }
[aria-invalid] { border-color: var(--warn) !important; }
button {
  font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 2px solid var(--accent);
  border-radius: 6px; padding: .6rem 1.1rem; min-height: 2.75rem; cursor: pointer;
}
button:hover { filter: brightness(1.12); }
button.quiet { color: var(--accent); background: transparent; font-weight: 500; padding: .4rem .8rem; }
button[hidden] { display: none; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; }
summary { cursor: pointer; padding: .5rem 0; color: var(--accent); }
.choice { display: flex; gap: .6rem; padding: .35rem 0; align-items: flex-start; }
.choice input { width: 1.25rem; height: 1.25rem; flex: none; margin: .2rem 0 0; accent-color: var(--accent); }
.choice small { display: block; }
.ways { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin-top: .4rem; }
.problem { color: var(--warn); font-weight: 600; }
.notice { border-left: 4px solid var(--warn); background: var(--warn-paper); padding: .6rem .8rem; display: block; }
.intro { font-size: 1.1rem; color: var(--soft); }

.examples, .reports, .nearest, .cards, .hits { list-style: none; padding: 0; margin: .5rem 0; }
.examples li { margin: .5rem 0; }
.examples button { text-align: left; width: 100%; }
.reports li, .nearest li { padding: .6rem 0; border-top: 1px solid var(--line); }
.reports a, .nearest a { font-weight: 600; }
.reports .about, .nearest .about, .nearest .excerpt { display: block; }
.reports .notice { margin-top: .4rem; font-size: .94rem; }
.excerpt { font-family: var(--serif); white-space: pre-wrap; }
.reading dt { font-weight: 600; }
.reading dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }

.answer + .answer { border-top: 2px solid var(--line); margin-top: 2.5rem; }
.answer h1 { font-size: 1.45rem; }
.said { font-size: 1.125rem; margin: 1rem 0; }
.said .label { font-weight: 600; margin: 1.1em 0 .2em; }
.claim { font-family: var(--serif); white-space: pre-wrap; margin: .35em 0 .7em; padding-left: .9rem; border-left: 3px solid var(--accent); }
q { quotes: none; }
sup { line-height: 0; }
.marker {
  font: 600 .8em/1 var(--sans); text-decoration: none; padding: .25em .5em; margin-left: .3em;
  border: 1px solid var(--accent); border-radius: 1em;
}
.marker:hover { background: var(--accent); color: var(--on-accent); }
.card, .hit { background: var(--raised); border-radius: 8px; padding: .8rem 1rem; margin: .8rem 0; scroll-margin-top: 1rem; }
.card h3, .hit h3 { margin: 0; }
.card p, .hit p { margin: .25em 0; }
.card:target { box-shadow: 0 0 0 3px var(--accent); }
.marker-number { display: inline-block; min-width: 1.6em; padding: .1em .4em; text-align: center; border: 1px solid var(--accent); border-radius: 1em; font-size: .85em; }
blockquote { font-family: var(--serif); white-space: pre-wrap; margin: .6em 0; }
.kind { font: 600 .85rem/1 var(--sans); border: 1px solid currentColor; border-radius: 4px; padding: .1em .4em; color: var(--soft); }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1.2rem; }
.record { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: .5rem; }
.feedback fieldset { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-top: .8rem; }
.feedback legend { float: left; margin-right: .5rem; }
.feedback details { width: 100%; }
.follow-up { border-top: 2px solid var(--line); margin-top: 1.5rem; padding-top: .2rem; }

/* The bar waits behind the report's head and is seen once the head has been scrolled away. */
.report-bar {
  position: sticky; top: 0; z-index: 1; height: var(--bar); margin: 0 -1rem calc(-1 * var(--bar)); padding: .3rem 1rem;
  background: var(--raised); border-bottom: 1px solid var(--line); color: var(--soft); font-size: .9rem; display: flex; gap: 0 1rem;
}
.report-bar span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.report-bar .report-name { flex: 0 1 auto; min-width: 0; font-weight: 600; color: var(--ink); }
.report-bar span + span { flex: none; max-width: 100%; }
.report-head { position: relative; z-index: 2; background: var(--paper); margin: 0 -1rem; padding: 0 1rem .5rem; border-bottom: 1px solid var(--line); }
.report-head h1 { margin-top: 0; padding-top: 1.1rem; }
.contents ul { list-style: none; padding: 0; margin: 0; }
.contents li { padding: .2rem 0; }
.level-3 { padding-left: 1rem !important; }
.level-4, .level-5, .level-6 { padding-left: 2rem !important; }
.report { font-family: var(--serif); }
.report h2, .report h3, .report h4, .report h5, .report h6 { font-family: var(--sans); scroll-margin-top: calc(var(--bar) + 1rem); }
.paragraph { display: flex; gap: .7rem; padding: .2rem .6rem; margin: .2rem -.6rem; scroll-margin-top: calc(var(--bar) + 1rem); border-left: 4px solid transparent; }
.paragraph > .words { flex: 1; min-width: 0; }
.words p { margin: 0 0 .5em; white-space: pre-line; }
.words ul { margin: 0 0 .5em; padding-left: 1.2em; }
.number { flex: none; min-width: 2.2em; font: .94rem/1.75 var(--sans); color: var(--soft); text-decoration: none; text-align: right; }
.number:hover { text-decoration: underline; }
.footnote { font-size: .94rem; }
.title { color: var(--soft); }
.path, .kind-line { font-family: var(--sans); }
.paragraph .path, .place { display: none; }
.paragraph:target, .cited, tr:target { background: var(--raised); border-left-color: var(--accent); }
.paragraph:target .path, .cited .path { display: block; }
.paragraph:target .place, .cited .place, tr:target .place { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font: .9rem/1.6 var(--sans); color: var(--soft); }
mark, :target .quoted { background: var(--mark); color: var(--on-mark); padding: .1em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.table { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .96rem; }
caption { text-align: left; color: var(--soft); padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
th { font-family: var(--sans); font-size: .9rem; }
tr { scroll-margin-top: calc(var(--bar) + 1rem); }
td.row-link { width: 1%; text-align: right; }
.row-link .place > span { display: none; }
code { font-size: .94em; overflow-wrap: anywhere; }

.progress { position: sticky; bottom: 0; width: 100%; max-width: 46rem; margin: 0 auto; padding: 0 1rem; display: flex; align-items: center; gap: 1rem; background: var(--paper); }
.progress p { margin: 0; }
.progress.busy { border-top: 2px solid var(--accent); padding-top: .6rem; padding-bottom: .6rem; }
.progress.busy #stop { margin-left: auto; }
#stage { color: var(--soft); }

@media (forced-colors: active) { mark, :target .quoted { background: Mark; color: MarkText; } }
@media (max-width: 30rem) {
  :root { --bar: 3.5rem; }
  .report-bar { flex-direction: column; }
  .row { flex-wrap: wrap; }
  .row button { width: 100%; }
  .paragraph { display: block; }
  .number { display: inline-block; text-align: left; font-weight: 600; }
}
@media print {
  :root { --paper: #fff; --raised: #fff; --ink: #000; --soft: #333; --accent: #000; --mark: #ddd; --on-mark: #000; }
  header.site nav, .skip, .ask, .follow-up, .feedback, .progress, .contents, .report-bar, .examples, .near, .actions button { display: none; }
  .card, .hit, .paragraph, tr { break-inside: avoid; }
  .card { border: 1px solid #999; }
  .card .actions a::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
  h1, h2, h3, h4 { break-after: avoid; }
}
`;
