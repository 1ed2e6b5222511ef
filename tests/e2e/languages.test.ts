import { afterEach, describe, expect, inject, test } from 'vitest';
import { defaultSettings } from '../../lib/settings/default-settings.ts';
import { launchChromium, type Driven } from '../support/browser.ts';
import { hover, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { haveSettings } from '../support/tabs.ts';

const session = useSession();

const page = (driven: Driven, path: string) =>
  driven.openOwn(path).then((own) => until(`${path} to be drawn`, () => own.evaluate(() => (document.querySelector('h1') ? { lang: document.documentElement.lang, dir: document.documentElement.dir, title: document.title } : null))));

describe('a reader who chooses Arabic', () => {
  afterEach(() => haveSettings(session.driven, defaultSettings));

  test('has pages and the card in the article in Arabic, right to left; the entry stays English, left to right', async () => {
    const { driven, server } = session;
    await haveSettings(driven, { ...defaultSettings, language: 'ar' });
    expect(await page(driven, 'options.html')).toEqual({ lang: 'ar', dir: 'rtl', title: 'الإعدادات – Backgrounder' });

    const article = await driven.open(server.url('sample-article.html'));
    await waitForPaint(article);
    await hover(article, 'HTS', 1);
    const card = await until('a card', () =>
      driven.inRoot(article, (root) => {
        const dialog = root.querySelector<HTMLElement>('[role=dialog]');
        const prose = dialog?.querySelector<HTMLElement>('.bk-desc');
        const box = root.querySelector<HTMLElement>('.bk-root');
        return dialog && prose && box ? { text: dialog.innerText, lang: box.lang, dir: box.dir, prose: prose.innerText, direction: getComputedStyle(prose).direction } : null;
      }),
    );
    expect(card).toMatchObject({ lang: 'ar', dir: 'rtl', direction: 'ltr' });
    expect(card.text).toContain('كما كان في 23 سبتمبر 2022');
    expect(card.text).toContain('حفظ');
    expect(card.prose).toMatch(/^[A-Z][a-z]/);
  });

  test('sees an open page follow the choice', async () => {
    const { driven } = session;
    const options = await driven.openOwn('options.html');
    await options.waitForSelector('select.field');
    await options.select('select.field', 'ar');
    await until('the page in Arabic', () => options.evaluate(() => document.documentElement.dir === 'rtl' || null).catch(() => null));
    expect(await options.evaluate(() => document.querySelector('h1')!.textContent)).toBe('الإعدادات');
  });
});

test('a browser whose first language for pages is Kurmanji, which it has no interface in, gets ours in Kurmanji', async () => {
  const driven = await launchChromium({ extension: inject('extension'), args: ['--accept-lang=ku,en'] });
  try {
    expect(await page(driven, 'options.html')).toEqual({ lang: 'ku', dir: 'ltr', title: 'Mîheng – Backgrounder' });
  } finally {
    await driven.close();
  }
});
