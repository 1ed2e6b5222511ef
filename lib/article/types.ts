/** What a page says of itself, as read from the DOM by `lib/page/read-facts.ts`: plain, bounded JSON; nothing is judged yet. */
export interface PageFacts {
  /** The address in the bar. */
  url: string;
  /** `<link rel=canonical>`, absolute, or null. */
  canonical: string | null;
  documentTitle: string;
  /** `<html lang>` and `dir`, as written. */
  lang: string | null;
  dir: string | null;
  /** `<meta>` name/property/itemprop (lower case) and content, in document order. */
  metas: [key: string, content: string][];
  /** Bodies of JSON-LD scripts, unparsed, in order. */
  jsonLd: string[];
  /** Microdata, `<time>` and elements named after a date: where they stand and what they say. */
  times: TimeFact[];
  /** The headline's text (see `readFacts`), or null. */
  heading: string | null;
  /** Short visible texts that may hold a dateline or byline, near the heading, in order. */
  nearHeading: string[];
  /** Shape of the page's prose, for telling an article from a front page. */
  shape: {
    paragraphs: number;
    proseUtf16: number;
    links: number;
    articleElements: number;
    /** Microdata or RDFa of an article. */
    articleMarkup: boolean;
    /** Something named after a date holds one. */
    dateline: boolean;
    /** There is a password field or something the reader writes in. */
    personal: boolean;
  };
}

export interface TimeFact {
  /** `datetime`, `content` or `title` attribute as written, or null. */
  machine: string | null;
  text: string;
  itemprop: string | null;
  /** Tag, class and id. */
  label: string;
  /** The end of the text right before it. */
  lead: string;
  /** Near the headline, in the article, elsewhere. */
  where: 'heading' | 'article' | 'elsewhere';
}

export interface Article {
  title: string;
  published: PublishedDate;
  modified: string | null;
  byline: string[];
  /** The outlet's name, or the host where none is given. */
  site: string | null;
  section: string | null;
  /** BCP 47 primary subtag, lower case, or null. */
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** The bar's address without tracking parameters and fragment. */
  url: string;
  /** The canonical address where it is trustworthy (same site, not a home page), else `url`. */
  canonical: string;
  news: NewsVerdict;
}

export interface PublishedDate {
  /** `YYYY-MM-DD` in the page's own time zone, or null: unknown or doubtful. */
  day: string | null;
  /** Where it came from ("json-ld datePublished", "meta article:published_time", "url", …) or why there is none. */
  from: string;
}

export interface NewsVerdict {
  is: boolean;
  kind: 'article' | 'live' | 'front' | 'other';
  /** Reasons as codes, strongest first. */
  why: string[];
}
