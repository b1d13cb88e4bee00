import { html } from 'hono/html';
import type { Hit } from '../answer/answer.ts';
import { kindInWords } from '../answer/kind-in-words.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import { countInWords } from '../paragraphs/count-in-words.ts';
import { type ParagraphKind, paragraphKinds } from '../paragraphs/paragraph.ts';
import { reportChoices } from './ask-form.ts';
import { citationPath } from './citation-card.ts';
import { kindMark } from './kind-mark.ts';
import { layout } from './layout.ts';
import { markedText } from './marked-text.ts';
import type { Html } from './page-options.ts';
import { datesInWords } from './wording.ts';

/** What was searched for, and what was found; `hits` is null before a search. */
export interface SearchPageParts {
  query: string;
  match: 'meaning' | 'exact';
  /** The only kind of paragraph wanted, if any. */
  kind: ParagraphKind | null;
  selected: readonly string[];
  reports: readonly StoredReport[];
  maxQuestionCharacters: number;
  found: { hits: Hit[]; total: number } | null;
  problem?: string | undefined;
}

const ways = [
  { value: 'meaning', text: 'Words and meaning' },
  { value: 'exact', text: 'These exact words' },
] as const;

function kindChoice(wanted: ParagraphKind | null): Html {
  const options = paragraphKinds.flatMap((kind) => {
    const words = kindInWords(kind);
    return words ? [{ kind, words }] : [];
  });
  return html`<p class="kinds"><label for="kind">Kind of paragraph</label> <select id="kind" name="kind"><option value="">Any</option>${options.map(
    ({ kind, words }) =>
      html`<option value="${kind}"${kind === wanted ? html` selected` : ''}>${words}</option>`,
  )}</select></p>`;
}

function searchForm(parts: SearchPageParts): Html {
  const { problem } = parts;
  return html`<form class="ask" method="get" action="/search">
<label class="field" for="q">Words to look for</label>
${problem ? html`<p class="problem" id="q-problem">${problem}</p>` : ''}
<div class="row"><input id="q" name="q" type="text" required autocomplete="off" enterkeyhint="search" maxlength="${parts.maxQuestionCharacters}" value="${parts.query}"${
    problem ? html` aria-invalid="true" aria-describedby="q-problem"` : ''
  }><button type="submit">Search</button></div>
<fieldset class="ways"><legend class="unseen">How to look</legend>${ways.map(
    ({ value, text }) =>
      html`<label class="choice"><input type="radio" name="match" value="${value}"${parts.match === value ? html` checked` : ''}><span>${text}</span></label>`,
  )}</fieldset>
${kindChoice(parts.kind)}
${reportChoices(parts.reports, parts.selected)}
</form>`;
}

function hitEntry(hit: Hit): Html {
  const spans = hit.highlights.map(([start, end]) => ({ start, end }));
  return html`<li class="hit"><h3><a href="${citationPath(hit)}">${hit.label}</a>${kindMark(hit.kind, hit.kind_confidence)}</h3>
<p class="about">${hit.title} · ${datesInWords(hit.dates)}</p>
${hit.heading.length > 0 ? html`<p class="path">${hit.heading.join(' › ')}</p>` : ''}
<p class="excerpt">${markedText(hit.text, { spans })}</p>${hit.caution ? html`<p class="notice">${hit.caution}</p>` : ''}</li>`;
}

function results({ found, query, kind, selected }: SearchPageParts): Html {
  if (!found) return html``;
  if (found.hits.length === 0) {
    return html`<section><h2>Nothing found</h2><p>No paragraph fits “${query}”. Try fewer or other words${selected.length > 0 ? ', or untick the reports' : ''}${kind ? ', or any kind of paragraph' : ''}.</p></section>`;
  }
  const counted = countInWords(found.total, 'paragraph');
  const shown =
    found.total > found.hits.length ? `The best ${found.hits.length} of ${counted}` : `${counted} found`;
  return html`<section><h2>${shown}</h2><ol class="hits">${found.hits.map(hitEntry)}</ol></section>`;
}

/** The search page, with its results once something was searched for. */
export function searchPage(parts: SearchPageParts): Html {
  return layout({
    title: parts.query ? `Search: ${parts.query}` : 'Search the reports',
    here: 'search',
    noIndex: parts.query !== '',
    main: html`<h1>Search the reports</h1>
${searchForm(parts)}
${results(parts)}`,
  });
}
