import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { headLimits } from '../../../lib/limits.ts';
import { leaveHead, takeHead, type HeadFacts } from '../../../lib/page/read-head.ts';

const head: HeadFacts = {
  url: 'https://paper.example/a',
  canonical: null,
  metas: [['og:type', 'article']],
  jsonLd: [],
  shape: { paragraphs: 1, proseUtf16: 100, links: 0, articleElements: 1, articleMarkup: false, dateline: false, personal: false },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what the gate has read is taken once, for its own address, and only while it is fresh', () => {
  leaveHead(head);
  expect(takeHead(head.url)).toEqual(head);
  expect(takeHead(head.url)).toBeNull();
  leaveHead(head);
  expect(takeHead('https://paper.example/b')).toBeNull();
  leaveHead(head);
  vi.advanceTimersByTime(headLimits.freshMs - 1);
  expect(takeHead(head.url)).toEqual(head);
  leaveHead(head);
  vi.advanceTimersByTime(headLimits.freshMs);
  expect(takeHead(head.url)).toBeNull();
});
