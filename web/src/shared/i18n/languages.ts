export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageNames: Record<Language, string> = { 'zh-CN': '简体', 'zh-TW': '繁體', en: 'English' };

export const isLanguage = (text: string | null | undefined): text is Language =>
  languages.some((each) => each === text);

/** The first wish that we can meet; simplified Chinese otherwise. `zh-HK` and `zh-Hant` read traditional. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    if (isLanguage(wish)) return wish;
    if (/^zh[-_](hant|tw|hk|mo)/i.test(wish)) return 'zh-TW';
    if (/^zh/i.test(wish)) return 'zh-CN';
    if (/^en/i.test(wish)) return 'en';
  }
  return 'zh-CN';
}
