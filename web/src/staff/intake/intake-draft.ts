import type { Json, MeBody } from '../../shared/api/bodies.ts';
import type { Answers, Draft } from '../../shared/matter/answers.ts';

export interface Spot {
  readonly lat: number;
  readonly long: number;
}
/** The form of a call as far as it is filled in. */
export interface Call {
  readonly channel: string;
  /** 反映 or 求助. */
  readonly procedure: 'complaint' | 'help-call';
  readonly phone: string;
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly community: string;
  /** Id of the grid, when it is known. */
  readonly grid: string;
  readonly address: string;
  readonly spot: Spot | undefined;
  readonly affair: string;
  readonly urgency: string;
  readonly openText: boolean;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export function callOf(draft: Draft): Call {
  const { lat, long } = draft;
  return {
    channel: text(draft['channel']),
    procedure: draft['procedure'] === 'help-call' ? 'help-call' : 'complaint',
    phone: text(draft['phone']),
    name: text(draft['name']),
    title: text(draft['title']),
    text: text(draft['text']),
    community: text(draft['community']),
    grid: text(draft['grid']),
    address: text(draft['address']),
    spot: typeof lat === 'number' && typeof long === 'number' ? { lat, long } : undefined,
    affair: text(draft['affair']),
    urgency: text(draft['urgency']) || 'normal',
    openText: draft['openText'] === true,
  };
}

/** Characters that the form of a call for help takes. */
const mostHelpText = 500;

/** What the form of a complaint or of a call for help asks, from what was noted during the call. */
export function inputOf(call: Call): Answers {
  const location = {
    ...(call.address.trim() !== '' && { address: call.address.trim() }),
    ...call.spot,
  };
  const where = Object.keys(location).length > 0 && { location };
  if (call.procedure === 'help-call') {
    const words = [call.title.trim(), call.text.trim()].filter((each) => each !== '').join('\n');
    return { ...(words !== '' && { text: words.slice(0, mostHelpText) }), ...where };
  }
  return {
    title: call.title.trim(),
    ...(call.text.trim() !== '' && { text: call.text.trim() }),
    ...where,
    ...(call.openText && { openText: true }),
  };
}

/** Digits of a telephone number, without what people put between them. */
export const digitsOf = (phone: string): string => phone.replace(/[\s()-]/g, '');
export const isPhone = (phone: string): boolean => /^\+?\d{7,15}$/.test(digitsOf(phone));

/** Where the one who takes it in works, if that is one community, and the grid of it. */
export function groundOf({ posts, communities }: Pick<MeBody, 'posts' | 'communities'>): Draft {
  const ground = posts.find((post) => post.rights.includes('intake') && post.ground !== undefined)?.ground;
  if (ground !== undefined) return { ...ground };
  const [only, ...others] = communities;
  return only === undefined || others.length > 0 ? {} : { community: only.id };
}
