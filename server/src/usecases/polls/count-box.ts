import { randomBytes } from 'node:crypto';
import { openerOf } from '@liren/core/voting/envelope.ts';
import { inListOrder } from '@liren/core/voting/published.ts';
import type { Ballot, Sum } from '@liren/core/voting/types.ts';
import { base32 } from '../../adapters/crypto/base32.ts';
import { type CastRow, keepCount, type PaperRow, readCast, readPapers } from '../../store/polls/box.ts';
import { holdPoll, type PollRow, pollKeyPlace, readSums } from '../../store/polls/polls.ts';
import type { Queryable } from '../../store/write-record.ts';
import { MovedOn } from '../settle.ts';
import type { Shell } from '../shell.ts';

/** Of a receipt: 80 bits, as people can copy them. */
export const newCode = (): string => base32(randomBytes(10)).toLowerCase();

const weightOf = ({ heads, area_square_centimetres }: CastRow): Sum => ({
  heads,
  area: area_square_centimetres,
});

/** A code stands for one ballot: whoever took somebody else's gets another, and both count. */
function distinctCodes(ballots: readonly Ballot[]): readonly Ballot[] {
  const seen = new Set<string>();
  return ballots.map((ballot) => {
    const code = ballot.code === '' || seen.has(ballot.code) ? newCode() : ballot.code;
    seen.add(code);
    return { ...ballot, code };
  });
}

async function opened(
  { sealer }: Shell,
  poll: PollRow,
  rows: readonly CastRow[],
): Promise<readonly Ballot[]> {
  if (rows.length === 0) return [];
  const key =
    poll.private_key_sealed === null
      ? undefined
      : sealer.open(pollKeyPlace(poll.id), poll.private_key_sealed);
  if (key === undefined || !key.ok) throw new Error(`the key of poll ${poll.id} does not open`);
  const open = await openerOf({ publicKey: poll.public_key ?? '', privateKey: key.value }, poll.id);
  return Promise.all(
    rows.map(async ({ envelope, ...row }) => {
      // What does not open took part and says nothing valid.
      const inside = (await open(envelope ?? '')) ?? { code: '', choice: [] };
      return { ...inside, weight: weightOf(row as CastRow) };
    }),
  );
}

const readingOf = ({ first, settled }: PaperRow): readonly string[] => settled ?? first;
/** Paper of a secret vote: as many ballots as papers; none has a line of the roll. */
const loosePapers = (papers: readonly PaperRow[]): readonly Ballot[] =>
  papers
    .filter(({ entry_id }) => entry_id === null)
    .map((paper) => ({ code: paper.code, choice: readingOf(paper), weight: { heads: 1, area: 0 } }));

/** Everything in the box as ballots, by whatever channel they came, in the order of the list. */
export async function ballotsToCount(shell: Shell, poll: PollRow): Promise<readonly Ballot[]> {
  const cast = await readCast(shell.pool, poll.community_id, poll.id);
  const papers = await readPapers(shell.pool, poll.community_id, poll.id);
  const byCode = new Map(papers.map((paper) => [paper.code, paper]));
  const named = cast
    .filter(({ choice }) => choice !== null)
    .map((row): Ballot => {
      const paper = row.code === null ? undefined : byCode.get(row.code);
      const choice = paper === undefined ? (row.choice ?? []) : readingOf(paper);
      return { code: row.code ?? '', choice, weight: weightOf(row) };
    });
  const sealed = await opened(
    shell,
    poll,
    cast.filter(({ envelope }) => envelope !== null),
  );
  return inListOrder(distinctCodes([...named, ...sealed, ...loosePapers(papers)]));
}

/** Writes the count; if anybody voted or took a vote back since it was made, it is made anew. */
export async function emptyBox(
  client: Queryable,
  poll: PollRow,
  taken: Sum,
  ballots: readonly Ballot[],
  at: number,
): Promise<void> {
  await holdPoll(client, poll.community_id, poll.id);
  const now = await readSums(client, poll.community_id, poll.id);
  if (now.taken_heads !== taken.heads || now.taken_area !== taken.area || now.differences > 0)
    throw new MovedOn();
  const counted = ballots.map(({ code, choice, weight }) => ({ code, choice, ...weight }));
  await keepCount(client, poll.community_id, poll.id, counted, at);
}
