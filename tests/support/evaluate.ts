/** Measures against what others labelled: `npm run evaluate -- SUBJECT [FOLDER] [--list]`. */
const subjects: Record<string, { about: string; run: (args: string[]) => Promise<void> }> = {
  pages: {
    about: "news detection and dates on labelled pages ([FOLDER] with labels.jsonl and html/; --list names each page that is wrong)",
    run: async (args) => (await import('./evaluate-pages.ts')).evaluatePages(args),
  },
  anchors: {
    about: "excerpts found again on changed pages, beside Apache Annotator ([FOLDER] with anchoring/ and pages/; [PAGES]; [CHANGE,CHANGE]; --list names each miss)",
    run: async (args) => (await import('./evaluate-anchors.ts')).evaluateAnchors(args),
  },
  mentions: {
    about: "names found and missed, on this project's own articles, a judged sample and pages of other things ([FOLDER] with syria-articles.jsonl and html/; --list names each mistake)",
    run: async (args) => (await import('./evaluate-mentions.ts')).evaluateMentions(args),
  },
  cost: {
    about: 'what reading and marking costs a page ([FOLDER] with html/; [EVERY]: each n-th page)',
    run: async (args) => (await import('./measure-page.ts')).measurePages(args),
  },
  hostile: {
    about: 'what a page of 5 MB that changes a thousand times a second suffers with and without the built extension ([SECONDS])',
    run: async (args) => (await import('./measure-hostile.ts')).measureHostile(args),
  },
  sweep: {
    about: 'what the built extension leaves behind in saved pages: markup, errors, layout shifts, its longest task ([FOLDER] with html/; [EVERY]: each n-th page)',
    run: async (args) => (await import('./sweep-pages.ts')).sweepPages(args),
  },
  memory: {
    about: 'what tab and worker hold after one saved page upon another in one tab ([FOLDER] with html/; [NAVIGATIONS])',
    run: async (args) => (await import('./measure-memory.ts')).measureMemory(args),
  },
};

const [subject = '', ...args] = process.argv.slice(2);
const chosen = subjects[subject];
if (chosen) await chosen.run(args);
else {
  console.error(['npm run evaluate --', ...Object.entries(subjects).map(([name, { about }]) => `  ${name}  ${about}`)].join('\n'));
  process.exitCode = 2;
}
