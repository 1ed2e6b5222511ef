import type { NewsVerdict, PageFacts } from './types.ts';

/** Whether the page is news: one verdict for gate and overlay, from facts cheap enough for the gate. */
export function judgeNews(facts: Pick<PageFacts, 'url' | 'metas' | 'jsonLd' | 'shape'>): NewsVerdict {
  const types = new Set(facts.jsonLd.flatMap((body) => [...body.matchAll(/"@type"\s*:\s*\[?\s*"([^"]+)"/g)].map(([, type]) => type ?? '')));
  const why: string[] = [];
  if (types.has('LiveBlogPosting')) return { is: true, kind: 'live', why: ['json-ld LiveBlogPosting'] };
  if ([...types].some((type) => /^(?:\w*NewsArticle|Article|ReportageNewsArticle|BlogPosting|OpinionNewsArticle)$/.test(type))) why.push('json-ld article');
  if (facts.metas.some(([key, content]) => key === 'og:type' && /article|story/i.test(content))) why.push('og:type article');
  if (why.length > 0) return { is: true, kind: 'article', why };
  return { is: false, kind: 'other', why: ['nothing says article'] };
}
