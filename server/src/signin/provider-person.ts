import { type Instant, type PersonId, personId } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { normalisePhone } from '../adapters/crypto/phone.ts';
import { emailOf } from './credentials.ts';
import type { PeopleDeps } from './people.ts';
import type { ProviderSettings } from './provider.ts';
import { type Claims, createProvider, type Provider, type ProviderRefusal, providerId } from './provider.ts';
import type { SignInSettings } from './settings.ts';
import type { Trail } from './trail.ts';

/** A member of staff whom the provider has just vouched for. */
export interface Vouched {
  readonly person: PersonId;
  /** True on the first time: the identity was linked just now. */
  readonly isNew: boolean;
}

export interface VouchedDeps extends PeopleDeps {
  readonly provider: ProviderSettings;
  readonly secret: string;
  readonly publicUrl: string;
  readonly settings: SignInSettings;
  readonly trail: Trail;
  readonly now: () => Instant;
}

interface Row {
  readonly id: string;
  readonly linked: string | null;
  readonly seated: boolean;
}

/** Staff only, and never the erased. */
async function findRow(deps: VouchedDeps, where: string, value: string): Promise<Row | undefined> {
  const { rows } = await deps.pool.query<Row>(
    `select p.id, a.account_id as linked,
            exists (select 1 from post where person_id = p.id and from_date <= $3::date
                    and (until_date is null or until_date >= $3::date)) as seated
     from person p join auth_user u on u.id = p.id
     left join auth_account a on a.user_id = p.id and a.provider_id = $2
     where ${where} and p.kind = 'staff' and p.erased_at is null`,
    [value, providerId, civilDateOf(deps.now())],
  );
  return rows[0];
}

/** The blind index that the claim stands for; undefined where the provider itself does not stand by it. */
function indexOf({ provider, blindIndex }: VouchedDeps, claims: Claims): string | undefined {
  const claim = claims[provider.claim];
  const text = typeof claim === 'number' ? String(claim) : claim;
  if (typeof text !== 'string' || text.trim() === '' || text.length > 200) return undefined;
  if (provider.match === 'login-name') return blindIndex.ofLoginName(text);
  if (claims[`${provider.claim}_verified`] === false) return undefined;
  const phone = normalisePhone(text);
  return phone.ok ? blindIndex.ofPhone(phone.value) : undefined;
}

/** Whom a claim names is looked up once; from then on the provider's own lasting name for them counts. */
async function findVouched(
  deps: VouchedDeps,
  claims: Claims,
  identity: string,
): Promise<Result<Vouched, ProviderRefusal>> {
  const linked = await findRow(deps, 'a.account_id = $1', identity);
  const index = linked === undefined ? indexOf(deps, claims) : undefined;
  const column = deps.provider.match === 'phone' ? 'p.phone_index' : 'u.username';
  const row = linked ?? (index === undefined ? undefined : await findRow(deps, `${column} = $1`, index));
  if (row === undefined) return err('provider-unknown');
  const refusal = refusalOf(row, identity);
  if (refusal === undefined) return ok({ person: personId(row.id), isNew: linked === undefined });
  await deps.trail.note(row.id, 'refused-provider');
  return err(refusal);
}

function refusalOf(row: Row, identity: string): ProviderRefusal | undefined {
  if (!row.seated) return 'provider-no-post';
  return row.linked === null || row.linked === identity ? undefined : 'provider-other-identity';
}

export const createStaffProvider = (deps: VouchedDeps): Provider<Vouched> =>
  createProvider({
    ...deps,
    findPerson: (claims, identity) => findVouched(deps, claims, identity),
    identityOf: deps.blindIndex.ofIdentity,
    emailOf: ({ person }) => emailOf(person),
  });

/** For an administrator: the identity at the provider changed hands, or was the wrong one. */
export async function unlinkProvider(deps: Pick<PeopleDeps, 'pool'>, id: PersonId): Promise<boolean> {
  const { rowCount } = await deps.pool.query(
    'delete from auth_account where user_id = $1 and provider_id = $2',
    [id, providerId],
  );
  return rowCount === 1;
}
