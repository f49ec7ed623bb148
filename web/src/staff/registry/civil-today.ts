import { instant } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';

/** Today in the community, whatever the clock of the machine calls its zone. */
export const civilToday = (): string => civilDateOf(instant(Date.now()));
