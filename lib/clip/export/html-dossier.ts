import type { Card, CardSource, Statement } from '../../pack/card.ts';
import { dossierYears } from '../dossier.ts';
import type { Clipping } from '../schema.ts';
import { byPage } from './by-page.ts';
import { plainText } from './plain-text.ts';

const css =
  'body{font:1.0625rem/1.55 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a18;background:#fff;overflow-wrap:anywhere}' +
  'header p,.src{font:.875rem/1.5 system-ui,sans-serif;color:#69665f}header p.about{font:inherit;color:inherit}' +
  'blockquote{margin:1rem 0 .5rem;padding:.25rem 1rem;border-inline-start:3px solid #7a5b00;background:#fdf0b4;white-space:pre-line}' +
  'figure{margin:0 0 1.5rem;break-inside:avoid}.note{white-space:pre-wrap}h2{margin-top:2.5rem}' +
  '@media(prefers-color-scheme:dark){body{color:#eceae5;background:#141516}a{color:#9cc3f5}blockquote{background:#54481c}header p,.src{color:#bfbcb5}}' +
  '@media print{body{color:#000;background:#fff}blockquote{background:none}}';

export interface DossierAbout {
  title: string;
  /** ISO 8601 instant. */
  made: string;
  /** Language of the title, BCP 47. */
  lang: string;
  /** The pack's background, where the dossier is an entity's. */
  card: Card | null;
}

/**
 * One HTML file with everything in it: no script, no request, not even by what an excerpt contains. With a card: its
 * background and the excerpts on one line of years; without: the excerpts by article, in the given order of articles.
 */
export function toHtmlDossier(clippings: readonly Clipping[], { title, made, lang, card }: DossierAbout): string {
  const body = card ? dossierYears(card.before, clippings).map(year) : byPage(clippings).map(article);
  return `<!doctype html>
<html lang="${text(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
<style>${css}</style>
</head>
<body>
<header>
<h1 dir="auto">${text(title)}</h1>
${card?.summary ? `<p class="about" dir="auto">${text(card.summary.text)}</p>\n<p>${sources(card.summary.sources)}</p>\n` : ''}<p>${time(made.slice(0, 10))}</p>
</header>
${body.join('\n')}
</body>
</html>
`;
}

function year({ year: name, entries }: ReturnType<typeof dossierYears>[number]): string {
  const lines = entries.map((entry) => (entry.is === 'fact' ? fact(entry.statement) : excerpt(entry.clipping, citation(entry.clipping))));
  return `<section>\n<h2>${text(name)}</h2>\n${lines.join('\n')}\n</section>`;
}

function fact({ date, to, text: words, sources: from, contested }: Statement): string {
  const differing = contested ? `<p dir="auto">${text(contested.text)}</p>\n<p class="src">${sources(contested.sources)}</p>\n` : '';
  return `<div>\n<p dir="auto">${time(date)}${to === null ? '' : ` – ${time(to)}`} ${text(words)}</p>\n<p class="src">${sources(from)}</p>\n${differing}</div>`;
}

function sources(all: readonly CardSource[]): string {
  return all.map(({ publisher, title, date, url }) => `<bdi>${link(url, [publisher, title].filter(Boolean).join(', '))}</bdi>${date === null ? '' : `, ${time(date)}`}`).join('; ');
}

function article([first, ...others]: [Clipping, ...Clipping[]]): string {
  const { title, url, lang, dir } = first.page;
  return `<section dir="${dir}"${lang ? ` lang="${text(lang)}"` : ''}>\n<h2 dir="auto">${text(title || url)}</h2>\n<p class="src">${citation(first)}</p>\n${[first, ...others].map((one) => excerpt(one, '')).join('\n')}\n</section>`;
}

function citation({ page: { byline, site, published, url } }: Clipping): string {
  const facts = [...byline, site].filter((known) => known !== null && known !== '').map((known) => `<bdi>${text(known ?? '')}</bdi>`);
  return [...facts, ...(published === null ? [] : [time(published)]), `<bdi>${link(url, url)}</bdi>`].join(', ');
}

function excerpt({ selector, page, note, tags, capturedAt }: Clipping, from: string): string {
  return `<figure>
<blockquote dir="auto" cite="${text(page.url)}"${page.lang ? ` lang="${text(page.lang)}"` : ''}>${text(selector.exact)}</blockquote>
${note ? `<p class="note" dir="auto">${text(note)}</p>\n` : ''}<figcaption class="src">${from ? `${from}, ` : ''}${time(capturedAt.slice(0, 10))}${tags.map((tag) => ` <bdi>#${text(tag)}</bdi>`).join('')}</figcaption>
</figure>`;
}

function time(date: string): string {
  return `<time datetime="${text(date)}">${text(date)}</time>`;
}

function link(url: string, words: string): string {
  return /^https?:\/\//i.test(url) ? `<a href="${text(url)}" rel="noreferrer">${text(words)}</a>` : text(words);
}

/** Text as HTML text or attribute value. */
function text(raw: string): string {
  return plainText(raw).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
