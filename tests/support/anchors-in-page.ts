import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import { anchorQuote, type Anchoring } from '../../lib/clip/anchor-quote.ts';
import { describeQuote } from '../../lib/clip/describe.ts';
import type { Selector } from '../../lib/clip/schema.ts';
import { wordsOf } from '../../lib/clip/words.ts';
import { clippingPlacer } from '../../lib/page/anchor-clippings.ts';
import { comparedWithPage, describeRange } from '../../lib/page/describe-selection.ts';
import { gather, gatherInParts } from '../../lib/page/gather.ts';
import { runToEnd } from '../../lib/page/slices.ts';
import type { Gathered } from '../../lib/page/types.ts';

/** What `trial.js` wants of a system. */
interface System {
  describe(range: Range): unknown;
  anchor(described: never): Range | null | Promise<Range | null>;
}

export interface Answer {
  quote: string;
  state: Anchoring['state'];
  text: string | null;
}

/** Beyond the trial: how often each came to what it must come to, and the cases there were. */
export type Beyond = Record<string, { right: number; of: number }>;

export interface AnchorsInPage {
  systems: Record<string, System>;
  /** Longest uninterrupted pieces of our work, milliseconds. */
  steps: number[];
  /** What ours answered, in the order it was asked. */
  answers: Answer[];
  beyond(): Beyond;
}

/** The text as it was when excerpts were described, and as the change left it: gathered once each, like on a visit. */
let before: Gathered | null = null;
let place: ReturnType<typeof clippingPlacer> | null = null;
const steps: number[] = [];
const answers: Answer[] = [];

const ours: System = {
  describe(range) {
    before ??= gather(document);
    const selector = describeRange(range, before);
    return selector && timedToEnd(comparedWithPage(selector, range));
  },
  anchor(selector: Selector) {
    place ??= clippingPlacer(timedToEnd(gatherInParts(document)).gathered, document);
    const { state, text, range } = timedToEnd(place(selector));
    answers.push({ quote: selector.exact, state, text });
    return range;
  },
};

const apache: System = {
  describe: (range) => describeTextQuote(range, wholeBody()),
  async anchor(selector: Parameters<typeof createTextQuoteSelectorMatcher>[0]) {
    for await (const match of createTextQuoteSelectorMatcher(selector)(wholeBody())) return match as Range;
    return null;
  },
};

function wholeBody(): Range {
  const range = document.createRange();
  range.selectNodeContents(document.body);
  return range;
}

function timedToEnd<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const from = performance.now();
    const step = work.next();
    steps.push(performance.now() - from);
    if (step.done) return step.value;
  }
}

const negations = /\b(?:not|no|never|none|nor|neither|without|nicht|kein|keine|nie|ne|pas|jamais|sans|non|senza|mai|sin|nunca|ni|не|нет|ни|değil|yok|asla)\b|(?:^|\s)(?:لا|لم|لن|ليس|ليست|غير)(?=\s)/iu;

/** Excerpts of the page's own sentences with one number, name or negation changed, cut off, split, late. */
function beyond(): Beyond {
  const { text } = gather(document);
  const results: Beyond = {};
  const count = (what: string, right: boolean) => {
    const result = (results[what] ??= { right: 0, of: 0 });
    result.of += 1;
    if (right) result.right += 1;
  };
  const sentences = [...text.matchAll(/[^\n.!?]{40,300}[.!?]/g)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] })).slice(0, 40);
  for (const sentence of sentences) {
    const selector = describeQuote(text, sentence.start, sentence.end);
    if (!selector) continue;
    const now = (changed: string) => anchorIn(text.slice(0, sentence.start) + changed + text.slice(sentence.end), selector);
    const number = sentence.text.replace(/\d+/, (digits) => String(Number(digits) + 1));
    const name = sentence.text.replace(/(?<=\p{Ll}\p{L}* )\p{Lu}\p{Ll}{3,}/u, 'Karpinsky');
    const negation = sentence.text.replace(negations, ' ');
    if (number !== sentence.text) count('number changed', now(number).state === 'changed');
    if (name !== sentence.text) count('name changed', now(name).state === 'changed');
    if (negation !== sentence.text) count('negation taken out', now(negation).state === 'changed');
    const middle = sentence.text.indexOf(' ', sentence.text.length / 2);
    if (middle > 0) count('paragraph split', now(`${sentence.text.slice(0, middle)}\n${sentence.text.slice(middle + 1)}`).state === 'anchored');
    const cut = anchorIn(text.slice(0, Math.max(0, sentence.start - 200)), selector);
    count('cut off by a paywall: nothing found elsewhere', cut.state === 'gone');
    const late = anchorIn(`${text.slice(0, 200)}\nRead this first: ${text.slice(200, 260)}\n${text.slice(200)}`, selector);
    count('text arriving late above', late.state !== 'gone');
  }
  return results;
}

function anchorIn(text: string, selector: Selector): Anchoring {
  return runToEnd(anchorQuote(runToEnd(wordsOf(text)), selector));
}

(globalThis as unknown as { anchors: AnchorsInPage }).anchors = { systems: { ours, apache }, steps, answers, beyond };
