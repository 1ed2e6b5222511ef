import { render } from 'preact';
import { CardSurface } from '../../../components/card/CardSurface.tsx';
import { WordsProvider } from '../../../components/shared/words.ts';
import '../../../components/styles/tokens.css';
import '../../../components/styles/controls.css';
import '../../../components/styles/card.css';
import './gallery.css';
import { wordsIn } from '../words.ts';
import { stories } from './stories.ts';

/** `?story=NAME` draws one, nothing draws all; `theme`, `dir` and `lang` as in the design's own pages. */
const query = new URLSearchParams(location.search);
const root = document.documentElement;
const lang = query.get('lang') ?? 'en-GB';
root.lang = lang;
root.dir = query.get('dir') ?? 'ltr';
const theme = query.get('theme');
if (theme) root.dataset['theme'] = theme;

const wanted = Object.entries(stories).filter(([name]) => (query.get('story') ?? name) === name);
render(
  <WordsProvider value={await wordsIn(lang)}>
    {wanted.map(([name, view]) => (
      <figure key={name}>
        <figcaption>{name}</figcaption>
        <CardSurface view={view} />
      </figure>
    ))}
  </WordsProvider>,
  document.getElementById('stories') as HTMLElement,
);
root.dataset['ready'] = 'yes';
