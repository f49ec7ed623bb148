import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keep, kept } from '../ui/keep.ts';
import { chooseLanguage, type Language } from './languages.ts';
import { setTitles } from './titles.ts';

/**
 * Words live in `SECTION.LANGUAGE.json`; key `matter.due.today` is `due.today` of section `matter`. zh-CN is written
 * by hand and is the source, en by hand, zh-TW made from zh-CN by `npm run -w web words`. What data calls things has
 * its own `titles.LANGUAGE.json`, made from `charters/words`.
 */
export type Section =
  | 'common'
  | 'matter'
  | 'resident'
  | 'staff'
  | 'public'
  | 'grid'
  | 'services'
  | 'polls'
  | 'talk'
  | 'meetings';
export interface Words {
  readonly [key: string]: string | Words;
}

const files = import.meta.glob<Words>(['./*.json', '!./titles.*'], { import: 'default' });
const titles = import.meta.glob<Readonly<Record<string, string>>>('./titles.*.json', { import: 'default' });
const used = new Set<Section>();

async function load(section: Section, language: Language): Promise<void> {
  if (i18next.exists(section, { lng: language, fallbackLng: [], returnObjects: true })) return;
  const words = await files[`./${section}.${language}.json`]?.();
  if (words !== undefined)
    i18next.addResourceBundle(language, 'translation', { [section]: words }, true, true);
}

/** Chinese readers need none: titles are written in Chinese. */
const titlesIn = async (language: Language): Promise<Readonly<Record<string, string>>> =>
  (await titles[`./titles.${language}.json`]?.()) ?? {};

const currentLanguage = (): Language => chooseLanguage([i18next.language]);

/** Fetch sections that a page needs beyond those of the start. */
export async function needSections(...sections: readonly Section[]): Promise<void> {
  for (const section of sections) used.add(section);
  await Promise.all(sections.map((section) => load(section, currentLanguage())));
}

const languageKey = 'liren.language';

/** Change language for this and later visits; what is on screen follows at once. */
export async function setLanguage(language: Language): Promise<void> {
  const [called] = await Promise.all([
    titlesIn(language),
    ...[...used].map((section) => load(section, language)),
  ]);
  setTitles(called);
  keep(languageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/**
 * Begin with the reader's language. `builtIn` are zh-CN sections that came with the first script, so that most
 * people wait for no further file.
 */
export async function startI18n(
  sections: readonly Section[],
  builtIn: Partial<Record<Section, Words>> = {},
): Promise<i18n> {
  // Matters, rules and places are in Chinese: only somebody's own choice leads to another tongue.
  const chinese = navigator.languages.filter((language) => language.startsWith('zh'));
  const language = chooseLanguage([kept(languageKey) ?? '', ...chinese]);
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { 'zh-CN': { translation: builtIn } },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  const [called] = await Promise.all([titlesIn(language), needSections(...sections)]);
  setTitles(called);
  return i18next;
}
