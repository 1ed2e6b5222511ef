import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../shared/Icon.tsx';
import { Mark } from '../shared/Mark.tsx';
import { useWords } from '../shared/words.ts';

export type AccessChoice = 'all' | 'chosen' | 'click';

interface Props {
  /** A live sample. */
  children?: ComponentChildren;
  /** Whether every site has been granted already. */
  allowed: boolean;
  refused: boolean;
  onChoose: (choice: AccessChoice) => void;
}

const promises: readonly { icon: IconName; title: 'welcomeTime' | 'welcomeSources' | 'welcomeKeeps'; text: 'welcomeTimeWhy' | 'welcomeSourcesWhy' | 'welcomeKeepsWhy' }[] = [
  { icon: 'clock', title: 'welcomeTime', text: 'welcomeTimeWhy' },
  { icon: 'differ', title: 'welcomeSources', text: 'welcomeSourcesWhy' },
  { icon: 'save', title: 'welcomeKeeps', text: 'welcomeKeepsWhy' },
];

const privacy = [
  ['privacyRead', 'privacyReadWhy'],
  ['privacyKept', 'privacyKeptWhy'],
  ['privacyNoCount', 'privacyNoCountWhy'],
  ['privacyPage', 'privacyPageWhy'],
] as const;

/** The first page: the promise, a live sample, one choice, and what stays with the reader. */
export function Welcome({ children, allowed, refused, onChoose }: Props) {
  const { t } = useWords();
  return (
    <main class="on">
      <div class="brand">
        <Mark />
        {t('extName')}
      </div>
      <section class="hero">
        <div>
          <h1>{t('welcomePromise')}</h1>
          <p class="lede">{t('welcomeLede')}</p>
          <ul class="does">
            {promises.map(({ icon, title, text }) => (
              <li key={icon}>
                <Icon name={icon} />
                <span>
                  <b>{t(title)}</b> {t(text)}
                </span>
              </li>
            ))}
          </ul>
        </div>
        {children}
      </section>
      <Choice allowed={allowed} refused={refused} onChoose={onChoose} />
      <section class="priv" aria-labelledby="priv-title">
        <h2 id="priv-title">{t('welcomePrivacy')}</h2>
        <ul>
          {privacy.map(([title, text]) => (
            <li key={title}>
              <b>{t(title)}</b>
              {t(text)}
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

const choices = [
  { value: 'all', title: 'accessAll', text: 'welcomeAllWhy', go: 'welcomeAllGo' },
  { value: 'chosen', title: 'accessChosen', text: 'welcomeChosenWhy', go: 'welcomeChosenGo' },
  { value: 'click', title: 'accessClick', text: 'welcomeClickWhy', go: 'welcomeClickGo' },
] as const;

function Choice({ allowed, refused, onChoose }: Omit<Props, 'children'>) {
  const { t } = useWords();
  const [choice, setChoice] = useState<AccessChoice>('all');
  const [made, setMade] = useState<AccessChoice | null>(null);
  const told = allowed ? t('welcomeAllDone') : refused ? t('welcomeRefused') : made && made !== 'all' ? t(made === 'chosen' ? 'welcomeChosenDone' : 'welcomeClickDone') : t('welcomeLater');
  return (
    <section class="choose" aria-labelledby="choose-title">
      <h2 id="choose-title">{t('welcomeWhere')}</h2>
      <fieldset>
        <legend class="vh">{t('welcomeWhere')}</legend>
        {choices.map(({ value, title, text }) => (
          <label key={value} class="ch">
            <input type="radio" name="where" checked={choice === value} onChange={() => setChoice(value)} />
            <b>{t(title)}</b>
            <span>{t(text)}</span>
          </label>
        ))}
      </fieldset>
      <div class="go">
        <button
          type="button"
          class="btn is-main"
          onClick={() => {
            setMade(choice);
            onChoose(choice);
          }}
        >
          {t(choices.find(({ value }) => value === choice)?.go ?? 'welcomeAllGo')}
        </button>
        <p role="status">{told}</p>
      </div>
    </section>
  );
}
