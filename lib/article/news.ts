import { isHome } from './address.ts';
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
  const data = jsonLd.join('\n');
  const isType = (names: string) => data !== '' && new RegExp(`"@type"\\s*:\\s*(?:\\[[^\\]]*)?"(?:http[^"]*/)?(?:${names})"`).test(data);
  const meta = (key: RegExp, content: RegExp) => metas.some(([name, text]) => key.test(name) && content.test(text));
  const address = URL.canParse(url) ? new URL(url) : null;
  const place = address ? `.${address.hostname}${address.pathname}/` : '';
  const home = address !== null && isHome(address);
  const news = isType('\\w*NewsArticle|LiveBlogPosting|ClaimReview');
  const live = isType('LiveBlogPosting') || /\blive-?(?:blog|ticker|updates?)\b|\/live\//i.test(place);

  // Strongest first.
  const reasons: Reason[] = [
    ['home page', -6, home],
    ['json-ld news article', 5, news],
    ['declares another kind', -5, !news && isType('Product\\w*|Offer|QAPage|Question|DiscussionForumPosting|ItemList|CollectionPage|\\w+Application|VideoGame|TechArticle|APIReference|\\w*Service|\\w*Store|Course|JobPosting')],
    ['forum, wiki or manual', -4, meta(/^generator$/, /wiki|discourse|bb\b|vbulletin|docusaurus|sphinx|mkdocs/i)],
    ['json-ld article', 3, isType('Article|BlogPosting')],
    ['og:type of another kind', -3, meta(/^og:type$/, /product|profile|book|music|video|item|game/i)],
    ['password or editor', -3, shape.personal && shape.proseUtf16 < 500],
    ['article markup', 2, shape.articleMarkup],
    ['og:type article', 2, meta(/^og:type$/, /article|story|news/i)],
    ['publication date', 2, meta(/publish|pub-?date|issued|\bdate/, /\d{4}/)],
    ['dateline', 2, shape.dateline],
    ['address of another kind', -2, /[/.](?:docs?|dev|developers?|documentation|reference|manual|forums?|community|discuss(?:ion)?|threads?|topic|support|help|shop|store|products?|services?|categor(?:y|ies)|genre|tags?|search|cart|checkout|wiki|mail|webmail|login|accounts?|\w*banking)[/.]/i.test(place)],
    ["a story's address", 1, /\/(?:19|20)\d\d[-/]?\d\d?[-/]|\d{5,}|(?:[^/-]+-){3}[^/]+\/+$/.test(place)],
    ['address says news', 1, /news|\/(?:stor(?:y|ies)|arti[ckg]\w+|nota|noti\w+|actu\w*|nachricht\w*|haber\w*|uutiset)\b/i.test(place)],
    ['prose', 1, shape.paragraphs >= 3 && shape.proseUtf16 >= 500],
    ['og:type website', -1, meta(/^og:type$/, /^website$/i)],
  ];
  const held = reasons.filter(([, , holds]) => holds);
  const is = held.reduce((sum, [, weight]) => sum + weight, 0) >= enough;
  const why = held.filter(([, weight]) => weight > 0 === is).map(([code]) => code);
  const front = home || shape.articleElements > 8 || shape.links > 10 * shape.paragraphs + 50;
  return { is, kind: is ? (live ? 'live' : 'article') : front ? 'front' : 'other', why: why[0] ? why : ['no sign of news'] };
}
