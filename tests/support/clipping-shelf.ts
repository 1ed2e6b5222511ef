import type { Clipping } from '../../lib/clip/schema.ts';
import type { EntityType } from '../../lib/pack/schema.ts';
import { aClipping } from './clipping.ts';

function entity(id: string, name: string, type: EntityType) {
  return { pack: 'syria', entity: id, name, type, summary: null };
}
const hts = entity('hayat-tahrir-al-sham', 'Hayat Tahrir al-Sham', 'armed-group');
const afrin = entity('afrin', 'Afrin', 'place');

function uuid(at: number): string {
  return `3f0c6a52-6d0e-4b7e-9f1e-${at.toString(16).padStart(12, '0')}`;
}

/** A small library over four years and two scripts, with a changed and a gone excerpt. */
export const clippingShelf: Clipping[] = [
  aClipping({
    id: uuid(1),
    selector: { prefix: 'A second order naming the group was not mentioned. ', exact: 'Washington took HTS off its list of terrorist organisations on Tuesday, seven years after putting it there.', suffix: ' Others follow.' },
    page: { title: 'Washington ends a listing', site: 'Northern Ledger', published: '2025-07-09', url: 'https://northernledger.example/listing', barUrl: 'https://northernledger.example/listing' },
    entities: [hts, entity('united-states', 'United States', 'state'), entity('terrorism-lists', 'terrorism lists', 'concept')],
    tags: ['delisting'],
    capturedAt: '2025-07-09T10:00:00.000Z',
    sighting: { state: 'changed', at: '2025-09-01T10:00:00.000Z', now: 'Washington took HTS off its list of foreign terrorist organisations on Tuesday, six years after putting it there.' },
  }),
  aClipping({
    id: uuid(2),
    selector: { prefix: '', exact: 'The conference named him president and declared every faction, HTS among them, dissolved.', suffix: ' The written order did not list them. More.' },
    page: { title: 'A president for a transition', site: 'The Meridian', published: '2025-01-30', url: 'https://themeridian.example/conference', barUrl: 'https://themeridian.example/conference' },
    entities: [hts, entity('abu-mohammad-al-julani', 'Ahmed al-Sharaa', 'person')],
    tags: ['transition'],
    capturedAt: '2025-01-30T10:00:00.000Z',
    sighting: { state: 'gone', at: '2025-09-01T10:00:00.000Z', now: null },
  }),
  aClipping({
    id: uuid(3),
    selector: { prefix: 'قال سكان في المدينة إن ', exact: 'أرتالاً من هيئة تحرير الشام غادرت نحو إدلب، فيما بقي جهاز الأمن العام وحلفاؤه في عدد من أحياء عفرين.', suffix: '' },
    page: { title: 'انسحاب جزئي من عفرين', site: 'صحيفة المرفأ', published: '2022-10-16', lang: 'ar', dir: 'rtl', url: 'https://almarfa.example/afrin', barUrl: 'https://almarfa.example/afrin' },
    entities: [hts, afrin],
    tags: ['Afrin 2022'],
    capturedAt: '2022-10-17T10:00:00.000Z',
  }),
  aClipping({
    id: uuid(4),
    selector: { prefix: '', exact: 'By nightfall HTS convoys were in the city and the corps that had held it was falling back on Azaz.', suffix: ' Shops stayed shut.' },
    page: { title: 'Convoys in Afrin', site: 'Harbour Post', published: '2022-10-14', url: 'https://harbourpost.example/convoys', barUrl: 'https://harbourpost.example/convoys' },
    entities: [hts, afrin, entity('levant-front', 'Levant Front', 'armed-group')],
    tags: ['Afrin 2022'],
    capturedAt: '2022-10-14T10:00:00.000Z',
  }),
  aClipping({
    id: uuid(5),
    selector: { prefix: 'Three people briefed on the talks said on Friday. ', exact: 'The two sides met on 19 September inside a Turkish base near Atarib, west of Aleppo.', suffix: ' HTS is said to have sent three men to' },
    page: { title: 'Idlib’s rulers and Turkish intelligence said to agree on moving foreign fighters', site: 'The Meridian', published: '2022-09-23', url: 'https://themeridian.example/idlib-talks', barUrl: 'https://themeridian.example/idlib-talks' },
    entities: [entity('atarib', 'al-Atarib', 'place'), entity('mit-turkey', 'Turkish intelligence', 'government-body'), hts],
    tags: ['foreign fighters', 'Afrin 2022'],
    note: 'One outlet, unnamed sources. Compare with what was reported of Afrin in October.',
    capturedAt: '2022-09-24T10:00:00.000Z',
  }),
];
