/**
 * One table lookup per UTF-16 unit turns text into what names are compared by: letters without case and marks, so that
 * offsets never shift. Units from 4 on are folded letters and digits; below stand the classes that are none.
 */
export const gap = 0;
/** A combining mark, harakat or tatweel: read over, and part of the letter before it. */
export const mark = 1;
/** A zero-width, bidi or other format character: read over. */
export const unseen = 2;
/** Read over inside a word ("Hay'at" is "Hayat"); a name may also end or begin at it ("Syria's", "l'Afrin"). */
export const apostrophe = 3;
/** A letter that is a word of its own: Han, kana, Thai and their like put no spaces. Its word is the unit itself. */
export const alone = 4;
export const firstLetter = 5;

const apostrophes = "'’‘‛ʼʻʽʾʿˈ′`´＇‵";

/** Forms that Unicode does not decompose, and letters that Arabic script writes in several ways. */
const foldedByHand: Readonly<Record<string, string>> = {
  ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ß: 's', ə: 'e',
  ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ە: 'ه', ة: 'ه', ہ: 'ه', ھ: 'ه', ک: 'ك', گ: 'ك', ڪ: 'ك', ۆ: 'و', ۇ: 'و',
};

function foldUnit(char: string): string {
  const lower = char.toLowerCase();
  const base = lower.normalize('NFKD').replace(/\p{M}/gu, '');
  const letter = base.length === 1 || char.normalize('NFD')[0] === base[0] ? (base[0] ?? lower) : lower;
  return foldedByHand[letter] ?? letter;
}

function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const units = table.map((_, unit) => (unit >= 0xd800 && unit < 0xe000 ? 0x20 : unit));
  const all = new TextDecoder('utf-16le').decode(units);
  const paint = (pattern: RegExp, value: (index: number) => number): void => {
    for (const found of all.matchAll(pattern)) {
      for (let index = found.index; index < found.index + found[0].length; index++) table[index] = value(index);
    }
  };
  paint(/[\p{L}\p{N}]+/gu, (index) => index);
  paint(/[\p{M}\u0640]+/gu, () => mark);
  paint(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu, (index) =>
    table[index] === mark ? mark : alone,
  );
  paint(/\p{Cf}+/gu, () => unseen);
  // Only these blocks hold letters with case, marks or compatibility forms that names are written in.
  for (const [from, to] of [[0x30, 0x587], [0x600, 0x6ff], [0x1c80, 0x1fff], [0x2100, 0x218f], [0x2c00, 0x2dff], [0xa640, 0xa7ff], [0xfb00, 0xffdf]] as const) {
    for (let unit = from; unit <= to; unit++) {
      if (table[unit] === unit) table[unit] = foldUnit(all.charAt(unit)).charCodeAt(0);
    }
  }
  for (const char of apostrophes) table[char.charCodeAt(0)] = apostrophe;
  return table;
}

/** The table, made when the module loads (about 5 ms). Its index is a UTF-16 unit; surrogates are gaps, so astral letters end a word. */
export const fold: Uint16Array = makeTable();

/** Words of `text`, folded: what two spellings have in common when they are the same to the matcher. */
export function foldedWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let index = 0; index < text.length; index++) {
    const unit = fold[text.charCodeAt(index)] ?? gap;
    if (unit === alone) {
      if (word) words.push(word);
      words.push(text.charAt(index));
      word = '';
    } else if (unit >= firstLetter) word += String.fromCharCode(unit);
    else if (unit === gap && word) {
      words.push(word);
      word = '';
    }
  }
  if (word) words.push(word);
  return words;
}
