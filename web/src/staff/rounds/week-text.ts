import type { DiaryEntry } from '../../shared/api/bodies.ts';
import type { Say } from '../../shared/matter/dates.ts';

const textOf = ({ answers }: DiaryEntry, name: string): string | undefined => {
  const said = answers[name];
  return typeof said === 'string' && said.trim() !== '' ? said : undefined;
};

/** Monday to Sunday of the week that lies `back` weeks before the one of this day. */
export function weekOf(day: string, back: number): { readonly from: string; readonly until: string } {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const weekday = (new Date(noon).getUTCDay() + 6) % 7;
  const at = (days: number) => new Date(noon + days * 86_400_000).toISOString().slice(0, 10);
  return { from: at(-weekday - 7 * back), until: at(6 - weekday - 7 * back) };
}

/** What a week came to, as the report says it: figures first, then what was heard, settled and found to differ. */
export function weekText(entries: readonly DiaryEntry[], say: Say): string {
  const visits = entries.filter(({ address }) => address !== undefined);
  const met = visits.filter((each) => each.met);
  const count = (of: readonly DiaryEntry[], key: (entry: DiaryEntry) => unknown) => new Set(of.map(key)).size;
  const figures = say('staff.week.figures', {
    homes: count(visits, ({ address }) => address),
    met: count(met, ({ address }) => address),
    days: count(entries, ({ day }) => day),
    raised: entries.flatMap(({ matters }) => matters).length,
  });
  const part = (name: string) => {
    const lines = entries.flatMap((entry) => {
      const text = textOf(entry, name);
      return text === undefined
        ? []
        : [say('staff.week.line', { address: entry.address ?? entry.title, text })];
    });
    return lines.length === 0 ? [] : ['', say(`staff.week.${name}`), ...lines];
  };
  const notes = entries.flatMap((entry) =>
    entry.address === undefined ? (textOf(entry, 'text') ?? []) : [],
  );
  return [
    figures,
    ...part('needs'),
    ...part('solved'),
    ...part('differs'),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
}
