import type { Mention } from '../../lib/match/types.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import { lineBoxes } from '../../lib/page/line-boxes.ts';
import type { Mark, Reading } from '../../lib/page/types.ts';
import { aMention } from './card-fixture.ts';

export interface FakeReading extends Reading {
  /** Entities lit up, in order; null for none. */
  readonly lit: (string | null)[];
  change(): void;
}

/** A reading of `root` in which each of `names` is a mention wherever it stands; nothing is painted. */
export function fakeReading(root: Node, names: Record<string, Partial<Mention>>): FakeReading {
  const marks: Mark[] = [];
  const document = root.ownerDocument as Document;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (const [name, change] of Object.entries(names)) {
      for (let at = node.data.indexOf(name); at >= 0; at = node.data.indexOf(name, at + name.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + name.length);
        marks.push({ range, mention: { ...aMention, ...change, start: before + at, end: before + at + name.length } });
      }
    }
    before += node.length;
  }
  marks.sort((a, b) => a.mention.start - b.mention.start);
  const listeners = new Set<() => void>();
  const lit: (string | null)[] = [];
  const holds = ({ range }: Mark, x: number, y: number) =>
    lineBoxes(range, window).some(({ left, top, width, height }) => x >= left && x <= left + width && y >= top && y <= top + height);
  return {
    article: { url: 'https://example.org/news' } as Reading['article'],
    gathered: null as never,
    mentions: marks.map(({ mention }) => mention),
    entities: [...new Map(marks.map(({ mention: { pack, entity } }) => [entityKey({ pack, entity }), { pack, entity }])).values()],
    lit,
    marks: () => marks,
    marked: marks.length,
    views: [...new Set([window, ...marks.map(({ range }) => range.startContainer.ownerDocument?.defaultView ?? window)])],
    markAt: (x, y) => marks.find((mark) => holds(mark, x, y)) ?? null,
    rangeOf: (mention) => marks.find((mark) => mark.mention.start === mention.start)?.range ?? null,
    light: (entity) => lit.push(entity?.entity ?? null),
    dismiss() {},
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: () => listeners.forEach((listener) => listener()),
    stop() {},
  };
}
