import { describe, expect, it } from 'vitest';
import type { PageMemory } from '../../../lib/match/types.ts';
import type { Entity } from '../../../lib/pack/schema.ts';
import { entity, matcherOf, pageOf, read } from './packs.ts';

const acronym = (text: string, requires: string[], more = {}) => ({ text, kind: 'acronym' as const, caseSensitive: true, requires, ...more });
const syria = ['Syria', 'Syrian', 'Aleppo', 'Idlib'];

const story: Entity[] = [
  entity('hayat-tahrir-al-sham', ['Hayat Tahrir al-Sham', acronym('HTS', syria, { not: ['superconductor'] })], { exists: { from: '2017-01-28' }, relations: [{ type: 'led-by', target: 'al-julani' }] }),
  entity('al-julani', ['Abu Mohammad al-Julani', 'al-Julani', { text: 'Golani', caseSensitive: true, requires: syria, not: ['Golani Brigade'] }], { type: 'person' }),
  entity('syrian-national-army', ['Syrian National Army', acronym('SNA', syria)]),
  entity('syrian-democratic-forces', ['Syrian Democratic Forces', acronym('SDF', syria)]),
  entity('free-syrian-army', ['Free Syrian Army', acronym('FSA', syria)]),
  entity('islamic-state', [{ text: 'Islamic State', requires: [...syria, 'jihadist'] }, acronym('ISIS', [...syria, 'jihadist']), acronym('IS', [...syria, 'ISIS', 'Islamic State'])]),
  entity('mit-turkey', ['Turkish intelligence', acronym('MIT', ['Turkish', 'Ankara'], { not: ['Massachusetts'] }), { text: 'MİT', lang: 'tr', kind: 'acronym', caseSensitive: true }], { type: 'government-body' }),
  entity('operation-olive-branch', ['Operation Olive Branch', { text: 'Olive Branch', caseSensitive: true, requires: ['Afrin', 'Turkey', 'Turkish'], not: ['extended an olive branch'] }], { type: 'military-operation' }),
  entity('erdogan', ['Recep Tayyip Erdogan', { text: 'Erdogan', kind: 'short' }], { type: 'person' }),
  entity('yilmaz', [{ text: 'Yilmaz', kind: 'short', requires: ['Atarib', 'Turkish intelligence'] }], { type: 'person' }),
  entity('al-maghribi', ['Khattab al-Maghribi'], { type: 'person' }),
  entity('old-army', ['Assad army', { text: 'Syrian army', to: '2024-12-08' }], { exists: { to: '2024-12-08' } }),
  entity('new-army', [{ text: 'Syrian army', from: '2024-12-24' }], { exists: { from: '2024-12-24' } }),
  entity('sochi-2018', [{ text: 'Sochi agreement' }], { type: 'agreement' }),
  entity('sochi-2019', [{ text: 'Sochi agreement' }], { type: 'agreement' }),
  entity('damascus', ['Damascus'], { type: 'place' }),
  entity('azaz', ['Azaz'], { type: 'place' }),
  entity('idlib', ['Idlib', { text: 'إدلب', lang: 'ar' }, { text: 'Идлиб', lang: 'ru' }, { text: 'Îdlib', lang: 'ku' }], { type: 'place' }),
  entity('hama', ['Hama'], { type: 'place' }),
  entity('ankara-government', ['Ankara'], { type: 'government-body', salience: 'common' }),
  entity('lebanon', ['Lebanon', { text: 'Beirut', kind: 'short' }], { type: 'state', salience: 'common' }),
  entity('obama', ['Barack Obama', { text: 'Obama', kind: 'short' }], { type: 'person', salience: 'common' }),
  entity('iraq', ['Iraq', { text: 'Iraq', lang: 'ku' }], { type: 'state', salience: 'common' }),
  entity('turkey', [{ text: 'Turkey', caseSensitive: true, not: ['roast turkey'] }, { text: 'Türkiye', lang: 'tr' }], { type: 'state', salience: 'common' }),
];
const matcher = matcherOf(story);
const found = (text: string, more = {}): string[] => read(text, matcher.find(pageOf(text, more), null).mentions);

