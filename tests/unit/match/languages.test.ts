import { describe, expect, it } from 'vitest';
import { sourceMatcher } from '../../support/source-matcher.ts';
import { pageOf, read } from './packs.ts';

/** What sentences of each language make of the shipped packs' names. */
const matcher = sourceMatcher();

function found(text: string, lang: string): string[] {
  return read(text, matcher.find(pageOf(text, { lang, day: '2019-10-20' }), null).mentions);
}

describe('names are read', () => {
  it.each([
    ['of three letters without case', 'ar', 'قصف على إدلب في سوريا ثم حلب أمس', ['إدلب → idlib', 'سوريا → syria', 'حلب → aleppo']],
    ['after proclitics', 'ar', 'وبإدلب ولدمشق وللرقة في سوريا', ['إدلب → idlib', 'دمشق → damascus', 'لرقة → raqqa', 'سوريا → syria']],
    ['after an initial of theirs', 'ru', 'В Идлибе Б. Асад и Р. Т. Эрдоган', ['Идлибе → idlib', 'Асад → bashar-al-assad', 'Эрдоган → recep-tayyip-erdogan']],
    ['with the last of hyphened parts declined', 'ru', 'под Дейр-эз-Зором', ['Дейр-эз-Зором → deir-ez-zor']],
    ['with a vowel put in', 'ru', 'двух «Белых касок» в Идлибе', ['Белых касок → white-helmets', 'Идлибе → idlib']],
    ['that do not decline, after what does', 'ru', 'над Восточным Алеппо', ['Восточным Алеппо → eastern-aleppo']],
    ['after M., which is Monsieur', 'fr', 'À Idlib, M. Erdogan menace.', ['Idlib → idlib', 'Erdogan → recep-tayyip-erdogan']],
    ['with an ending on capitals', 'ku', 'Li Efrînê DAIŞê û PYDê şer kirin.', ['Efrînê → afrin', 'DAIŞê → islamic-state', 'PYDê → pyd']],
    ['after a name of two words that is no given name', 'tr', 'İdlib: Birleşmiş Milletler De Mistura’yı yolladı.', ['İdlib → idlib', 'Birleşmiş Milletler → united-nations', 'De Mistura → staffan-de-mistura']],
    ['joined to a German noun', 'de', 'Der HTS-Chef sprach in Idlib.', ['HTS → hayat-tahrir-al-sham', 'Idlib → idlib']],
  ])('%s (%s)', (_, lang, text, expected) => {
    expect(found(text, lang)).toEqual(expected);
  });

  it.each([
    ['after another’s initial', 'ru', 'В Идлибе выступил К. Асад.', ['Идлибе → idlib']],
    ['after another’s trade', 'de', 'In Idlib spielte Stürmer Assad in Syrien.', ['Idlib → idlib', 'Syrien → syria']],
    ['where the White House is a house', 'en', 'Idlib: they met at the White House, in the West Wing of the White House.', ['Idlib → idlib']],
  ])('not %s (%s)', (_, lang, text, expected) => {
    expect(found(text, lang)).toEqual(expected);
  });

  it('not for a word that was itself undecided in an earlier part of the page', () => {
    const page = (text: string) => pageOf(text, { lang: 'de' });
    const { memory } = matcher.find(page('Die HTS in Stuttgart und das SDF.'), null);
    expect(matcher.find(page('Golani lehrt dort. Die HTS auch.'), memory).mentions).toEqual([]);
  });

  it('the White House where it governs', () => {
    expect(found('Idlib: the White House said no.', 'en')).toEqual(['Idlib → idlib', 'White House → washington-government']);
  });
});
