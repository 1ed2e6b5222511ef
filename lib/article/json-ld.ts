/** One object of a page's JSON-LD. */
export type LinkedData = Record<string, unknown>;

/** What describes other pages than this one, or parts of it with dates of their own. */
const elsewhere = /^(?:itemListElement|hasPart|isPartOf|mentions|about|citation|comment|review|reviews|relatedLink|liveBlogUpdate|suggestedAnswer|acceptedAnswer|author|publisher|image|video|breadcrumb|isBasedOn|subjectOf)$/;

/** The objects that say what the page is, in document order: graphs and arrays opened, lists of other pages left out. Bodies that are not JSON even after mending are skipped. */
export function linkedData(bodies: readonly string[]): LinkedData[] {
  const found: LinkedData[] = [];
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > 8) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const object = value as LinkedData;
    if (object['@type']) found.push(object);
    for (const [key, inner] of Object.entries(object)) if (!elsewhere.test(key)) visit(inner, depth + 1);
  };
  for (const body of bodies) visit(parseLoosely(body), 0);
  return found;
}

/** JSON as sites write it: comments around it, raw line breaks in strings, trailing commas; undefined where nothing helps. */
function parseLoosely(body: string): unknown {
   
  const mended = () => body.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>|;)\s*$/g, '').replace(/[\u0000-\u001f]+/g, ' ').replace(/,(\s*[}\]])/g, '$1');
  for (const text of [() => body, mended]) {
    try {
      return JSON.parse(text());
    } catch {
      // Try the next spelling.
    }
  }
  return undefined;
}

/** Types of an object without their vocabulary's address. */
export function typesOf(object: LinkedData): string[] {
  return [object['@type']].flat().filter((type) => typeof type === 'string').map((type) => type.replace(/^.*[/#:]/, ''));
}

/** First string under a key, also of an array or of an object with a value; null where there is none. For dates and headlines. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== null) ?? null;
  return typeof value === 'object' && value !== null ? textOf((value as LinkedData)['@value']) : null;
}

/** The name of what a value stands for: the value itself, its `name`, or that of the object it points to by `@id` among `objects`; never an address. */
export function nameOf(value: unknown, objects: readonly LinkedData[]): string | null {
  const plain = textOf(value);
  if (plain !== null) return /^https?:/.test(plain) ? null : plain;
  if (Array.isArray(value)) return value.map((one) => nameOf(one, objects)).find((text) => text !== null) ?? null;
  if (typeof value !== 'object' || value === null) return null;
  const object = value as LinkedData;
  const name = textOf(object['name']) ?? textOf(objects.find((other) => other !== object && object['@id'] !== undefined && other['@id'] === object['@id'] && other['name'])?.['name']);
  return name !== null && /^https?:/.test(name) ? null : name;
}
