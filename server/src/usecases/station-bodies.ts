import { stopsOf } from '@liren/core/projections/stations.ts';
import { citedRules } from './cited-rules.ts';
import type { LineDeps } from './lines.ts';
import type { Seen } from './seen.ts';

/** The line of stations with the rules that ask for each, as screens and paper draw it. */
export const stationBodies = (
  { library, shell }: LineDeps,
  { definition, matter, facts }: Pick<Seen, 'definition' | 'matter' | 'facts'>,
) =>
  stopsOf(definition, matter, facts).map(({ law, ...stop }) => ({
    ...stop,
    rules: citedRules(library, law, shell.now()),
    who: [...stop.who],
    branches: [...stop.branches],
    backTo: [...stop.backTo],
  }));
