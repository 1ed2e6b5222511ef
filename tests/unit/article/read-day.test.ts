import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDay, readDays } from '../../../lib/article/read-day.ts';

test.each([
  ['2022-09-23', 'en', '2022-09-23'],
  ['2022-09-23T10:00:00+03:00', 'en', '2022-09-23'],
  ['20220923', null, '2022-09-23'],
  ['20220923T101500Z', null, '2022-09-23'],
  ['1663922400', null, '2022-09-23'],
  ['1663922400000', null, '2022-09-23'],
  ['Fri, 23 Sep 2022 08:40:00 GMT', 'en', '2022-09-23'],
  ['Friday, September 23rd, 2022', 'en', '2022-09-23'],
  ['Published: 23 September 2022, 8.40am BST', 'en', '2022-09-23'],
  ['23. September 2022', 'de', '2022-09-23'],
  ['Freitag, 4. März 2022, 18:00 Uhr', 'de', '2022-03-04'],
  ['23.09.2022 | 18:00', 'de', '2022-09-23'],
  ['Publié le 1er août 2022 à 10h05', 'fr', '2022-08-01'],
  ['23/09/2022', 'fr', '2022-09-23'],
  ['23 Eylül 2022 Cuma', 'tr', '2022-09-23'],
  ['10 Ağustos 2022', 'tr', '2022-08-10'],
  ['3 ŞUBAT 2022', 'tr', '2022-02-03'],
  ['23 сентября 2022 г.', 'ru', '2022-09-23'],
  ['5 мая 2022, 10:20', 'ru', '2022-05-05'],
  ['٢٣ سبتمبر ٢٠٢٢', 'ar', '2022-09-23'],
  ['الجمعة 23 أيلول 2022', 'ar', '2022-09-23'],
  ['5 يناير/كانون الثاني 2022', 'ar', '2022-01-05'],
  ['12 تشرين الأول 2022', 'ar', '2022-10-12'],
  ['12 تشرين الثاني 2022', 'ar', '2022-11-12'],
  ['23ê Îlonê 2022', 'ku', '2022-09-23'],
  ['3 Çiriya Paşîn 2021', 'ku', '2021-11-03'],
  ['٢٣ی ئەیلوولی ٢٠٢٢', 'ku', '2022-09-23'],
  ['2022年9月23日', 'zh', '2022-09-23'],
  ['23 de septiembre de 2022', 'es', '2022-09-23'],
])('reads %s', (text, lang, day) => {
  expect(readDay(text, lang)?.day).toBe(day);
});

test.each([
  ['03/04/2022', 'en-GB', '2022-04-03'],
  ['03/04/2022', 'en-US', '2022-03-04'],
  ['03/04/2022', 'fr', '2022-04-03'],
  ['03/04/2022', 'en', undefined],
  ['13/04/2022', 'en-US', '2022-04-13'],
  ['04/13/2022', 'en-GB', '2022-04-13'],
])('%s in %s is %s: what could be two days is none', (text, lang, day) => {
  expect(readDay(text, lang)?.day).toBe(day);
});

test.each(['9999-99-99', '2022-02-30', 'February 31, 2022', '2022', 'March 2022', '10:30', '+963 21 2022 123', '192.168.2022.1', 'yesterday', 'NaN', ''])('finds no day in %j', (text) => {
  expect(readDay(text, 'en')).toBeNull();
});

test('tells a time in UTC from the place own time', () => {
  expect(readDay('2022-09-23T23:15:00Z', null)?.utcHour).toBe(23);
  expect(readDay('2022-09-23T23:15:00.000+00:00', null)?.utcHour).toBe(23);
  expect(readDay('2022-09-23T23:15:00+02:00', null)?.utcHour).toBeNull();
  expect(readDay('2022-09-23', null)?.utcHour).toBeNull();
});

test('finds each of several days, in order', () => {
  expect(readDays('Published 23 September 2022 | Updated 24 September 2022', 'en').map(({ day }) => day)).toEqual(['2022-09-23', '2022-09-24']);
});

test('reads back every day a machine writes', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString();
      expect(readDay(iso, null)?.day).toBe(iso.slice(0, 10));
      const worded = date.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
      expect(readDay(worded, 'en')?.day).toBe(iso.slice(0, 10));
    }),
  );
});

test.each(['de', 'fr', 'tr', 'ru', 'ar-SY', 'ar-IQ', 'ar-EG', 'ar-TN', 'ar-DZ', 'ar-MA', 'es', 'it', 'pt', 'nl', 'fi', 'hu', 'bg', 'uk'])('reads every month as %s writes it', (locale) => {
  for (let month = 0; month < 12; month++) {
    const date = new Date(Date.UTC(2022, month, 14));
    const text = date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' });
    expect([text, readDay(text, locale.slice(0, 2))?.day]).toEqual([text, date.toISOString().slice(0, 10)]);
  }
});

test('survives any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const { day } of readDays(text, 'en')) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
  );
});
