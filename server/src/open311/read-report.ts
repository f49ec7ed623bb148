import type { Json, JsonObject } from '@liren/core/basics/json.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Definition, Field } from '@liren/core/engine/types.ts';
import { normalisePhone, type PhoneNumber } from '../adapters/crypto/phone.ts';
import type { Whereabouts } from '../usecases/locate.ts';
import { titleFrom } from '../usecases/title-from.ts';
import { attributeFields, otherCode, type Service } from './door.ts';
import { type Fault, fault } from './faults.ts';
import { one, type Parameters } from './parameters.ts';
import { urgencyAttribute } from './services.ts';

/** A report as the client sent it, checked. */
export interface Report {
  readonly service: Service;
  readonly where: Whereabouts;
  readonly phone: PhoneNumber | undefined;
  readonly urgency: string;
  readonly input: JsonObject;
  readonly aside: Readonly<Record<string, string>>;
}

/** Longest value of each of GeoReport's own parameters, in characters. */
const bounds = {
  address_string: 200,
  address_id: 100,
  email: 254,
  device_id: 200,
  account_id: 200,
  first_name: 40,
  last_name: 40,
  phone: 30,
  description: 4000,
  media_url: 2000,
} as const;
type Bounded = keyof typeof bounds;

/** Gathers every fault, so that a client hears of all at once. */
class Reading {
  readonly faults: Fault[] = [];
  readonly parameters: Parameters;

  constructor(parameters: Parameters) {
    this.parameters = parameters;
  }

  refuse(description: string): undefined {
    this.faults.push(fault(400, description));
    return undefined;
  }

  text(name: Bounded): string | undefined {
    const value = one(this.parameters, name)?.trim();
    if (value === undefined || value.length <= bounds[name]) return value;
    return this.refuse(`${name} 最多 ${bounds[name]} 个字符。`);
  }

  /** WGS-84 degrees, at most `most` either way. */
  degrees(name: 'lat' | 'long', most: number): number | undefined {
    const text = one(this.parameters, name)?.trim();
    if (text === undefined) return undefined;
    const value = /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN;
    // Adding nothing turns a negative zero, which has no canonical text, into zero.
    if (Math.abs(value) <= most) return value + 0;
    return this.refuse(`${name} 应为 -${most} 到 ${most} 的度数（WGS-84）。`);
  }
}

function readWhere(reading: Reading): Whereabouts {
  const before = reading.faults.length;
  const [lat, long] = [reading.degrees('lat', 90), reading.degrees('long', 180)];
  const address = reading.text('address_string');
  const place = reading.text('address_id');
  if (reading.faults.length > before) return {};
  if ((lat === undefined) !== (long === undefined)) reading.refuse('lat 和 long 要一起发送。');
  else if (lat === undefined && address === undefined && place === undefined)
    reading.refuse('缺少位置：请发送 lat 和 long，或 address_string，或 address_id。');
  return { lat, long, address, place };
}

function readPhone(reading: Reading): PhoneNumber | undefined {
  const text = reading.text('phone');
  if (text === undefined) return undefined;
  const phone = normalisePhone(text);
  return phone.ok ? phone.value : reading.refuse('phone 不是有效的电话号码。');
}

/** A link stays text: nothing of ours ever fetches it. */
function readLink(reading: Reading): string | undefined {
  const text = reading.text('media_url');
  if (text === undefined) return undefined;
  const sound = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  return sound ? text : reading.refuse('media_url 应为 http 或 https 地址。');
}

function readMail(reading: Reading): string | undefined {
  const text = reading.text('email');
  if (text === undefined || /^[^\s@]+@[^\s@]+$/.test(text)) return text;
  return reading.refuse('email 不是有效的邮箱地址。');
}

/** Who reports, for the handlers' eyes alone. */
function readAside(reading: Reading): Record<string, string> {
  const name = [reading.text('last_name'), reading.text('first_name')].filter((each) => each !== undefined);
  const values = {
    reporter: name.length === 0 ? undefined : name.join(/^\p{ASCII}*$/u.test(name.join('')) ? ' ' : ''),
    email: readMail(reading),
    device: reading.text('device_id'),
    account: reading.text('account_id'),
    media: readLink(reading),
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** The value of an attribute as the form wants it; undefined when it is none. */
function answerOf(field: Field, value: string): Json | undefined {
  switch (field.type) {
    case 'yes-no':
      return { yes: true, true: true, no: false, false: false }[value.toLowerCase()];
    case 'number':
      return /^\d{1,15}$/.test(value) ? Number(value) : undefined;
    case 'choice':
      return field.choices?.some((choice) => choice.value === value) ? value : undefined;
    default:
      return value.length <= field.most ? value : undefined;
  }
}

function readAttributes(reading: Reading, definition: Definition): Record<string, Json> {
  const fields = new Map(attributeFields(definition).map((field) => [field.name, field]));
  const answers: Record<string, Json> = {};
  for (const name of reading.parameters.keys()) {
    const code = /^attribute\[([^\]]*)\]$/.exec(name)?.[1];
    if (code === undefined || code === urgencyAttribute) continue;
    const field = fields.get(code);
    if (field === undefined) {
      reading.refuse(`没有 attribute[${code.slice(0, 40)}]。`);
      continue;
    }
    const answer = answerOf(field, one(reading.parameters, name) ?? '');
    if (answer === undefined) reading.refuse(`attribute[${code}]（${field.title}）的值不对。`);
    else answers[code] = answer;
  }
  return answers;
}

function readUrgency(reading: Reading, service: Service, definition: Definition): string {
  const { grades } = definition.procedure;
  const sent = one(reading.parameters, `attribute[${urgencyAttribute}]`);
  if (sent !== undefined && grades.every((grade) => grade.value !== sent))
    reading.refuse(`attribute[${urgencyAttribute}] 的值不对。`);
  const usual = service.affair?.urgency ?? 'normal';
  return sent ?? (grades.some((grade) => grade.value === usual) ? usual : (grades[0]?.value ?? usual));
}

/** Reads the parameters of POST requests. */
export function readReport(
  parameters: Parameters,
  service: Service,
  definition: Definition,
): Result<Report, readonly Fault[]> {
  const reading = new Reading(parameters);
  const where = readWhere(reading);
  const phone = readPhone(reading);
  const description = reading.text('description');
  const aside = readAside(reading);
  const attributes = readAttributes(reading, definition);
  const urgency = readUrgency(reading, service, definition);
  if (service.code === otherCode && description === undefined)
    reading.refuse('选了“其他事项”，请在 description 里写明是什么事。');
  if (reading.faults.length > 0) return err(reading.faults);
  const { lat, long, address } = where;
  const location: Record<string, Json> = {
    ...(lat !== undefined && long !== undefined && { lat, long }),
    ...(address !== undefined && { address }),
  };
  const input: JsonObject = {
    // GeoReport knows no title.
    title: titleFrom(description) ?? service.title,
    ...attributes,
    ...(description !== undefined && { text: description }),
    ...(Object.keys(location).length > 0 && { location }),
    ...(phone !== undefined && { phone }),
  };
  return ok({ service, where, phone, urgency, input, aside });
}
