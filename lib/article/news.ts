import type { NewsVerdict, PageFacts } from './types.ts';

type NewsFacts = Pick<PageFacts, 'url' | 'metas' | 'jsonLd' | 'shape'>;

/** A reason: what it is called, how much it weighs, whether it holds. */
type Reason = [code: string, weight: number, holds: boolean];

/** The least sum of weights that makes a page an article: one full declaration, or a half one and the look of a story. */
const enough = 4;

/**
 * Whether the page is news: one verdict for gate and overlay, from facts cheap enough for the gate. Reasons are weighed: a
 * declaration as a news article decides, one as any article (`og:type`, which shops, forums and landing pages give too) needs a
 * publication date, a story's address or prose beside it, and what declares itself a product, a forum or a manual is none.
 */
export function judgeNews({ url, metas, jsonLd, shape }: NewsFacts): NewsVerdict {
  const types = new Set(jsonLd.flatMap((body) => [...body.matchAll(/"@type"\s*:\s*\[?\s*"(?:https?:\/\/schema.org\/)?(\w+)/g)].map(([, type]) => type ?? '')));
  const isType = (pattern: RegExp) => [...types].some((type) => pattern.test(type));
  const meta = (key: RegExp, content: RegExp) => metas.some(([name, text]) => key.test(name) && content.test(text));
  const address = URL.canParse(url) ? new URL(url) : null;
  const host = address?.hostname ?? '';
  const path = address?.pathname ?? '';
  const home = /^\/(?:\w{2}(?:[-_]\w{2})?\/?|(?:index|home)\.\w+)?$/.test(path) && !address?.search;
  const news = isType(/NewsArticle$|^LiveBlogPosting$|^ClaimReview$/);
  const live = types.has('LiveBlogPosting') || /\blive-?(?:blog|ticker|updates?)\b|\/live\//i.test(path);

  const reasons: Reason[] = [
    ['json-ld news article', 5, news],
    ['json-ld article', 3, isType(/^(?:Article|BlogPosting|Report|Review)$/)],
    ['article markup', 2, shape.articleMarkup],
    ['og:type article', 2, meta(/^og:type$/, /article|story|news/i)],
    ['publication date', 2, meta(/publish|pub-?date|issued|^(?:dc\.|dcterms\.)?date|datepublished|sailthru\.date|cxense.*time|^article:p/, /\d{4}/)],
    ['section or news keywords', 1, meta(/^(?:article:section|news_keywords|parsely-|sailthru|cxense)/, /./)],
    ['dateline', 2, shape.dateline],
    ["a story's address", 1, /\/(?:19|20)\d\d[-/]?\d\d?[-/]|\d{5,}|(?:[^/-]+-){3}[^/]+\/?$/.test(path)],
    ['address says news', 1, /(?:^|\.)news|news\.|\/(?:news|story|stories|articles?|artik\w+|artigo|nota|noti\w+|actu\w*|nachrichten|haber\w*|uutiset)\b/i.test(host + path)],
    ['prose', 1, shape.paragraphs >= 3 && shape.proseUtf16 >= 500],
    ['more links than prose', -1, shape.linkedUtf16 > 3 * shape.proseUtf16],
    ['home page', -6, home],
    ['declares another kind', -4, !news && isType(/^(?:Product|ProductGroup|Offer|QAPage|DiscussionForumPosting|Question|ItemList|CollectionPage|SearchResultsPage|ProfilePage|SoftwareApplication|MobileApplication|VideoGame|TechArticle|APIReference|Service|ProfessionalService|Course|JobPosting|Event|Hotel|Restaurant|Store)$/)],
    ['og:type of another kind', -3, meta(/^og:type$/, /product|profile|book|music|video|item|business|place|restaurant|game|app/i)],
    ['og:type website', -1, meta(/^og:type$/, /^website$/i)],
    ['forum, wiki or manual', -4, meta(/^generator$/, /wiki|discourse|phpbb|vbulletin|xenforo|flarum|nodebb|mybb|docusaurus|sphinx|mkdocs|gitbook|vitepress|hugo-book/i)],
    ['address of another kind', -2, /^(?:docs?|dev|developers?|forums?|community|discuss|support|help|shop|store|wiki|mail|webmail|login|accounts?)\./.test(host) || /\/(?:wiki|docs?|documentation|reference|manual|forums?|threads?|topic|products?|category|categories|tags?|search|shop|cart|checkout|account|login|genre|services?)(?:\/|$)/i.test(path)],
    ['password field', -2, shape.passwordFields > 0 && shape.proseUtf16 < 500],
  ];
  const held = reasons.filter(([, , holds]) => holds).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  const sum = held.reduce((total, [, weight]) => total + weight, 0);
  const is = sum >= enough;
  const why = held.filter(([, weight]) => weight > 0 === is).map(([code]) => code);
  const front = home || isType(/^(?:CollectionPage|ItemList)$/) || shape.articleElements > 8 || shape.linkedUtf16 > 2 * shape.proseUtf16;
  return { is, kind: is ? (live ? 'live' : 'article') : front ? 'front' : 'other', why: why.length > 0 ? why : ['nothing says article'] };
}
