/**
 * What an element is to someone gathering prose, told by its tag and attributes alone: computed style would cost layout,
 * and the same judgement has to be made where there is no layout (`inspect`).
 */
export type Sort =
  /** Continues the sentence it stands in. */
  | 'inline'
  | 'link'
  | 'block'
  | 'heading'
  | 'caption'
  /** Not for reading: entered by nobody. */
  | 'closed'
  /** Hidden by an attribute that may be taken away. */
  | 'veiled'
  /** Beside the article (related, comments, ads): read, but taken only where a page has nothing else. */
  | 'beside'
  /** Beside the article by a name that layouts bear too. */
  | 'doubtful'
  | 'break'
  | 'frame'
  | 'slot';

const tags = new Map<string, Sort>();
function define(sort: Sort, names: string): void {
  for (const name of names.split(' ')) tags.set(name, sort);
}
define('inline', 'abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby rb s small span strike strong sub sup time tt u var wbr');
define('link', 'a');
define('heading', 'h1 h2 h3 h4 h5 h6');
define('caption', 'figcaption caption figure');
define('closed', 'script style template noscript svg math canvas video audio object embed map area input textarea select option datalist button code kbd samp nav menu progress meter head title rp rt img picture source link meta');
define('beside', 'aside footer');
define('break', 'br');
define('frame', 'iframe frame');
define('slot', 'slot');

const roles = new Map<string, Sort>();
for (const role of 'navigation menu menubar toolbar tablist textbox searchbox search combobox listbox button switch slider'.split(' ')) roles.set(role, 'closed');
for (const role of 'complementary banner contentinfo dialog alertdialog'.split(' ')) roles.set(role, 'beside');
roles.set('heading', 'heading');

/** Whole words of a class or id, parted by anything but letters or by camel case; "has-sidebar" is no sidebar. */
const wordStart = /(?<!(?:[Hh]as|[Ww]ith|[Nn]o)[-_]?)(?:^|[^A-Za-z]|(?<=[a-z])(?=[A-Z]))/.source;
const wordEnd = /(?![a-z])/.source;
const besideWords =
  /[Rr]elated|[Rr]ecommend(?:ed|s|ation|ations)?|[Nn]ewsletters?|[Cc]omments?|[Dd]isqus|[Aa]ds?|[Aa]dvert(?:s|isement|isements|ising)?|[Oo]utbrain|[Tt]aboola|[Cc]ookies?|[Cc]onsent|gdpr|[Ff]ooter|[Pp]agination/.source;
const doubtfulWords =
  /[Pp]romos?|[Ss]ubscri(?:be|ption)|[Ss]ign[Uu]p|[Ss]har(?:e|es|ing)|[Ss]ocial|[Ss]idebar|[Bb]read[Cc]rumbs?|[Ss]ponsor(?:ed|s)?|[Tt]rending|[Pp]opular|[Tt]ags|[Mm]enu|[Nn]av|[Nn]avbar|[Nn]avigation|[Bb]anner|[Mm]odal|[Pp]opup|[Tt]ooltip|(?:[Rr]ead|[Ss]ee)[-_]?(?:[Aa]lso|[Mm]ore)|[Aa]lso[-_]?[Rr]ead|[Mm]ost[-_]?(?:[Rr]ead|[Vv]iewed)|[Mm]ore[-_]?(?:[Ff]rom|[Oo]n|[Ss]tories|[Nn]ews)/.source;
const besideName = new RegExp(`${wordStart}(?:(${besideWords})|${doubtfulWords})${wordEnd}`);
const unseenName = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?)(?:$|\s)/i;
const unseenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** How to treat `element`; linear in the length of its attributes. */
export function sortOf(element: Element): Sort {
  const name = element.localName;
  let sort = tags.get(name) ?? 'block';
  if (sort === 'closed') return sort;
  if (name.includes('-') && standsInSentence(element)) sort = 'inline';
  if (!element.hasAttributes()) return name === 'dialog' ? 'veiled' : sort;
  if (name === 'dialog' && !element.hasAttribute('open')) return 'veiled';
  if (element.hasAttribute('hidden')) return 'veiled';
  const style = element.getAttribute('style');
  if (style !== null && unseenStyle.test(style)) return 'veiled';
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return 'closed';
  const className = element.getAttribute('class') ?? '';
  if (className !== '' && unseenName.test(className)) return 'closed';
  if (sort === 'break' || sort === 'slot' || sort === 'frame') return sort;
  const asideOfReading = sort === 'inline' || sort === 'link' ? 'closed' : 'beside';
  // Frameworks hide a whole page from assistive technology while a consent dialog is up: not lost, only set aside.
  if (element.getAttribute('aria-hidden') === 'true') return asideOfReading;
  const role = element.getAttribute('role');
  if (role !== null) sort = roles.get(role) ?? sort;
  if (sort === 'inline' || sort === 'link' || sort === 'closed') return sort;
  if (sort === 'beside') return sort;
  const named = besideName.exec(`${className} ${element.getAttribute('id') ?? ''}`);
  return named === null ? sort : named[1] ? 'beside' : 'doubtful';
}

/** Whether a custom element has running text right before or after it. */
function standsInSentence(element: Element): boolean {
  return isWords(element.previousSibling) || isWords(element.nextSibling);
}

function isWords(node: Node | null): boolean {
  return node?.nodeType === 3 && /\S/.test((node as Text).data);
}
