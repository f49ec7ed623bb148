import { normalisePhone, type PhoneNumber } from '../../adapters/crypto/phone.ts';
import { readRecord, readSealed } from '../../store/read-record.ts';
import type { Shell } from '../shell.ts';

/** 候选人, as they were nominated. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly nominatedBy: string;
  /** Voters who nominated together. */
  readonly nominators: number | undefined;
  /** Where they live, as far as they let it be published. */
  readonly from: string | undefined;
  /** What they say of themselves. */
  readonly text: string | undefined;
}
interface MatterKey {
  readonly community: string;
  readonly matter: string;
}

async function nominations(shell: Shell, { community, matter }: MatterKey) {
  const events = await readRecord(shell.pool, community, matter);
  return events.filter(({ type }) => type === 'nominated');
}

/** Everybody nominated in the matter, in the order of their numbers. */
export async function candidatesOf(shell: Shell, key: MatterKey): Promise<readonly Candidate[]> {
  const events = await nominations(shell, key);
  if (events.length === 0) return [];
  const said = await readSealed(shell.pool, shell.sealer, key.community, key.matter, ['public']);
  return events.map(({ seq, data }) => {
    const saidOf = (name: string): string | undefined => {
      const value = said.find((each) => each.seq === seq && each.name === name)?.value;
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    return {
      id: String(data['id']),
      name: String(data['name']),
      nominatedBy: String(data['nominatedBy']),
      nominators: data['nominatedBy'] === 'voters' ? Number(data['nominators']) : undefined,
      from: saidOf('from'),
      text: saidOf('text'),
    };
  });
}

/** The telephones that candidates left, by the candidate's number. Never shown. */
export async function candidatePhones(
  shell: Shell,
  key: MatterKey,
): Promise<ReadonlyMap<string, PhoneNumber>> {
  const events = await nominations(shell, key);
  if (events.length === 0) return new Map();
  const told = await readSealed(shell.pool, shell.sealer, key.community, key.matter, ['handlers']);
  return new Map(
    events.flatMap(({ seq, data }): [string, PhoneNumber][] => {
      const phone = told.find((each) => each.seq === seq && each.name === 'phone')?.value;
      const read = typeof phone === 'string' ? normalisePhone(phone) : undefined;
      return read?.ok === true ? [[String(data['id']), read.value]] : [];
    }),
  );
}
