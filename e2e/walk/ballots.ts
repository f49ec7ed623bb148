import { randomUUID } from 'node:crypto';
import { sealBallot } from '@liren/core/voting/envelope.ts';
import type { Page } from 'playwright-core';
import type { Key, Town } from './town.ts';
import { type BallotWords, ballotWords } from './words.ts';

export interface RollLine {
  readonly id: string;
  readonly label: string;
  readonly channel?: string;
}
interface Poll {
  readonly id: string;
  readonly step: string;
  readonly countedAt?: number;
  readonly publicKey?: string;
  readonly opensAt: number;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly rule: { readonly channels: readonly string[]; readonly most: number };
}

export const rollOf = async (town: Town, by: string, { id }: Key): Promise<readonly RollLine[]> =>
  (await town.get<{ rows: readonly RollLine[] }>(by, `/api/polls/c1/${id}/roll?limit=500`)).rows;

export async function pollOf(town: Town, by: string, { id }: Key, at: string): Promise<Poll> {
  const { polls } = await town.get<{ polls: readonly Poll[] }>(by, `/api/polls/c1/${id}`);
  const poll = polls.find(({ step, countedAt }) => step === at && countedAt === undefined);
  if (poll === undefined) throw new Error(`no open vote at ${at}`);
  return poll;
}

/** At the desk a clerk marks what somebody says, reads it back and casts it; of a demand there is nothing to mark. */
export async function castAtDesk(
  page: Page,
  line: RollLine | undefined,
  marks: readonly string[],
  words: BallotWords = ballotWords.vote,
): Promise<void> {
  const label = line?.label ?? '';
  const shown = page.getByRole('button', { name: '看名册' });
  const row = page.getByRole('row').filter({ hasText: label });
  // The vote of a matter comes a moment after its record.
  await shown.or(row).first().waitFor();
  if (await shown.isVisible()) await shown.click();
  await row.getByRole('button', { name: words.desk }).click();
  const dialog = page.getByRole('dialog');
  for (const mark of marks) await dialog.getByText(mark, { exact: true }).click();
  await dialog.getByRole('button', { name: words.cast }).click();
  await dialog.getByText('回执号').waitFor();
  await page.keyboard.press('Escape');
  await row.getByText(words.atDesk).waitFor();
}

/** Whoever has not voted yet votes like the first, through the interface: a hundred dialogs show no more than one. */
export async function castRest(town: Town, by: string, matter: Key, at: string): Promise<void> {
  const { id, publicKey, options, rule } = await pollOf(town, by, matter, at);
  const choice = options.slice(0, rule.most).map((option) => option.id);
  const channel = rule.channels.includes('desk') ? 'desk' : 'online';
  for (const { id: entry, channel: voted } of await rollOf(town, by, matter)) {
    if (voted !== undefined) continue;
    const code = randomUUID().slice(0, 23);
    const ballot =
      publicKey === undefined
        ? { said: { code, choice } }
        : { envelope: await sealBallot(publicKey, id, { code, choice }) };
    await town.post(by, `/api/polls/c1/${matter.id}/ballots`, { entry, channel, ...ballot });
  }
}
