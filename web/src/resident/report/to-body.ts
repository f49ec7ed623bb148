import type { OpenBody } from '../../shared/api/bodies.ts';
import type { ReportDraft } from './draft.ts';

const mostTitle = 40;

/** Longest text that is taken. */
export const mostText = 5_000;

/** What lists will show: the first sentence, cut where it grows long. */
export function titleOf(text: string): string {
  const [sentence = ''] = text.trim().split(/[\n。！？!?；;]/u);
  const signs = Array.from(sentence.trim());
  if (signs.length === 0) return Array.from(text.trim()).slice(0, mostTitle).join('');
  return signs.length <= mostTitle ? signs.join('') : `${signs.slice(0, mostTitle - 1).join('')}…`;
}

export const digits = (phone: string): string => phone.replaceAll(/[\s-]/g, '');

export const isNumber = (phone: string): boolean => /^\+?\d{5,15}$/.test(phone);

/** What is missing or cannot be taken, first things first; empty when the report can go. */
export type Lack = 'text' | 'where' | 'phone';
export function lacksOf(draft: ReportDraft): readonly Lack[] {
  const phone = digits(draft.phone);
  return [
    ...(draft.text.trim().length < 4 ? (['text'] as const) : []),
    ...(draft.community === undefined ? (['where'] as const) : []),
    ...(phone !== '' && !isNumber(phone) ? (['phone'] as const) : []),
  ];
}

/** The report as the interface takes it. A short report is its own title; a longer one stands whole as the text. */
export function toBody(draft: ReportDraft): OpenBody {
  const text = draft.text.trim();
  const title = titleOf(text);
  const address = draft.address.trim();
  const photos = draft.community === undefined ? [] : (draft.photos[draft.community] ?? []);
  const phone = digits(draft.phone);
  const location = { ...draft.spot, ...(address !== '' && { address }) };
  return {
    commandId: draft.commandId,
    procedure: 'complaint',
    channel: 'web',
    ...(draft.community !== undefined && { community: draft.community }),
    ...(draft.place !== undefined && { place: draft.place }),
    ...(draft.affair !== undefined && { affair: draft.affair }),
    input: {
      title,
      ...(text !== title && { text }),
      ...(Object.keys(location).length > 0 && { location }),
      ...(photos.length > 0 && { photos }),
      ...(phone !== '' && { phone }),
      openText: draft.openText,
    },
  };
}
