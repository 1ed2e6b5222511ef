import type { CardActions, CardView, Subject } from '../../lib/page/card-view.ts';
import type { Mention } from '../../lib/match/types.ts';
import type { Card, CardSource, Statement } from '../../lib/pack/card.ts';

/** A source; `change` replaces fields. */
export function aSource(change: Partial<CardSource> = {}): CardSource {
  return { publisher: 'Reuters', nature: 'agency', about: null, title: 'A dispatch', url: 'https://example.org/a', date: '2018-08-31', note: null, ...change };
}

/** A dated statement with one source of the same day. */
export function aStatement(date: string, text: string, change: Partial<Statement> = {}): Statement {
  return { id: `fixture#${date}${text.length}`, text, date, to: null, sources: [aSource({ date })], contested: null, ...change };
}

/** A whole card of an invented kind of group on 23 September 2022; `change` replaces top-level fields. */
export function aCard(change: Partial<Card> = {}): Card {
  return {
    entity: 'hayat-tahrir-al-sham',
    pack: 'syria',
    type: 'armed-group',
    kind: 'group',
    name: 'Hayat Tahrir al-Sham',
    otherNames: [
      { text: 'هيئة تحرير الشام', lang: 'ar' },
      { text: 'HTS', lang: 'en' },
    ],
    exists: { from: '2017-01-28', to: null },
    asOf: { day: '2022-09-23', basis: 'article', stale: false },
    state: 'known',
    summary: {
      text: 'Dominant armed group in Idlib, led by Abu Mohammad al-Julani; the former al-Nusra Front, listed by the US under this name since May 2018.',
      sources: [aSource({ publisher: 'Fanack', nature: 'media', date: '2017' }), aSource(), aSource({ publisher: 'UN OCHA', date: '2020-03' })],
    },
    designations: [
      { by: 'United Nations', as: 'Sanctions list', from: '2018-06', standing: 'in-force', endAnnounced: null, note: null, sources: [aSource()] },
      { by: 'United States', as: 'Foreign terrorist organisation', from: '2018-05-31', standing: 'in-force', endAnnounced: null, note: null, sources: [aSource({ publisher: 'Sharjah24', date: '2018-06-01' })] },
      { by: 'Turkey', as: 'Asset freeze', from: '2018-08-31', standing: 'in-force', endAnnounced: null, note: 'By presidential decree.', sources: [aSource()] },
      { by: 'United Kingdom', as: 'Banned organisation', from: '2017', standing: 'in-force', endAnnounced: null, note: null, sources: [aSource({ publisher: 'UK Home Office', nature: 'official', date: '2020-11' })] },
    ],
    before: [
      aStatement('2017-01-28', 'Announced as a merger of five groups, the renamed al-Nusra Front among them; a wing of Ahrar al-Sham joined.', {
        sources: [aSource({ publisher: 'Wikipedia', nature: 'encyclopaedia', date: null, note: 'Read in an archived copy.' })],
      }),
      aStatement('2017-07-23', 'Took Idlib city and most of the border with Turkey after fighting Ahrar al-Sham.', {
        sources: [aSource({ publisher: 'Fanack', nature: 'media', date: '2017' }), aSource({ publisher: 'Sputnik', nature: 'state-outlet', about: 'Russia', date: '2017-07-24' })],
        contested: { text: 'sources give 22, 23 or 24 July for the city.', by: null, sources: [] },
      }),
      aStatement('2018', 'Arrested members of a rival group.', { to: '2019' }),
      aStatement('2020-02', 'Its leader gave an interview to foreign reporters.'),
    ],
    since: [
      aStatement('2022-10-13', 'Entered Afrin city beside two divisions of the SNA; a partial withdrawal followed.'),
      aStatement('2024-11-27', 'With allied factions, launched an offensive west of Aleppo.'),
      aStatement('2024-12-08', 'The offensive reached Damascus and ended the rule of Bashar al-Assad.'),
      aStatement('2025-01-29', 'Declared dissolved with all other armed factions, by most accounts.', {
        contested: { text: 'the written order did not name it.', by: 'one outlet', sources: [aSource({ date: '2025-01-29' })] },
      }),
      aStatement('2025-07-08', 'The United States ended its listing.'),
    ],
    disputes: [
      {
        question: 'the 2016 break with al-Qaeda',
        positions: [
          { holder: 'Abu Mohammad al-Julani', text: 'Said the group had no further ties to any outside body.', sources: [aSource({ publisher: 'Hürriyet / AFP', date: '2016-07-28' })] },
          { holder: 'United States; analysts', text: 'Held that it was still an affiliate, the break nominal.', sources: [aSource({ publisher: 'CTC Sentinel', nature: 'research', date: '2016-08' })] },
        ],
      },
    ],
    related: [
      { entity: 'al-nusra-front', kind: 'group', type: 'armed-group', name: 'al-Nusra Front', relation: 'successor-of' },
      { entity: 'abu-mohammad-al-julani', kind: 'person', type: 'person', name: 'Abu Mohammad al-Julani', relation: 'led-by' },
      { entity: 'idlib', kind: 'place', type: 'place', name: 'Idlib', relation: 'based-in' },
    ],
    distinguish: ['Jaysh al-Islam, a rival group'],
    place: null,
    map: null,
    sourceCount: 34,
    packAsOf: '2026-03-10',
    packVersion: '1.0.0',
    packTitle: 'Syria',
    packOrigin: 'bundled',
    ...change,
  };
}

export const aMention: Mention = {
  pack: 'syria',
  entity: 'hayat-tahrir-al-sham',
  start: 0,
  end: 20,
  sure: 'one',
  why: { code: 'introduced', detail: 'Hayat Tahrir al-Sham (HTS)' },
  salience: 'specific',
  kind: 'group',
};

export const noActions: CardActions = {
  close() {},
  expand() {},
  pin() {},
  save() {},
  mute() {},
  report() {},
  edit() {},
  copy() {},
  open() {},
  back() {},
  forward() {},
  choose() {},
  setDay() {},
  retry() {},
};

/** A compact card at first glance; `change` replaces fields of the view. */
export function aView(card: Card = aCard(), change: Partial<CardView> = {}): CardView {
  const subject: Subject = { is: 'card', card, why: aMention.why, saved: 'no', clipped: 0 };
  return { subject, back: null, forward: null, expanded: false, pinned: false, since: 'closed', sheet: false, mutable: true, notice: null, actions: noActions, ...change };
}
