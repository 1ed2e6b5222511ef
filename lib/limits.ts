/** Every size, time and cap of the project, each with its reason. Units stand in the names. */
export const limits = {
  /** A message of 500 KB blocks the page 3.6-5.6 ms while it is cloned; 50 KB costs about 0.3 ms. */
  scanPartUtf16: 50_000,
  /** A 5 MB page must be read to its end (longest article seen: 1.2 MB); beyond this a page is an archive, not an article. */
  scanTextUtf16: 6_000_000,
  /** Changed text scanned at a time: where every sentence names something, a reply to more takes the page over 16 ms to read. */
  rescanUtf16: 200_000,
  /** Longest stretch of work on the page's main thread before it gets its turn back. */
  sliceMs: 8,
  /** A page that goes on changing is read again this long after the last reading, and after this many times what that cost: at most 5 % of the main thread. */
  rereadGapMs: 200,
  rereadRest: 19,
  /** Each painted range costs 8 µs in every frame in which the page changes anything (Chromium 156): with more, only those near the viewport are painted. */
  paintedEverywhere: 100,
  /** Mentions of one entity lit up at a time: those closest to the one pointed at, many screens of them. */
  litAtOnce: 300,
  /** Pointer rest before a card opens, and grace before it closes: what readers accept without flicker (Page Previews). */
  dwellMs: 500,
  graceMs: 300,
  /** The pointer is at rest when it has not moved for this long; only then is it asked what lies under it. */
  pointerRestMs: 60,
  /** A resting hand trembles by this much. */
  pointerTremorPx: 10,
  /** The card: off the line it explains, off the edges, never more than the page can spare; less edge where there is little room. */
  cardGapPx: 8,
  cardMarginPx: 16,
  cardTightMarginPx: 8,
  cardWidthPx: 384,
  cardHeightPx: 560,
  cardHeightShare: 0.7,
  /** With less room than this the card changes sides. */
  cardReadableHeightPx: 160,
  /** A sheet leaves the mention in sight above it. */
  sheetHeightShare: 0.6,
  /** A click this soon after opening was aimed at something else. */
  cardUnaimedMs: 250,
  /** Under this width a tap opens the card as a sheet at the foot of the screen. */
  sheetBelowPx: 480,
  /** Longest text looked up, a sentence's worth, and as many names shown as stand under a box without scrolling. */
  lookUpUtf16: 120,
  lookUpResults: 6,
  /** Grey lines come only where the wait would be seen. */
  cardSlowMs: 150,
  /** First glance: all of the compact card's text. */
  cardGlanceUtf16: 525,
  /** A toast stays this long unless pointer or focus holds it. */
  toastMs: 6_000,
  /** How long an extension page waits for a page's own verdict: a gate answers within 20 ms, a busy page within its longest task. */
  judgeMs: 1_000,
  /** When an extension page looks again for an overlay that is on its way. */
  rereadMs: [500, 1_500, 4_000],
  /** Rows the library makes at a time: three screens' worth, about 15 ms. */
  libraryRows: 40,
  /** Excerpt and its context on each side, UTF-16 units. 32 is the W3C Web Annotation practice; 240, some forty words, tell a paragraph from a copy of it with words exchanged. */
  quoteUtf16: 20_000,
  quoteContextUtf16: 240,
  /** Places of a page looked at closely for an excerpt: the one it stood at, the one it was moved to, and two copies. */
  anchorPlaces: 4,
  /** Longest strings taken over from a page's metadata. */
  titleUtf16: 500,
  bylineUtf16: 200,
  /** The longest address a browser shows a page under is 2 MB; none of news is a fiftieth of that. One cap for what is read, asked and stored: an address that can be read can be saved from. */
  urlUtf16: 40_000,
  bylinePeople: 20,
  langTagUtf16: 20,
  /** Where a date was found, in a few words of ours. */
  dateFromUtf16: 100,
  /** What names more in one excerpt is a list of names. */
  entitiesPerClipping: 500,
  /** Entities, or sightings, in one message: bounds what it can have the background do at once. More go in several. */
  itemsPerMessage: 1_000,
  /** Reader's own words. */
  noteUtf16: 20_000,
  tagUtf16: 80,
  tagsPerClipping: 50,
  /** Removed clippings, packs and names can be brought back this long, also after a restart; then they are gone for good. */
  undoStoreMs: 60 * 60 * 1000,
  /** A reminder after so many days without a backup, and again so many after it was put off: often enough to matter, rarely enough to be read. */
  backupRemindDays: 30,
  backupRemindAgainDays: 7,
  /** A file to restore from: 100,000 clippings make some 150 MB. */
  importBytes: 512 * 1024 * 1024,
  /** A card says so when the pack's knowledge is older than this. */
  packStaleDays: 90,
  /** Caps on a pack from outside: generous beside the bundled one, small beside what would harm the browser. */
  packBytes: 64 * 1024 * 1024,
  packEntities: 50_000,
  packAliasesPerEntity: 400,
  /** Entities written in one transaction while a pack is imported: some 20 ms, so that a card can be read in between. */
  packWriteEntities: 100,
  /** The index was measured up to a million names (15 MB); beyond it a scan grows slow. */
  packAliases: 1_000_000,
  aliasUtf16: 120,
  packTextUtf16: 1_200,
  jsonDepth: 32,
  /** Other names of an entry the reader adds; more is a pack's business. */
  ownOtherNames: 20,
  /** An outline at the size a card draws it; the most ragged coast of the bundled pack takes a tenth. */
  packOutlineUtf16: 20_000,
} as const;

/** What the gate reads of a page's description of itself; apart from the rest, so that the gate carries nothing else. */
export const headLimits = {
  /** The overlay comes right after the gate, or 150 ms later where the worker has to be started; by then the head is what it was. */
  freshMs: 1_000,
  /** Most seen on 603 pages: 96 `<meta>`s. */
  metas: 300,
  textUtf16: 500,
  /** Above it JSON-LD is data, not a description of the article. */
  jsonLdUtf16: 200_000,
  /** Elements weighed for the page's shape. */
  elements: 400,
  /** A line that dates the page. */
  lineUtf16: 160,
  /** A paragraph longer than this weighs no more: it is a whole text broken by hand. */
  proseUtf16: 4_000,
} as const;

/** What is read of a page beyond that. */
export const factLimits = {
  headings: 60,
  /** Elements named after a date: looked at, and kept. */
  dated: 400,
  times: 100,
  /** Around the headline: nodes walked to find lines, lines after and before it. A dateline stood within ten. */
  nearNodes: 600,
  linesAfter: 14,
  linesBefore: 6,
} as const;
