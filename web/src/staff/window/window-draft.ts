import type { Json, ServiceItem } from '../../shared/api/bodies.ts';
import type { Draft } from '../../shared/matter/answers.ts';
import { type Call, callOf, digitsOf } from '../intake/intake-draft.ts';

export type Way = ServiceItem['ways'][number];
export type Asker = ServiceItem['asks'][number];

/** What stands at the window as far as it is filled in; where and who are those of any intake. */
export interface Standing {
  readonly call: Call;
  readonly item: string;
  readonly way: Way;
  readonly asker: Asker | '';
  /** Ids of the papers that lie on the desk. */
  readonly brought: readonly string[];
  /** Of those that only some people need: needed here, and not brought. */
  readonly needed: readonly string[];
}

const names = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
const ways: readonly Way[] = ['window', 'home', 'phone'];
const askers: readonly Asker[] = ['self', 'family', 'agent'];

export const standingOf = (draft: Draft): Standing => ({
  call: callOf(draft),
  item: typeof draft['item'] === 'string' ? draft['item'] : '',
  way: ways.find((way) => way === draft['way']) ?? 'window',
  asker: askers.find((asker) => asker === draft['asker']) ?? '',
  brought: names(draft['brought']),
  needed: names(draft['needed']),
});

/** The papers that are lacking, as the one notice will list them. */
export const lackingOf = (item: ServiceItem, { brought, needed }: Standing) =>
  item.materials.filter(
    ({ id, when }) => !brought.includes(id) && (when === undefined || needed.includes(id)),
  );

/** What is asked of the clerk before it can go. */
export function neededIn({ call, way, asker }: Standing): 'asker' | 'community' | 'address' | undefined {
  if (asker === '') return 'asker';
  if (call.community === '' && call.spot === undefined) return 'community';
  return way === 'home' && call.address.trim() === '' ? 'address' : undefined;
}

/** The matter as it is opened for whoever stands there. */
export function openingOf(item: ServiceItem, { call, way, asker }: Standing, commandId: string) {
  const { phone, name, text, grid, community, spot } = call;
  const address = call.address.trim();
  const location = { ...spot, ...(address !== '' && { address }) };
  return {
    commandId,
    procedure: 'service-item',
    affair: item.id,
    channel: way === 'phone' ? 'hotline' : 'window',
    ...(community !== '' && { community }),
    ...(grid !== '' && spot === undefined && { place: grid }),
    caller: { ...(phone !== '' && { phone: digitsOf(phone) }), ...(name !== '' && { name }) },
    input: {
      way,
      asker,
      ...(text.trim() !== '' && { text: text.trim() }),
      ...(Object.keys(location).length > 0 && { location }),
    },
  };
}
