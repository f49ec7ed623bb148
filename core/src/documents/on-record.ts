import type { JsonObject } from '../basics/json.ts';
import type { Step } from '../engine/types.ts';
import type { MeetConfig } from '../steps/meet/config.ts';
import type { VoteConfig } from '../steps/vote/config.ts';
import type { PollConfig } from '../steps/vote/poll.ts';
import type { Option } from '../voting/facts.ts';
import type { DocumentKind, PaperEvent, PaperSource } from './types.ts';

/** What stands in the record for each sheet: the event that it is written from. */
const anchors: Readonly<Record<DocumentKind, readonly string[]>> = {
  notice: ['convened', 'vote-announced'],
  'roll-sheet': ['convened'],
  minutes: ['meeting-begun'],
  result: ['resolved', 'vote-counted', 'allocated'],
  appointment: ['offices-taken'],
};

export interface Listed {
  readonly kind: DocumentKind;
  /** Of the event that it is written from. */
  readonly seq: number;
  readonly at: number;
  /** Of a sheet that each of several people gets: whose it is. */
  readonly of?: Option;
}
/** Which sheets can be printed from the record, oldest first. */
export const documentsIn = (
  events: readonly Pick<PaperEvent, 'seq' | 'type' | 'at' | 'data'>[],
): readonly Listed[] =>
  events.flatMap(({ type, seq, at, data }) =>
    (Object.keys(anchors) as DocumentKind[])
      .filter((kind) => anchors[kind].includes(type))
      .flatMap((kind): Listed[] =>
        kind === 'appointment' ? appointedIn(data).map((of) => ({ kind, seq, at, of })) : [{ kind, seq, at }],
      ),
  );
/** Whoever takes office by the event, in the order in which they were elected. */
export const appointedIn = (data: JsonObject): readonly Option[] =>
  ((data['people'] ?? []) as unknown as readonly Option[]).map(({ id, title }) => ({ id, title }));

/** The event that the sheet is written from: the one asked for, else the last. */
export function findAnchor(
  events: readonly PaperEvent[],
  kind: DocumentKind,
  seq?: number,
): PaperEvent | undefined {
  const able = events.filter(({ type }) => anchors[kind].includes(type));
  return seq === undefined ? able.at(-1) : able.find((event) => event.seq === seq);
}

/** All that happened between one notice of a meeting and the next, in its step. */
export interface MeetingOnRecord {
  readonly config: MeetConfig;
  readonly stepTitle: string;
  readonly convened: PaperEvent;
  readonly begun: PaperEvent | undefined;
  /** Earlier notices that came to nothing: too few were there. */
  readonly failed: readonly PaperEvent[];
  readonly spoken: readonly PaperEvent[];
  /** 回避 */
  readonly aside: readonly PaperEvent[];
  readonly resolved: PaperEvent | undefined;
  readonly written: PaperEvent | undefined;
  readonly confirmed: PaperEvent | undefined;
}

export function findMeeting(source: PaperSource, anchor: PaperEvent): MeetingOnRecord | undefined {
  const step = anchor.step === undefined ? undefined : source.procedure.steps[anchor.step];
  if (step?.kind !== 'meet') return undefined;
  const own = source.events.filter((event) => event.step === anchor.step);
  const convened = own.findLast(({ type, seq }) => type === 'convened' && seq <= anchor.seq);
  if (convened === undefined) return undefined;
  const next = own.find(({ type, seq }) => type === 'convened' && seq > convened.seq);
  const mine = own.filter(({ seq }) => seq >= convened.seq && (next === undefined || seq < next.seq));
  const find = (wanted: string) => mine.find(({ type }) => type === wanted);
  const written = mine.findLast(({ type }) => type === 'minutes-written');
  return {
    config: step.config as MeetConfig,
    stepTitle: step.title,
    convened,
    begun: find('meeting-begun'),
    failed: own.filter(({ type, seq }) => type === 'not-quorate' && seq < convened.seq),
    spoken: mine.filter(({ type }) => type === 'spoken'),
    aside: mine.filter(({ type }) => type === 'stood-aside'),
    resolved: find('resolved'),
    written,
    confirmed: find('minutes-confirmed'),
  };
}

/** 柳荫社区居民议事会会议 */
export const meetingName = ({ community }: PaperSource, { stepTitle }: MeetingOnRecord): string =>
  `${community}${stepTitle}${stepTitle.endsWith('会') || stepTitle.endsWith('会议') ? '' : '会议'}`;

/** 联名: whoever is on the roll signs a demand or does not. Nothing is voted on, and every word about it says so. */
export const collectsNames = (step: Step | undefined): boolean =>
  step?.kind === 'vote' && (step.config as VoteConfig).question.kind === 'sign-on';

export interface VoteOnRecord {
  /** Of an allocation a rule says what is chosen: nothing has to pass. */
  readonly config: PollConfig & Pick<Partial<VoteConfig>, 'passes'>;
  readonly stepTitle: string;
  /** 联名 */
  readonly ofNames: boolean;
  readonly announced: PaperEvent;
  readonly rollFrozen: PaperEvent | undefined;
}
export function findVote(source: PaperSource, anchor: PaperEvent): VoteOnRecord | undefined {
  const step = anchor.step === undefined ? undefined : source.procedure.steps[anchor.step];
  if (step?.kind !== 'vote' && step?.kind !== 'allocate') return undefined;
  const before = source.events.filter(({ step: at, seq }) => at === anchor.step && seq <= anchor.seq);
  const announced = before.findLast(({ type }) => type === 'vote-announced');
  if (announced === undefined) return undefined;
  const rollFrozen = before.findLast(({ type }) => type === 'roll-frozen' || type === 'roll-corrected');
  const config = step.config as VoteOnRecord['config'];
  return { config, stepTitle: step.title, ofNames: collectsNames(step), announced, rollFrozen };
}
