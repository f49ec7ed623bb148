import type { PersonId } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import { normalisePhone, type PhoneNumber } from '../adapters/crypto/phone.ts';
import { getOrAddByPhone, type PeopleDeps, setPersonName } from '../signin/people.ts';
import type { Shell } from './shell.ts';

export interface Caller {
  readonly phone: string;
  readonly name?: string | undefined;
}

/** A number makes its caller known, so that their matters are found again; a name is kept where none was told before. */
export async function getCaller(
  { people, shell }: { readonly people: PeopleDeps; readonly shell: Shell },
  caller: Caller,
): Promise<Result<{ readonly person: PersonId; readonly phone: PhoneNumber }, Refusal>> {
  const phone = normalisePhone(caller.phone);
  if (!phone.ok) return err({ code: 'field-invalid', about: 'phone' });
  const person = await getOrAddByPhone(people, phone.value, shell.now());
  if (caller.name !== undefined && caller.name !== '' && person.name === undefined)
    await setPersonName(people, person.id, caller.name);
  return ok({ person: person.id, phone: phone.value });
}