describe('find', () => {
  it.each([
    ['a page without the pack’s story', 'Inflation in Turkey and Iraq rose.', []],
    ['common knowledge beside the story', 'Troops left Idlib for Turkey.', ['Idlib → idlib', 'Turkey → turkey']],
    ['an acronym with its word near', 'HTS fighters entered Aleppo.', ['HTS → hayat-tahrir-al-sham']],
    ['an acronym without', 'HTS magnets need no cooling.', []],
    ['an acronym beside a word that speaks against it', 'Syrian engineers tested HTS, a superconductor.', []],
    ['an acronym in lower case', 'The hts file is in Syria.', []],
    ['a health account', 'Your FSA pays for glasses. An FSA is a plan.', []],
    ['the French homeless', 'Les SDF dorment dehors à Paris.', []],
    ['a capital for stress', 'Syria: nobody knows what is true there. It IS said that Idlib fell.', ['Idlib → idlib']],
    ['a headline in capitals', 'WHAT IS LEFT AS IS IN SYRIA TODAY\nIdlib fell.', ['Idlib → idlib']],
    ['a knife', 'He forged Damascus steel. Idlib.', ['Idlib → idlib']],
    ['a street', 'She lives in Damascus Street. Idlib.', ['Idlib → idlib']],
    ['a handle, a host and an identifier', 'Idlib: @Damascus www.damascus.org my_Damascus', ['Idlib → idlib']],
    ['an olive branch', 'Turkey extended an olive branch to Idlib.', ['Turkey → turkey', 'Idlib → idlib']],
    ['the operation of that name', 'Turkey’s “Olive Branch” reached Afrin.', ['Turkey → turkey', 'Olive Branch → operation-olive-branch']],
    ['a brigade', 'The Golani Brigade trained in Syria near Idlib.', ['Idlib → idlib']],
    ['an institute', 'MIT, in Massachusetts, hired a Turkish chemist.', []],
    ['the service', 'MIT, the Turkish service, met him in Ankara.', ['MIT → mit-turkey']],
    ['its dotted letters', 'MİT açıkladı.', ['MİT → mit-turkey']],
    ['a word of another language', 'Ez azaz egy szó. Idlib.', ['Idlib → idlib']],
    ['an adjective that a case ending would spell', 'Iraqi troops near Idlib.', ['Idlib → idlib']],
    ['another movement a letter away', 'Hamas spoke of Idlib.', ['Idlib → idlib']],
    ['lost apostrophes', 'Idlibs roads, SDFs men in Syria.', ['Idlib → idlib', 'SDF → syrian-democratic-forces']],
    ['other spellings', 'Hay’at Tahrir ash-Sham and Abu Muhammad el-Jolani.', ['Hay’at Tahrir ash-Sham → hayat-tahrir-al-sham', 'Abu Muhammad el-Jolani → al-julani']],
    ['a headline about a road', '29 Rebels Dead Near Key Idlib Road', ['Idlib → idlib']],
    ['a verb that is a flower too', 'In Idlib the toll in Hama rose to 32.', ['Idlib → idlib', 'Hama → hama']],
    ['a gate and a village', 'From Idlib to Bab Idlib and Khan al-Julani.', ['Idlib → idlib']],
    ['a battalion named after a town', 'Idlib: the Hama Brigade left.', ['Idlib → idlib']],
    ['a phrase against a name, where it stands only', 'In Idlib, Syria, the Golani Brigade was named by Golani.', ['Idlib → idlib', 'Golani → al-julani']],
    ['a surname after “as”, a weekday, another name and a sentence', 'Idlib: Abu Mohammad al-Julani left. On Friday al-Julani spoke, as al-Julani does. Turkeys al-Julani? No.', ['Idlib → idlib', 'Abu Mohammad al-Julani → al-julani', 'al-Julani → al-julani', 'al-Julani → al-julani', 'Turkey → turkey', 'al-Julani → al-julani']],
    ['an acronym among two names of the story', 'Jets struck Hama and Azaz, then ISIS positions.', ['Hama → hama', 'Azaz → azaz', 'ISIS → islamic-state']],
    ['a well-known surname, but no dateline, among three names of the story', 'BEIRUT Jets struck Hama, Azaz and Idlib, Obama said in Beirut.', ['Hama → hama', 'Azaz → azaz', 'Idlib → idlib', 'Obama → obama']],
    ['an acronym beside one', 'Jets struck Hama, then ISIS positions.', ['Hama → hama']],
    ['a lost apostrophe after a short last word', 'Idlib: the Free Syrian Armys men.', ['Idlib → idlib', 'Free Syrian Army → free-syrian-army']],
    ['a capital as a government, not as a city', 'Idlib: Ankara’s envoy said in Ankara that Ankara agreed.', ['Idlib → idlib', 'Ankara → ankara-government', 'Ankara → ankara-government']],
    ['a list of what is banned, printed under every article', 'В Рязани наградили журналистов.\nПризнаны террористическими и запрещены организации: «Исламское государство», Идлиб.', []],
    ['common knowledge on a page that only glances at the story', 'Taxes rose in Turkey.\nHe once saw Idlib and Iraq.\nIraq won.', ['Idlib → idlib', 'Iraq → iraq']],
    ['and on one that tells it', 'Taxes rose in Turkey.\nHe once saw Idlib and Hama.', ['Turkey → turkey', 'Idlib → idlib', 'Hama → hama']],
    ['a nickname of somebody else', 'Idlib: Abu Omar al-Golani spoke in Syria.', ['Idlib → idlib']],
  ])('reads %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['ar', 'في إدلب وبإدلب', ['إدلب → idlib', 'إدلب → idlib']],
    ['ru', 'в Идлибе, из Идлиба', ['Идлибе → idlib', 'Идлиба → idlib']],
    ['ku', 'li Îdlibê', ['Îdlibê → idlib']],
    ['tr', 'Türkiye’nin sınırı, İdlib’de', ['Türkiye → turkey', 'İdlib → idlib']],
    ['fr', 'près d’Idlib', ['Idlib → idlib']],
    ['de', 'Idlibs Vororte', ['Idlib → idlib']],
  ])('reads names inflected in %s', (lang, text, expected) => {
    expect(found(text, { lang })).toEqual(expected);
  });

  describe('takes the page’s word for what a short form means', () => {
    it('binds it to a name of ours that was spelled out', () => {
      const text = 'The Syrian National Army (SNA) moved.\nLater the SNA left.';
      expect(found(text)).toEqual(['Syrian National Army → syrian-national-army', 'SNA → syrian-national-army', 'SNA → syrian-national-army']);
      expect(matcher.find(pageOf(text), null).mentions.at(-1)?.why).toEqual({ code: 'introduced', detail: 'Syrian National Army' });
    });

    it('and unbinds it where it stands for something else, in either order', () => {
      expect(found('The System of National Accounts (SNA) covers Syria. SNA data of Idlib.')).toEqual(['Idlib → idlib']);
      expect(found('SNA (System of National Accounts) covers Syria. SNA data of Idlib.')).toEqual(['Idlib → idlib']);
    });

    it('knows its own name in another spelling', () => {
      expect(found('Haiyat Tahrir as Sham (HTS) spoke.')).toEqual(['HTS → hayat-tahrir-al-sham']);
    });
  });

  describe('follows a full name with its surname', () => {
    it('listed or not, wherever on the page the full name stands', () => {
      expect(found('Erdogan spoke. Recep Tayyip Erdogan met Khattab al-Maghribi; al-Maghribi left Idlib.')).toEqual([
        'Erdogan → erdogan',
        'Recep Tayyip Erdogan → erdogan',
        'Khattab al-Maghribi → al-maghribi',
        'al-Maghribi → al-maghribi',
        'Idlib → idlib',
      ]);
      expect(found('Erdogan spoke of Idlib.')).toEqual(['Idlib → idlib']);
    });

    it('but not where another bearer was introduced', () => {
      const officer = 'An officer called Yilmaz met them in Atarib with Turkish intelligence.';
      expect(found(officer)).toEqual(['Yilmaz → yilmaz', 'Turkish intelligence → mit-turkey']);
      expect(found('Economist Ayse Yilmaz spoke in Atarib of Turkish intelligence. Yilmaz smiled.')).toEqual(['Turkish intelligence → mit-turkey']);
      expect(found('His son Bilal Erdogan came with Recep Tayyip Erdogan to Idlib.')).toEqual(['Recep Tayyip Erdogan → erdogan', 'Idlib → idlib']);
    });
  });

  it('tells two bearers of a name apart by the date, and offers both where it does not tell', () => {
    const text = 'The Syrian army left Idlib.';
    expect(found(text, { day: '2020-03-05' })).toEqual(['Syrian army → old-army', 'Idlib → idlib']);
    expect(found(text, { day: '2025-03-05' })).toEqual(['Syrian army → new-army', 'Idlib → idlib']);
    expect(found(text, { day: null })).toEqual(['Syrian army → old-army | new-army', 'Idlib → idlib']);
    expect(found('The Sochi agreement on Idlib held.')).toEqual(['Sochi agreement → sochi-2018 | sochi-2019', 'Idlib → idlib']);
    expect(found('The Sochi agreement held.')).toEqual([]);
  });

  it('does not read an acronym before its bearer existed', () => {
    expect(found('HTS in Syria near Idlib.', { day: '2014-01-01' })).toEqual(['Idlib → idlib']);
  });

  it('reads changed blocks as the whole page was read, by the memory handed back', () => {
    const first = matcher.find(pageOf('The System of National Accounts (SNA). Recep Tayyip Erdogan spoke in Syria of Hayat Tahrir al-Sham.'), null);
    const memory = JSON.parse(JSON.stringify(first.memory)) as PageMemory;
    const text = 'Erdogan named HTS and SNA.';
    expect(read(text, matcher.find(pageOf(text), memory).mentions)).toEqual(['Erdogan → erdogan', 'HTS → hayat-tahrir-al-sham']);
    expect(read(text, matcher.find(pageOf(text), null).mentions)).toEqual([]);
  });

  it('takes no harm from a memory it did not write', () => {
    for (const memory of [{ version: 1, cues: 5, named: [[1, 2, 3]], bound: 'x', others: { length: 1e9 } }, { version: 1, cues: { test: [null] } }, { version: 2 }]) {
      expect(found('Idlib.')).toEqual(read('Idlib.', matcher.find(pageOf('Idlib.'), memory as never).mentions));
    }
  });

  it('keeps memory bounded on a page that names without end', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `Long Form Number ${'A'.repeat(index % 7)}${index} (LFN${index})`).join('\n');
    expect(JSON.stringify(matcher.find(pageOf(text), null).memory).length).toBeLessThan(100_000);
  });

  it('combines packs', () => {
    expect(matcherOf([]).find(pageOf('Idlib'), null).mentions).toEqual([]);
  });
});

describe('lookUp', () => {
  it('finds entities by any name, the beginning of one, or with letters wrong', () => {
    expect(matcher.lookUp('hay’at tahrir al sham', 3)[0]).toMatchObject({ entity: 'hayat-tahrir-al-sham', score: 1 });
    expect(matcher.lookUp('Operation Oliv', 1)[0]?.entity).toBe('operation-olive-branch');
    expect(matcher.lookUp('democratic forces', 1)[0]?.entity).toBe('syrian-democratic-forces');
    expect(matcher.lookUp('Recep Tayip Erdogan', 1)[0]?.entity).toBe('erdogan');
    expect(matcher.lookUp('', 5)).toEqual([]);
    expect(matcher.lookUp('quantum chromodynamics', 5)).toEqual([]);
  });
});
