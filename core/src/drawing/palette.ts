/**
 * The colours of the house, the only place where they are written: screens read them as CSS variables
 * (web/src/shared/ui/tokens.css is generated from here), drawings and paper use them directly.
 */
export const palette = {
  ink: '#1D2B2A',
  /** Second voice: who, when, rule. 5.9 : 1 on paper. */
  muted: '#56635F',
  paper: '#FBFAF6',
  surface: '#FFFFFF',
  line: '#E4E1D8',
  /** Borders of things one can press or fill in: 3 : 1 on paper, as WCAG 1.4.11 asks. */
  edge: '#7C8682',
  /** 竹青 */
  accent: '#2C6E5F',
  accentSoft: '#E6EFEB',
  /** 朱: late, refused, danger and nothing else. */
  attention: '#B23A2E',
  attentionSoft: '#F7E8E5',
  /** 秋香: shapes only; words about waiting use `waitingText`, because this tone is 3.7 : 1 on paper. */
  waiting: '#A9781B',
  waitingText: '#7E570B',
  waitingSoft: '#F6EEDC',
  /** 靛 */
  information: '#2F5D8A',
  informationSoft: '#E6EDF4',
} as const;

export type Colour = keyof typeof palette;

/** What 长者版 changes: every word at least 7 : 1 on paper. */
export const elderPalette: Partial<Record<Colour, string>> = {
  ink: '#0F1A19',
  muted: '#36423F',
  line: '#B9B4A6',
  edge: '#56615D',
  accent: '#1B5246',
  attention: '#8C231A',
  waiting: '#7E570B',
  waitingText: '#5C3F05',
  information: '#1F466D',
};

export const fontFamily =
  '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
