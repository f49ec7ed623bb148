import { type Ballot, nothing, plus, type Question, type Sum, type Tally } from './types.ts';

export const approveOptions = ['for', 'against', 'abstain'] as const;

export const seatsOf = (question: Question): number => (question.kind === 'elect' ? question.seats : 1);

/**
 * Whether a ballot may say this: known options, none twice, no more than there are seats.
 * @param most to fill now: in a run-off only the seats left over, and a ballot that names more people is void.
 */
export function isSound(options: readonly string[], choice: readonly string[], most: number): boolean {
  return (
    choice.length >= 1 &&
    choice.length <= most &&
    new Set(choice).size === choice.length &&
    choice.every((each) => options.includes(each))
  );
}

/** The ballots of each option together. In no order, by any channel: only what stands on them counts. */
export function tally(
  question: Question,
  options: readonly string[],
  ballots: Iterable<Ballot>,
  most = seatsOf(question),
): Tally {
  const known = new Set(options);
  const sums = new Map(options.map((option) => [option, { heads: 0, area: 0 }]));
  const cast = { heads: 0, area: 0 };
  const invalid = { heads: 0, area: 0 };
  for (const { choice, weight } of ballots) {
    cast.heads += weight.heads;
    cast.area += weight.area;
    const sound = choice.length === 1 ? known.has(choice[0] ?? '') : isSound(options, choice, most);
    if (!sound) {
      invalid.heads += weight.heads;
      invalid.area += weight.area;
      continue;
    }
    for (const option of choice) {
      const sum = sums.get(option);
      if (sum === undefined) continue;
      sum.heads += weight.heads;
      sum.area += weight.area;
    }
  }
  return { cast, options: Object.fromEntries(sums), invalid };
}

export const sumOf = (counted: Tally, option: string): Sum => counted.options[option] ?? nothing;

/**
 * 未表决的计入多数: owners to whom the paper was delivered and who said nothing stand with whichever of for and against has
 * more, by each measure on its own. Lawful only where the compound's own rules say so. At a tie they stand with nobody.
 */
export function withSilent(counted: Tally, silent: Sum): Tally {
  const [yes, no] = [sumOf(counted, 'for'), sumOf(counted, 'against')];
  const joins = (by: keyof Sum): 'for' | 'against' | undefined =>
    yes[by] === no[by] ? undefined : yes[by] > no[by] ? 'for' : 'against';
  const added = (option: 'for' | 'against'): Sum => ({
    heads: joins('heads') === option ? silent.heads : 0,
    area: joins('area') === option ? silent.area : 0,
  });
  return {
    ...counted,
    cast: plus(counted.cast, silent),
    options: {
      ...counted.options,
      for: plus(yes, added('for')),
      against: plus(no, added('against')),
    },
  };
}
