declare module 'flashtext.js' {
  class KeywordProcessor {
    addKeyword(keyword: string, cleanName?: string): void;
    extractKeywords(sentence: string): string[];
  }
  export = KeywordProcessor;
}
