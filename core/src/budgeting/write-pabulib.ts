import { givesPoints, writeBallot } from './ballots.ts';
import { showMoney } from './money.ts';
import { boundNames, type PabulibElection, voteTypes } from './pabulib.ts';

/**
 * A `.pb` file of an election: whoever reads it gets the same election, so that anyone can count it again. What voters are
 * (their age, their sex) is no part of it.
 */
export function writePabulib(read: PabulibElection): string {
  const { election, form, decimals, voterIds } = read;
  const { projects, ballots } = election;
  const votes = ballots.flatMap(({ scores }, at) => {
    const ballot = writeBallot(form.kind, scores, projects);
    const cells = [
      ballot.projects.join(','),
      ...(ballot.points === undefined ? [] : [ballot.points.join(',')]),
    ];
    return (voterIds[at] ?? []).map((id) => [id, ...cells]);
  });
  const rows: readonly (readonly string[])[] = [
    ['META'],
    ['key', 'value'],
    ...metaOf(read),
    ['PROJECTS'],
    ['project_id', 'cost', 'name', 'category', 'district'],
    ...projects.map(({ id, cost, name = '', categories = [], area = '' }) => [
      id,
      showMoney(cost, decimals),
      name,
      categories.join(','),
      area,
    ]),
    ['VOTES'],
    ['voter_id', 'vote', ...(givesPoints(form.kind) ? ['points'] : [])],
    ...votes,
  ];
  return rows.map((cells) => `${cells.map(quoted).join(';')}\n`).join('');
}

function metaOf({ election, form, decimals, meta }: PabulibElection): readonly (readonly [string, string])[] {
  const all = new Map(meta);
  all.set('num_projects', String(election.projects.length));
  all.set('num_votes', String(election.voters));
  all.set('budget', showMoney(election.budget, decimals));
  all.set('vote_type', voteTypes[form.kind]);
  const show = (amount: number | bigint): string =>
    typeof amount === 'bigint' ? showMoney(amount, decimals) : String(amount);
  for (const [key, name] of Object.entries(boundNames)) {
    const { least, most } = form[key as keyof typeof boundNames] ?? {};
    if (least !== undefined) all.set(`min_${name}`, show(least));
    if (most !== undefined) all.set(`max_${name}`, show(most));
  }
  return [...all];
}

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
