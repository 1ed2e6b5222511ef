import { describe, expect, it } from 'vitest';
import { packIds, readSource } from '../../../packs/read-source.ts';
import { labelledArticles, readArticleFile } from '../../support/labelled-article.ts';
import { addScores, scoreMentions } from '../../support/score-mentions.ts';
import { scorePage } from '../../support/score-page.ts';
import { sourceMatcher } from '../../support/source-matcher.ts';

const articles = labelledArticles();

describe('the labelled articles', () => {
  it('are at least sixty in seven languages, twenty of them traps, half of them held out', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60);
    expect(articles.filter(({ trap }) => trap).length).toBeGreaterThanOrEqual(20);
    expect(new Set(articles.map(({ page }) => page.lang))).toEqual(new Set(['en', 'ar', 'tr', 'ku', 'ru', 'fr', 'de']));
    expect(Math.abs(articles.filter(({ heldOut }) => heldOut).length * 2 - articles.length)).toBeLessThanOrEqual(articles.length / 10);
  });

  it('name entities of the packs only', () => {
    const known = new Set(packIds().flatMap((id) => readSource(id).map(({ path }) => path.replace(/^.*\/|\.json$/g, ''))));
    for (const { file, names, either } of articles) for (const [, , entity] of [...names, ...(either ?? [])]) expect(known, file).toContain(entity);
  });

  it('are read right in the half that rules were made on', () => {
    const matcher = sourceMatcher();
    const tuned = addScores(articles.filter(({ heldOut }) => !heldOut).map((article) => scorePage(matcher, article.page, article)));
    expect(tuned.right / (tuned.right + tuned.wrong.length)).toBeGreaterThan(0.97);
    expect(tuned.right / (tuned.right + tuned.missed.length)).toBeGreaterThan(0.97);
  }, 60_000);

  it('are refused where a mark does not close', () => {
    expect(() => readArticleFile('a.txt', 'lang: en\nhalf: tuned\n\n[[idlib|Idlib fell.')).toThrow('a.txt');
    expect(() => readArticleFile('a.txt', 'lang: en\n\nIdlib fell.')).toThrow('a.txt');
  });
});

describe('scoreMentions', () => {
  const mention = { pack: 'p', entity: 'a', start: 0, end: 5, sure: 'one', why: { code: 'name', detail: null }, salience: 'specific', kind: 'place' } as const;

  it('counts a label once, another entity as wrong, and what may be either for nothing', () => {
    const score = scoreMentions([mention, { ...mention, start: 2 }, { ...mention, start: 10, end: 12 }], { names: [[0, 6, 'a'], [10, 12, 'b']], either: [[3, 4, 'a']] });
    expect([score.right, score.wrong.length, score.missed.length, score.exact]).toEqual([1, 1, 1, 0]);
  });

  it('takes a choice that offers the right entity for right, and says that it was one', () => {
    const choice = { ...mention, sure: 'choose', options: [{ pack: 'p', entity: 'b' }, { pack: 'p', entity: 'a' }] } as const;
    expect(scoreMentions([{ ...choice, options: [...choice.options] }], { names: [[0, 5, 'a']] })).toMatchObject({ right: 1, choices: 1, exact: 1 });
  });
});
