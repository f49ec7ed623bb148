import type { OfficeConfig } from '../steps/office/office.ts';
import { appointedIn } from './on-record.ts';
import type { OfficialDocument, PaperEvent, PaperSource } from './types.ts';
import { civilDayOn, dayOn, lines, organIn } from './words.ts';

/** 柳荫社区居委会 and 居委会委员 are 柳荫社区居委会委员: what both say is said once. */
export function officeName(organ: string, post: string): string {
  const shared = Array.from(post, (_, i) => post.length - i).find((n) => organ.endsWith(post.slice(0, n)));
  return organ + post.slice(shared ?? 0);
}

const certificateIn = ({ procedure }: PaperSource, { step }: PaperEvent): string => {
  const config = step === undefined ? undefined : procedure.steps[step]?.config;
  return (config as OfficeConfig | undefined)?.certificate ?? '当选证书';
};

/**
 * 当选证书, 聘书: what somebody who took office is handed, in the words of the record.
 * @param of the candidate whose it is; the first of them where nobody is named
 */
export function appointmentOf(
  source: PaperSource,
  anchor: PaperEvent,
  of?: string,
): OfficialDocument | undefined {
  const people = appointedIn(anchor.data);
  const person = of === undefined ? people[0] : people.find(({ id }) => id === of);
  if (person === undefined) return undefined;
  const { organ = '', post = '' } = anchor.office ?? {};
  const [from, until] = [String(anchor.data['from']), String(anchor.data['until'])];
  return {
    kind: 'appointment',
    title: certificateIn(source, anchor),
    number: source.number,
    blocks: [
      { kind: 'addressed', text: `${person.title}：` },
      ...lines(
        `经${source.community}“${source.title}”选举，你当选为${officeName(organ, post)}，任期自${civilDayOn(from)}至${civilDayOn(until)}。\n特发此证。`,
      ),
    ],
    signed: { by: organIn(anchor, source.community), on: dayOn(anchor.at) },
  };
}
