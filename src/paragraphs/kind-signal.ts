import type { ReportMetadata } from '../reports/report.ts';
import type { Draft } from './gather-paragraphs.ts';
import type { ParagraphKind } from './paragraph.ts';
import { splitSentences } from './split-sentences.ts';
import { countWords } from './wording.ts';

/** The kinds that something can speak for. */
export type StatedKind = Exclude<ParagraphKind, 'unclassified'>;

/** What is looked at to tell a paragraph's kind. */
export type Classified = Pick<Draft, 'form' | 'number' | 'heading' | 'text' | 'columns' | 'listed'>;

/** A paragraph as signals see it. */
export interface KindView extends Classified {
  sentences: string[];
  words: number;
  /** What the report says of itself: its kind of document and its title. */
  document: string;
}

/** One thing that speaks for some kinds and against others. */
export interface KindSignal {
  /** What it is, in words. */
  name: string;
  /** In units of log-odds: 1 makes a kind some three times as likely. */
  weights: Partial<Record<StatedKind, number>>;
  /** How strongly a paragraph shows it, 0 to 1. */
  strength: (view: KindView) => number;
}

/** A paragraph as signals see it. */
export function viewOf(paragraph: Classified, { documentKind, title }: KindSource): KindView {
  const { form, number, heading, text, columns, listed } = paragraph;
  return {
    ...{ form, number, heading, text, columns, listed },
    sentences: splitSentences(text, form).map(({ start, end }) => text.slice(start, end).replace(/^- /, '')),
    words: countWords(text),
    document: `${documentKind ?? ''}; ${title}`,
  };
}

/** What of a report tells the kinds of its paragraphs. */
export type KindSource = Pick<ReportMetadata, 'documentKind' | 'title'>;

/** Any of the phrases as whole words, in either case; each argument may hold several, parted by "|". */
export function anyOf(...phrases: string[]): RegExp {
  return new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'i');
}

/** The innermost heading that fits counts; each one further out counts half as much. */
export function under(wording: RegExp): KindSignal['strength'] {
  return ({ heading }) => {
    const place = heading.toReversed().findIndex((one) => wording.test(one));
    return place < 0 ? 0 : 0.5 ** place;
  };
}

/** The text says so anywhere. */
export function says(wording: RegExp): KindSignal['strength'] {
  return ({ text }) => (wording.test(text) ? 1 : 0);
}

/** The text begins so. */
export function opens(wording: RegExp): KindSignal['strength'] {
  return ({ sentences }) => (wording.test(sentences[0] ?? '') ? 1 : 0);
}

/** How many of the sentences say so; half of them are as good as all. */
export function often(wording: RegExp): KindSignal['strength'] {
  return ({ sentences }) =>
    Math.min(
      1,
      (2 * sentences.filter((sentence) => wording.test(sentence)).length) / Math.max(1, sentences.length),
    );
}
