import { describe, expect, it } from 'vitest';
import type { Told } from '../pages/asked-form.ts';
import { stageOf } from '../street/stage.ts';
import { startCharterServer } from '../street/start-street.ts';
import { type Key, Town } from './town.ts';
import { type Between, walk } from './walk.ts';

/** Longer than any story, with time for a machine that does much else. */
const patienceMilliseconds = 400_000;

export interface Story {
  readonly procedure: string;
  /** Who begins it, where several may. */
  readonly opener?: string;
  /** How its forms are answered, by their labels; asked of the town where it says who somebody is. */
  readonly told?: Told | ((town: Town) => Promise<Told>);
  readonly ends: string;
  /** Looked at before each step. */
  readonly between?: (town: Town) => Between;
  /** Looked at when all is over. */
  readonly after?: (town: Town, matter: Key) => Promise<void>;
}

/** Every story of one charter, on one street, from 发起 to its end in browsers alone. */
export function tell(charter: string, stories: Readonly<Record<string, Story>>): void {
  describe(charter, () => {
    const town = new Town(
      stageOf(() => startCharterServer(charter)),
      charter,
    );
    it.each(Object.entries(stories))(
      '%s',
      async (_, { procedure, opener, told = {}, ends, between, after }) => {
        town.told = typeof told === 'function' ? await told(town) : told;
        const matter = await town.open(procedure, opener);
        expect(await walk(town, matter, between?.(town))).toBe(ends);
        await after?.(town, matter);
      },
      patienceMilliseconds,
    );
  });
}
