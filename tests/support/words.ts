import type { Words } from '../../components/shared/words.ts';
import messages from '../../public/_locales/en/messages.json';

/** The real English sentences, without a browser's i18n. */
export const english: Words = {
  lang: 'en-GB',
  t: (name, ...values) => {
    const found = messages[name as keyof typeof messages] as { message: string } | undefined;
    return (found?.message ?? '').replace(/\$(\d)/g, (_, index: string) => String(values[Number(index) - 1] ?? ''));
  },
};
