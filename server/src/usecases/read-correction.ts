import type { Instant } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { type HomeAddress, readHomeAddress, withoutAreas } from '@liren/core/registry/address.ts';
import { type ReadIdentityNumber, readIdentityNumber } from '@liren/core/registry/identity-number.ts';
import { plainName } from '@liren/core/registry/plain-width.ts';
import { normalisePhone, type PhoneNumber } from '../adapters/crypto/phone.ts';
import { addressTexts } from '../import/read-home.ts';
import { identityTexts, mostNameCharacters } from '../import/read-resident.ts';
import type { FullDirectory } from '../store/directory.ts';
import { type Changed, refusing } from './registry-refusal.ts';

const wrong = (about: string, message: string) => refusing('bad-value', { about, message });

export function readName(text: string): Changed<string> {
  const name = plainName(text);
  if (name === '') return wrong('name', '没有写姓名。');
  return name.length > mostNameCharacters ? wrong('name', '姓名太长。') : ok(name);
}

export function readIdentity(text: string, now: Instant): Changed<ReadIdentityNumber> {
  const read = readIdentityNumber(text);
  if (!read.ok) return wrong('identity', identityTexts[read.error]);
  return read.value.bornOn > civilDateOf(now) ? wrong('identity', '身份证号里的出生日期还没有到。') : read;
}

export function readPhone(text: string): Changed<PhoneNumber> {
  const phone = normalisePhone(text);
  return phone.ok ? phone : wrong('phone', '不是有效的电话号码。写一个，座机带区号。');
}

/** A door as somebody typed it, in the community's own way of naming its compounds. */
export function readDoor(directory: FullDirectory, community: string, text: string): Changed<HomeAddress> {
  const read = readHomeAddress(text);
  if (!read.ok) return wrong('address', addressTexts[read.error]);
  const place = directory.findCommunity(community)?.placeId ?? '';
  const areas = directory.pathTo(place).map(({ title }) => title);
  const compound = read.value.compound.replace(/[·,，]/g, '');
  return ok({ ...read.value, compound: withoutAreas(compound, areas) });
}

/** What is told, read; '' takes the value away, and what is not told stays. */
export interface ToldValues {
  readonly name?: string | undefined;
  readonly identity?: string | undefined;
  readonly phone?: string | undefined;
}
export interface ReadValues {
  readonly name?: string;
  readonly identity?: ReadIdentityNumber | undefined;
  readonly phone?: PhoneNumber | undefined;
}

export function readValues(told: ToldValues, now: Instant): Changed<ReadValues> {
  const read: { -readonly [K in keyof ReadValues]: ReadValues[K] } = {};
  if (told.name !== undefined) {
    const name = readName(told.name);
    if (!name.ok) return name;
    read.name = name.value;
  }
  const identity = orTakenAway(told.identity, (text) => readIdentity(text, now));
  if (!identity.ok) return identity;
  if (told.identity !== undefined) read.identity = identity.value;
  const phone = orTakenAway(told.phone, readPhone);
  if (!phone.ok) return phone;
  if (told.phone !== undefined) read.phone = phone.value;
  return ok(read);
}

const orTakenAway = <T>(text: string | undefined, read: (text: string) => Changed<T>) =>
  text === undefined || text.trim() === '' ? ok(undefined) : read(text);
