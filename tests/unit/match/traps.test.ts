import { describe, expect, it } from 'vitest';
import { sourceMatcher } from '../../support/source-matcher.ts';
import { pageOf, read } from './packs.ts';

/** Names of the shipped packs where they mean something else, as seen on real pages. */
const matcher = sourceMatcher();

function found(text: string, lang: string): string[] {
  return read(text, matcher.find(pageOf(text, { lang, day: '2022-09-23', title: text.split('\n', 1)[0] ?? '' }), null).mentions);
}

describe('on a page of something else', () => {
  it.each([
    ['a health account', 'en', 'What your FSA pays for\nAn FSA is a flexible spending account. Use FSA money by March.'],
    ['a regulator', 'en', 'Lender fined\nThe FSA, the Financial Services Authority, fined the bank. The FSA said it would appeal in France and Turkey.'],
    ['an actuary', 'en', 'New partner\nJane Holt, FSA, MAAA, joins the pension practice. She has been an FSA since 2004.'],
    ['the French homeless', 'fr', 'Nuit de la solidarité\nLes SDF sont plus nombreux. Un SDF sur deux dort dehors, en France.'],
    ['a headline in capitals', 'en', 'WHAT IS NEXT FOR TURKEY IS UNCLEAR\nTHE BANK IS HOLDING RATES. IS IT ENOUGH?'],
    ['goods sold as they are', 'en', 'Sold AS IS\nThe software is provided AS IS, without warranty. AS IS means as it is.'],
    ['a car', 'en', 'Lexus IS 350 review\nThe Lexus IS has a new grille. The IS is quicker than before, and an IS costs less in Turkey.'],
    ['an array of disks', 'en', 'Inside ISIS\nISIS is a RAID array of 48 disks. ISIS rebuilds a disk in an hour.'],
    ['a goddess', 'en', 'A temple to Isis\nThe goddess Isis, or ISIS as the sign spells it, was the wife of Osiris.'],
    ['a knife', 'en', 'Forging a blade\nDamascus steel is folded. A Damascus blade shows waves; this Damascus knife took a week.'],
    ['a town in Oregon', 'en', 'Fire near Damascus\nCrews reached Damascus, Oregon, at noon. The Damascus school will stay shut on Monday.'],
    ['a racing circuit', 'en', 'Sochi qualifying\nNorris took pole in Sochi. The Russian Grand Prix in Sochi starts at three, and Russia expects rain.'],
    ['the Olympics', 'en', 'Medals of Sochi\nAt the Sochi Olympics Russia won thirteen golds. Sochi was warm.'],
    ['a nickname', 'en', 'The clerk they call Turkey\nTurkey, a scrivener of sixty, works best before noon. Nippers laughs at Turkey.'],
    ['a dinner', 'en', 'Turkey for two\nRoast the turkey breast for an hour. Turkey dries out, so baste the Turkey.'],
    ['football', 'en', 'Late goal for Syria\nSyria drew with Russia. Turkey lost to Iraq, and Syria meet Iran on Friday.'],
    ['the idiom', 'en', 'Owner offers olive branch\nThe owner extended an olive branch to his tenants in Turkey. An Olive Branch, they said, is no lease.'],
    ['a town in Mississippi', 'en', 'Road works in Olive Branch\nOlive Branch, Mississippi, will close a lane. Olive Branch police ask for patience.'],
    ['a river and a spray', 'en', 'Stuffy nose?\nAfrin is an oxymetazoline nasal spray. Use Afrin for three days at most.'],
    ['an institute', 'en', 'MIT prize\nMIT gave a prize to a Turkish chemist. The MIT Press will print her book in Turkey.'],
    ['a war museum', 'en', 'On show\nThe M4 carbine and the Sherman M4 stand in the hall, beside a BMW M5.'],
    ['a league', 'en', 'Kick-off\nThe NFL season starts Thursday. NFL teams may play in Germany.'],
    ['a Turkish headline about bread', 'tr', 'Şam fıstığı pahalandı\nŞam fıstığının kilosu arttı. Antep ve Şam fıstığı yarışıyor.'],
    ['a basis', 'ar', 'القاعدة في النحو\nالقاعدة أن الفاعل مرفوع. وهذه القاعدة سهلة.'],
    ['a door', 'ar', 'الباب الجديد\nأغلق الباب عند الخروج. الباب من خشب.'],
    ['a mother-in-law and chickpeas', 'ar', 'حماة العروس\nتقول حماة العروس إن حمص البيت بالطحينة أطيب. ثم تفتح الباب وتخرج إلى حلب الماعز.'],
    ['a class and a rough road', 'ar', 'الطبقة الوسطى تتآكل\nالطبقة الوسطى تدفع الثمن، والطريق الوعر طويل.'],
    ['a quarter of Cairo', 'ar', 'مولد السيدة زينب\nفي حي السيدة زينب بالقاهرة يستعد الأهالي للمولد.'],
    ['helmets for cyclists', 'ar', 'الخوذ البيضاء للدراجين\nوزعت البلدية الخوذ البيضاء على راكبي الدراجات.'],
    ['a boor', 'ru', 'Как отучить хама\nХама узнают по голосу. Не спорьте с хамом.'],
    ['a parliament', 'ru', 'Дума приняла закон\nДума соберётся в среду. В Думе ждут министра.'],
    ['a school and its acronyms', 'de', 'HTS und MIT\nDie HTS in Stuttgart gibt ein SDF aus. Die FSA kocht. Professor Golani fährt mit.'],
    ['games', 'de', 'Sotschi\nIn Sotschi waren Olympische Spiele. Die Türkei gewann nichts.'],
    ['chickpeas', 'tr', 'Humus tarifi\nHumus nohuttan yapılır. Humus tabağına yağ dökün.'],
    ['soap', 'fr', 'Savon d’Alep\nLe savon d’Alep lave tout.'],
    ['two children', 'ku', 'Hema û Ferat\nHema û Ferat çûn dibistanê. Ferat got ku ew ê bixwîne.'],
    ['an institute of Moscow', 'ru', 'Выставка в Москве\nВ Москве открылась выставка о Сочи. Музей работает до вечера.'],
  ])('%s is silent', (_, lang, text) => {
    expect(found(text, lang)).toEqual([]);
  });
});

describe('on a page of the story', () => {
  const story = 'Fighters of Hayat Tahrir al-Sham entered Afrin from Idlib, in northern Syria.';
  const own = found(story, 'en');
  it.each([
    ['a health account', 'The doctor’s own FSA, a flexible spending account, had paid for the glasses.'],
    ['a knife', 'He carried a Damascus knife and some Damascus steel.'],
    ['a dinner', 'They ate roast turkey and a turkey sandwich.'],
    ['the idiom', 'Nobody extended an olive branch.'],
    ['an institute', 'A professor at MIT, in Massachusetts, had read the letters.'],
    ['a brigade of another army', 'The Golani Brigade was far away.'],
    ['a namesake', 'A neighbour, Nidal Assad, saw it. Assad said he had run.'],
    ['a street', 'She was born in Aleppo Street.'],
    ['a stressed word', 'What IS true, he asked, and what is not?'],
  ])('%s is silent', (_, sentence) => {
    expect(found(`${story}\n${sentence}`, 'en')).toEqual(own);
  });
});
