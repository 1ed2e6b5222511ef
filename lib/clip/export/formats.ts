import type { Clipping } from '../schema.ts';
import { toBackup } from '../backup.ts';
import { toBiblatex } from './biblatex.ts';
import { toCslJson } from './csl-json.ts';
import { toCsv } from './csv.ts';
import { toHtmlDossier, type DossierAbout } from './html-dossier.ts';
import { toMarkdown } from './markdown.ts';
import { toRis } from './ris.ts';
import { toWebAnnotations } from './web-annotation.ts';

export const exportFormats = ['markdown', 'html', 'csv', 'biblatex', 'ris', 'csl-json', 'web-annotation', 'backup'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportFile {
  name: string;
  /** Media type. */
  type: string;
  text: string;
}

const writers: Record<ExportFormat, { ending: string; type: string; write: (clippings: readonly Clipping[], about: DossierAbout) => string }> = {
  markdown: { ending: 'md', type: 'text/markdown', write: toMarkdown },
  html: { ending: 'html', type: 'text/html', write: toHtmlDossier },
  csv: { ending: 'csv', type: 'text/csv', write: toCsv },
  biblatex: { ending: 'bib', type: 'application/x-bibtex', write: toBiblatex },
  ris: { ending: 'ris', type: 'application/x-research-info-systems', write: toRis },
  'csl-json': { ending: 'csl.json', type: 'application/vnd.citationstyles.csl+json', write: toCslJson },
  'web-annotation': { ending: 'jsonld', type: 'application/ld+json', write: toWebAnnotations },
  backup: { ending: 'backup.json', type: 'application/json', write: (clippings, { made }) => toBackup(clippings, made) },
};

/** Clippings as a file in a format, in the given order, named after the title and the day. */
export function toExport(format: ExportFormat, clippings: readonly Clipping[], about: DossierAbout): ExportFile {
  const { ending, type, write } = writers[format];
  return { name: `${fileName(about.title)}-${about.made.slice(0, 10)}.${ending}`, type, text: write(clippings, about) };
}

/** Letters and digits of any script, all else a hyphen: what every file system takes. */
function fileName(title: string): string {
  return title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 80) || 'clippings';
}
