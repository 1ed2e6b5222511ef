import { limits } from '../limits.ts';
import { isPartialDate } from '../pack/dates.ts';
import type { OwnNameDraft } from '../pack/own-names.ts';

/** A name as far as the address of its window tells it; what is missing is left for the reader. */
export function draftOf(params: URLSearchParams): OwnNameDraft {
  const text = (key: string, most: number) => (params.get(key) ?? '').trim().slice(0, most);
  const date = text('date', 10);
  return {
    name: text('name', limits.aliasUtf16),
    otherNames: [],
    type: 'person',
    line: '',
    source: {
      outlet: text('outlet', limits.bylineUtf16),
      title: text('title', limits.titleUtf16),
      url: text('url', limits.urlUtf16),
      date: isPartialDate(date) ? date : null,
    },
  };
}
