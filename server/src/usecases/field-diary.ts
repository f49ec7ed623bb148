import type { CivilDate } from '@liren/core/basics/ids.ts';
import { showHomeAddress } from '@liren/core/registry/address.ts';
import { openWords } from '../store/fieldwork.ts';
import { type DiaryRow, readOwnEntries } from '../store/read-fieldwork.ts';
import type { Asker } from './actor.ts';
import { type FieldworkDeps, fieldworkSeats } from './fieldwork-seats.ts';
import type { Shell } from './shell.ts';

type Deps = FieldworkDeps & { readonly shell: Shell };

/** 民情日志: what the asker did on these days, as it was written down at the doors. It writes itself. */
export async function ownDiary(
  deps: Deps,
  asker: Extract<Asker, { kind: 'person' }>,
  days: { readonly from: CivilDate; readonly until: CivilDate },
) {
  const seats = fieldworkSeats(deps, asker);
  const all = await Promise.all(
    seats.map(async ({ community, fieldwork }) => {
      const rows = await readOwnEntries(deps.shell.pool, community, asker.person, days);
      return rows.map((row) =>
        entryBody(deps, community, fieldwork.rounds[row.round]?.title ?? row.round, row),
      );
    }),
  );
  return all.flat();
}

function entryBody({ shell, directory }: Deps, community: string, title: string, row: DiaryRow) {
  const { id, round, met, at, day, received_at, plain, words_sealed, matters } = row;
  const { compound, building, unit, number } = row;
  const isHome = compound !== null && building !== null && unit !== null && number !== null;
  return {
    id,
    community,
    round,
    title,
    grid: { id: row.grid_id, title: directory.findPlace(row.grid_id)?.title ?? '' },
    ...(isHome && { address: showHomeAddress({ compound, building, unit, number }) }),
    met,
    at,
    day,
    receivedAt: received_at,
    answers: { ...plain, ...openWords(shell.sealer, id, words_sealed) },
    matters: [...matters],
  };
}
