import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { DuplicatesBody } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { momentText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { Line, Pick, SourceLine, Text } from '../registry/change-form.tsx';
import { keptCommunities } from '../registry/kept-communities.ts';
import { aboutResident } from '../registry/resident-table.tsx';
import '../registry/registry.css';

type Pair = DuplicatesBody['pairs'][number];
type One = Pair['one'];
type Merge = DuplicatesBody['merges'][number];

function useSettle(community: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ what, body }: { what: string; body: object }) =>
      postJson(`/api/registry/duplicates/${community}/${what}`, body),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['duplicates', community] });
      void client.invalidateQueries({ queryKey: ['resident'] });
    },
  });
}

function Person({ one }: { one: One }) {
  const { t } = useTranslation();
  return (
    <div className="duplicate-person">
      <Link to={`/registry/${one.community}/${one.id}`}>{one.name}</Link>
      <span>{one.address ?? t('staff.registry.noHome')}</span>
      <span className="row-figures">
        {t('staff.registry.identity')} {one.identity ?? t('staff.registry.unknown')}
      </span>
      <span className="row-figures">
        {t('staff.registry.phone')} {one.phone ?? t('staff.registry.unknown')}
      </span>
      <span>{aboutResident(one, t).join(' · ')}</span>
    </div>
  );
}

/** Settles one pair: one of them is kept, or they are two people. A reason goes with either. */
function PairForm({ pair, merges, onClose }: { pair: Pair; merges: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { one, other } = pair;
  // With an identity number there is more to keep.
  const [keep, setKeep] = useState(
    one.identity === undefined && other.identity !== undefined ? other.id : one.id,
  );
  const [source, setSource] = useState('told');
  const [reason, setReason] = useState('');
  const settle = useSettle(one.community);
  const [kept, gone] = keep === one.id ? [one, other] : [other, one];
  const title = t(merges ? 'staff.duplicates.merge' : 'staff.duplicates.apart');
  const nameOf = (each: One) =>
    [
      each.name,
      each.address ?? t('staff.registry.noHome'),
      each.identity ?? t('staff.duplicates.noIdentity'),
    ].join(' · ');
  const body = merges
    ? { keep: kept.id, gone: gone.id, keepVersion: kept.version, goneVersion: gone.version, source }
    : { one: one.id, other: other.id };
  return (
    <form
      className="change-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        settle.mutate(
          { what: merges ? 'merge' : 'apart', body: { ...body, reason: reason.trim() } },
          { onSuccess: onClose },
        );
      }}
    >
      {merges && (
        <>
          <Line name="keep" label={t('staff.duplicates.keep')} hint={t('staff.duplicates.keepHint')}>
            <Pick
              name="keep"
              value={keep}
              onChange={setKeep}
              options={[one, other].map((each) => ({ value: each.id, title: nameOf(each) }))}
            />
          </Line>
          <SourceLine value={source} onChange={setSource} />
        </>
      )}
      <Line name="reason" label={t('staff.duplicates.reason')}>
        <Text name="reason" value={reason} most={200} onChange={setReason} />
      </Line>
      {settle.error !== null && <Refused refusal={refusalOf(settle.error)} />}
      <div className="change-buttons">
        <Button
          type="primary"
          htmlType="submit"
          disabled={reason.trim().length < 2}
          loading={settle.isPending}
        >
          {title}
        </Button>
        <Button onClick={onClose}>{t('staff.cancel')}</Button>
      </div>
    </form>
  );
}

function PairLine({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'merge' | 'apart'>();
  return (
    <li className="duplicate-pair">
      <p>{pair.why.map((why) => t(`staff.duplicates.why.${why}`)).join(t('staff.duplicates.and'))}</p>
      <div className="duplicate-two">
        <Person one={pair.one} />
        <Person one={pair.other} />
      </div>
      {open === undefined ? (
        <div className="change-buttons">
          <Button onClick={() => setOpen('merge')}>{t('staff.duplicates.merge')}</Button>
          <Button onClick={() => setOpen('apart')}>{t('staff.duplicates.apart')}</Button>
        </div>
      ) : (
        <PairForm pair={pair} merges={open === 'merge'} onClose={() => setOpen(undefined)} />
      )}
    </li>
  );
}

function MergeLine({ community, merge }: { community: string; merge: Merge }) {
  const { t } = useTranslation();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const settle = useSettle(community);
  const title = t('staff.duplicates.undo');
  return (
    <li>
      <Link to={`/registry/${community}/${merge.kept}`}>{merge.name}</Link>
      <span>
        {[
          momentText(merge.at, now, t),
          t('staff.registry.by', { name: merge.by }),
          t('staff.registry.because', { reason: merge.reason }),
        ].join(' · ')}
      </span>
      {!merge.undoable && <span>{t('staff.duplicates.changed')}</span>}
      {merge.undoable && !isOpen && (
        <Button size="small" onClick={() => setOpen(true)}>
          {title}
        </Button>
      )}
      {isOpen && (
        <form
          className="change-form"
          aria-label={title}
          onSubmit={(event) => {
            event.preventDefault();
            settle.mutate({
              what: `merges/${merge.id}/undo`,
              body: { source: 'told', reason: reason.trim() },
            });
          }}
        >
          <Line name="reason" label={t('staff.duplicates.undoWhy')}>
            <Text name="reason" value={reason} most={200} onChange={setReason} />
          </Line>
          {settle.error !== null && <Refused refusal={refusalOf(settle.error)} />}
          <div className="change-buttons">
            <Button htmlType="submit" disabled={reason.trim().length < 2} loading={settle.isPending}>
              {title}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('staff.cancel')}</Button>
          </div>
        </form>
      )}
    </li>
  );
}

function Found({ community }: { community: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['duplicates', community],
    queryFn: ({ signal }) => getJson<DuplicatesBody>(`/api/registry/duplicates/${community}`, signal),
  });
  if (error !== null) return <Refused refusal={refusalOf(error)} />;
  if (data === undefined) return <Skeleton active title={false} />;
  return (
    <>
      {data.pairs.length === 0 ? (
        <Teach title={t('staff.duplicates.none')}>{t('staff.duplicates.noneTeach')}</Teach>
      ) : (
        <ul className="duplicate-list">
          {data.pairs.map((pair) => (
            <PairLine key={`${pair.one.id}-${pair.other.id}`} pair={pair} />
          ))}
        </ul>
      )}
      {data.merges.length > 0 && (
        <section className="resident-part">
          <h2>{t('staff.duplicates.merged')}</h2>
          <ul className="panel-list">
            {data.merges.map((merge) => (
              <MergeLine key={merge.id} community={community} merge={merge} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** 疑似重复: who may have been written down twice, to be made one or told apart; and what was made one, to be taken back. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const kept = keptCommunities(useMe());
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const community = search.get('community') ?? kept[0]?.id;
  return (
    <>
      <PageHead
        title={t('staff.duplicates.title')}
        note={t('staff.duplicates.note')}
        tools={<Link to="/registry">{t('staff.registry.back')}</Link>}
      />
      {kept.length > 1 && (
        <Line name="community" label={t('staff.registry.community')}>
          <Pick
            name="community"
            value={community ?? ''}
            onChange={(id) => go(`/registry/duplicates?community=${id}`)}
            options={kept.map(({ id, title }) => ({ value: id, title: titled(title) }))}
          />
        </Line>
      )}
      {community !== undefined && <Found key={community} community={community} />}
    </>
  );
}
