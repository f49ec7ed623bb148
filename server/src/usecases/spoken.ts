import type { Json } from '@liren/core/basics/json.ts';
import type { Draft, Matter, SealedValue } from '@liren/core/engine/types.ts';
import { marksOf, type SearchWords } from '../store/search-words.ts';
import type { Shell } from './shell.ts';

/** Sealed answers of the opening form that people search by. */
const searched = ['title', 'text', 'location'] as const;

const textOf = (value: Json | undefined): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const { address } = value as { address?: Json };
  return typeof address === 'string' ? address : '';
};

/** Long runs of digits are telephone and identity numbers: nobody needs to find a matter by them. */
const withoutNumbers = (text: string): string => text.replaceAll(/\d{7,}[\dXx]?/g, ' ');

const opening = (drafts: readonly Draft[]): Readonly<Record<string, SealedValue>> | undefined =>
  drafts.find((draft) => draft.type === 'opened')?.sealed;

/** What the search index is to hold of a matter that is being opened; undefined when nothing new was said. */
export function wordsOf(
  { segment, directory }: Pick<Shell, 'segment' | 'directory'>,
  { community, openedAt }: Pick<Matter, 'community' | 'openedAt'>,
  drafts: readonly Draft[],
): SearchWords | undefined {
  const said = opening(drafts);
  if (said === undefined) return undefined;
  const text = searched.map((name) => textOf(said[name]?.value)).join('\n');
  const places = directory.pathTo(directory.findCommunity(community)?.streetId ?? '');
  return {
    words: segment(withoutNumbers(text)),
    marks: marksOf(
      places.map((place) => place.id),
      openedAt,
    ),
  };
}

const rounded = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** The place of a new matter, rounded to about 100 m: enough for a map, not for a door. */
export function spotOf(drafts: readonly Draft[]): { lat: number; long: number } | undefined {
  const value = opening(drafts)?.['location']?.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { lat, long } = value as { lat?: Json; long?: Json };
  if (typeof lat !== 'number' || typeof long !== 'number') return undefined;
  return { lat: rounded(lat), long: rounded(long) };
}
