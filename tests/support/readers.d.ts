/** What the tests use of readers that bring no types of their own. */
declare module '@citation-js/core' {
  interface CslItem {
    id: string;
    type: string;
    title?: string;
    author?: { family?: string; literal?: string }[];
    publisher?: string;
    'container-title'?: string;
    issued?: { 'date-parts': number[][] };
    accessed?: { 'date-parts': number[][] };
    URL?: string;
    abstract?: string;
  }
  export class Cite {
    constructor(text: string, options?: { forceType?: string });
    data: CslItem[];
  }
  export const plugins: { input: { data(text: string, type: string): unknown } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'commonmark' {
  export interface Node {
    type: string;
    literal: string | null;
  }
  export interface Document {
    walker(): { next(): { entering: boolean; node: Node } | null };
  }
  export class Parser {
    parse(markdown: string): Document;
  }
  export class HtmlRenderer {
    render(document: Document): string;
  }
}
declare module 'jsonld' {
  const jsonld: { expand(document: object, options: { documentLoader(url: string): Promise<{ documentUrl: string; document: object }> }): Promise<unknown[]> };
  export = jsonld;
}
