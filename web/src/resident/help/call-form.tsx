import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterLine, OpenedBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { usePlaces } from '../../shared/matter/sources.ts';
import { Choice, TextArea, TextField } from '../../shared/ui/field.tsx';
import { keep, kept } from '../../shared/ui/keep.ts';
import { ErrorNotice } from '../../shared/ui/notice.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';

const addressKey = 'liren.help.address';
const communityKey = 'liren.help.community';

/** Where this person lives, as far as the phone or their own matters tell. */
function usualCommunity(communities: readonly { id: string }[], known: readonly MatterLine[]): string {
  const isOne = (id: string | undefined): boolean => communities.some((each) => each.id === id);
  const last = kept(communityKey);
  if (last !== undefined && isOne(last)) return last;
  return known.find(({ community }) => isOne(community))?.community ?? '';
}

function useCall(community: string, address: string, text: string) {
  const client = useQueryClient();
  const id = useRef(newId());
  return useMutation({
    mutationFn: () => {
      keep(communityKey, community);
      keep(addressKey, address.trim() === '' ? undefined : address.trim());
      return postJson<OpenedBody>('/api/matters', {
        commandId: id.current,
        procedure: 'help-call',
        channel: 'web',
        community,
        input: {
          ...(text.trim() !== '' && { text: text.trim() }),
          ...(address.trim() !== '' && { location: { address: address.trim() } }),
        },
      });
    },
    onSuccess: async () => {
      window.scrollTo(0, 0);
      await client.invalidateQueries({ queryKey: ['mine'] });
    },
  });
}

interface Props {
  readonly signedIn: boolean;
  readonly known: readonly MatterLine[];
  /** The last call, when there was one. */
  readonly last: MatterLine | undefined;
}

/** One large button; where and what may be left to who comes. */
export function CallForm({ signedIn, known, last }: Props) {
  const { t } = useTranslation();
  const places = usePlaces();
  const isNear = (place: string): boolean =>
    places.some(({ id, level }) => id === place && level === 'community');
  // The street itself is nobody's neighbourhood: nobody near could be asked there.
  const communities = (useMe().data?.communities ?? []).filter(({ place }) => isNear(place));
  const [chosen, setChosen] = useState<string>();
  const [address, setAddress] = useState(() => kept(addressKey) ?? '');
  const [text, setText] = useState('');
  const community = chosen ?? usualCommunity(communities, known);
  const call = useCall(community, address, text);
  if (!signedIn) return <NeedSignIn why={t('resident.help.signIn')} />;
  return (
    <>
      <button
        type="button"
        className="help-button"
        disabled={community === ''}
        aria-busy={call.isPending}
        onClick={() => call.isPending || call.mutate()}
      >
        <b>{t(call.isPending ? 'resident.help.sending' : 'resident.help.press')}</b>
        <span>{t('resident.help.who')}</span>
      </button>
      {call.error !== null && <ErrorNotice refusal={refusalOf(call.error)} />}
      <p className="help-emergency">
        {t('resident.help.emergency')}{' '}
        <span className="help-numbers">
          <a href="tel:120">120</a> <a href="tel:119">119</a> <a href="tel:110">110</a>
        </span>
      </p>
      <section className="lr-part" aria-label={t('resident.help.where')}>
        <Choice
          row
          label={t('resident.help.community')}
          options={communities.map(({ id, title }) => ({ value: id, title: titled(title) }))}
          value={community === '' ? undefined : community}
          onChange={setChosen}
        />
        <TextField
          label={t('resident.help.address')}
          hint={t('resident.help.addressHint')}
          optional
          most={100}
          value={address}
          onChange={setAddress}
        />
        <TextArea
          label={t('resident.help.text')}
          optional
          rows={2}
          most={500}
          value={text}
          onChange={setText}
        />
      </section>
      {last !== undefined && (
        <p>
          <Link to={`/matters/${last.community}/${last.id}`}>{t('resident.help.last')}</Link>
        </p>
      )}
    </>
  );
}
