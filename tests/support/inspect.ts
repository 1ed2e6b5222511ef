import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isDay } from '../../lib/pack/dates.ts';
import { inspectPage, type Inspected } from './inspect-page.ts';
import { round } from './numbers.ts';
import { sourceMatcher } from './source-matcher.ts';

const usage = `npm run -s inspect -- [--text] [--date YYYY-MM-DD] [--url URL] FILE…

What Backgrounder sees in each FILE (.html, .html.gz or .txt; - is standard input), one JSON object a line.
--text  adds the gathered text, which the mentions' offsets count in (UTF-16 units)
--date  reads the pages as of that day instead of their own
--url   the address they were read at; else canonical or og:url`;

function row(file: string, { url, article, text, mentions, gatherMs, scanMs }: Inspected, withText: boolean): object {
  const { title, published, byline, site, lang, news } = article;
  return {
    file,
    url,
    news: { is: news.is, why: news.why },
    article: { title, published: published.day, publishedFrom: published.from, byline, site, lang },
    chars: text.length,
    mentions: mentions.map(({ entity, start, end, why }) => ({ entity, text: text.slice(start, end), start, end, why: why.detail ? `${why.code}: ${why.detail}` : why.code })),
    ms: { gather: round(gatherMs), scan: round(scanMs) },
    ...(withText && { text }),
  };
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { text: { type: 'boolean', default: false }, date: { type: 'string' }, url: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help || positionals.length === 0) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  if (values.date !== undefined && !isDay(values.date)) throw new Error(`--date ${values.date} is no day (YYYY-MM-DD)`);
  if (values.url !== undefined && !URL.canParse(values.url)) throw new Error(`--url ${values.url} is no address`);
  // A reader of ours that has seen enough (`| head`) is no failure.
  process.stdout.on('error', () => process.exit(0));
  const options = {
    matcher: sourceMatcher(),
    today: new Date().toISOString().slice(0, 10),
    ...(values.date !== undefined && { day: values.date }),
    ...(values.url !== undefined && { url: values.url }),
  };
  for (const file of positionals) {
    try {
      console.log(JSON.stringify(row(file, inspectPage(file, readFileSync(file === '-' ? 0 : file), options), values.text)));
    } catch (error) {
      console.log(JSON.stringify({ file, error: error instanceof Error ? error.message : String(error) }));
      process.exitCode = 1;
    }
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
