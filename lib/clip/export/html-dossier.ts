import type { Clipping } from '../schema.ts';
import { byPage } from './by-page.ts';

const css =
  'body{font:1.0625rem/1.55 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a18;background:#fff}' +
  'header p,footer,.src{font:.875rem/1.5 system-ui,sans-serif;color:#69665f}blockquote{margin:1rem 0;padding:.25rem 1rem;border-inline-start:3px solid #7a5b00;background:#fdf0b4;white-space:pre-line}' +
  '.ctx{color:#69665f}.note{white-space:pre-wrap}h2{margin-top:2.5rem}@media(prefers-color-scheme:dark){body{color:#eceae5;background:#141516}blockquote{background:#54481c}header p,footer,.src,.ctx{color:#bfbcb5}}';

/**
 * One HTML file with everything in it: no script, no request, not even by what an excerpt contains. `title` stands on
 * top, `made` is the day it was made; clippings by article, in the given order of articles.
 */
export function toHtmlDossier(clippings: readonly Clipping[], { title, made, lang }: { title: string; made: string; lang: string }): string {
  const articles = byPage(clippings).map(article).join('\n');
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
<header><h1 dir="auto">${text(title)}</h1><p><time datetime="${text(made)}">${text(made)}</time></p></header>
${articles}
</body>
</html>
`;
}

function article([first, ...others]: [Clipping, ...Clipping[]]): string {
  const { title, byline, site, published, url, lang, dir } = first.page;
  const facts = [...byline, site, published].filter((fact) => fact !== null && fact !== '').map((fact) => `<bdi>${text(fact ?? '')}</bdi>`);
  const link = /^https?:\/\//i.test(url) ? `<a href="${text(url)}" rel="noreferrer">${text(url)}</a>` : text(url);
  return `<section dir="${dir}"${lang ? ` lang="${text(lang)}"` : ''}>
<h2 dir="auto">${text(title || url)}</h2>
<p class="src">${facts.join(', ')}<br><bdi>${link}</bdi></p>
${[first, ...others].map(excerpt).join('\n')}
</section>`;
}

function excerpt({ selector, note, tags, capturedAt }: Clipping): string {
  return `<figure>
<blockquote dir="auto">${text(selector.exact)}</blockquote>
${note ? `<p class="note" dir="auto">${text(note)}</p>\n` : ''}<figcaption class="src"><time datetime="${text(capturedAt)}">${text(capturedAt.slice(0, 10))}</time>${tags.map((tag) => ` <bdi>#${text(tag)}</bdi>`).join('')}</figcaption>
</figure>`;
}

/** Text as HTML text or attribute value. */
function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
