import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Day } from './day.ts';
import type { Keeper, Pages } from './keeper.ts';

const Open = createContext<Keeper | undefined>(undefined);
export const BookOpen = Open.Provider;

/** Only pages behind the PIN ask for it. */
export function useKeeper(): Keeper {
  const keeper = useContext(Open);
  if (keeper === undefined) throw new Error('the vault is closed');
  return keeper;
}

export function useBook(): Pages {
  const { follow, pages } = useKeeper();
  return useSyncExternalStore(follow, pages);
}

/** For pages that are drawn only once there is a day. */
export function useDay(): Day {
  const { day } = useBook();
  if (day === undefined) throw new Error('no day is kept yet');
  return day;
}
