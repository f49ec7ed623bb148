import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacesBody, Titled } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { Line, Pick } from './change-form.tsx';
import { exportsKey } from './export-line.tsx';

const columns = ['relation', 'grid', 'bornYear', 'sex', 'identity', 'phone'] as const;
const numbers = ['identity', 'phone'] as const;

/** Grids of a community, to export one of them alone. */
function useGrids(community: string): readonly Titled[] {
  const { data } = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => getJson<PlacesBody>('/api/places', signal),
  });
  return (data?.rows ?? []).filter(({ level, parent }) => level === 'grid' && parent === community);
}

function Ticks<T extends string>({
  of,
  chosen,
  say,
  onChange,
}: {
  of: readonly T[];
  chosen: readonly T[];
  say: (one: T) => string;
  onChange: (next: readonly T[]) => void;
}) {
  return (
    <div className="export-ticks">
      {of.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, one] : chosen.filter((each) => each !== one))
            }
          />
          {say(one)}
        </label>
      ))}
    </div>
  );
}

/** Which part, which columns, what for. */
export function AskExport({ kept, onDone }: { kept: readonly Titled[]; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [community, setCommunity] = useState(kept[0]?.id ?? '');
  const [grid, setGrid] = useState('');
  const [chosen, setChosen] = useState<readonly (typeof columns)[number][]>(['relation', 'phone']);
  const [whole, setWhole] = useState<readonly (typeof numbers)[number][]>([]);
  const [purpose, setPurpose] = useState('');
  const grids = useGrids(community);
  const shownNumbers = numbers.filter((each) => chosen.includes(each));
  const send = useMutation({
    mutationFn: () =>
      postJson('/api/registry/exports', {
        community,
        grids: grid === '' ? [] : [grid],
        columns: chosen,
        whole: whole.filter((each) => chosen.includes(each)),
        purpose: purpose.trim(),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: exportsKey });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="change-form" aria-label={t('staff.registry.exports.ask')} onSubmit={submit} noValidate>
      {kept.length > 1 && (
        <Line name="community" label={t('staff.registry.community')}>
          <Pick
            name="community"
            value={community}
            options={kept.map(({ id, title }) => ({ value: id, title: titled(title) }))}
            onChange={(next) => {
              setCommunity(next);
              setGrid('');
            }}
          />
        </Line>
      )}
      <Line name="grid" label={t('staff.registry.exports.where')}>
        <Pick
          name="grid"
          value={grid}
          options={[
            { value: '', title: t('staff.registry.exports.all') },
            ...grids.map(({ id, title }) => ({ value: id, title: titled(title) })),
          ]}
          onChange={setGrid}
        />
      </Line>
      <fieldset className="change-line">
        <legend>{t('staff.registry.exports.columns')}</legend>
        <Ticks
          of={columns}
          chosen={chosen}
          say={(one) => t(`staff.registry.exports.column.${one}`)}
          onChange={setChosen}
        />
      </fieldset>
      {shownNumbers.length > 0 && (
        <fieldset className="change-line">
          <legend>{t('staff.registry.exports.whole')}</legend>
          <p>{t('staff.registry.exports.wholeHint')}</p>
          <Ticks
            of={shownNumbers}
            chosen={whole}
            say={(one) => t(`staff.registry.exports.wholeOf.${one}`)}
            onChange={setWhole}
          />
        </fieldset>
      )}
      <Line
        name="purpose"
        label={t('staff.registry.exports.purpose')}
        hint={t('staff.registry.exports.purposeHint')}
      >
        <textarea
          id="change-purpose"
          className="change-input"
          rows={2}
          maxLength={200}
          value={purpose}
          onChange={({ target }) => setPurpose(target.value)}
        />
      </Line>
      {send.error !== null && <Refused refusal={refusalOf(send.error)} />}
      <div className="change-buttons">
        <Button
          type="primary"
          htmlType="submit"
          disabled={purpose.trim().length < 4}
          loading={send.isPending}
        >
          {t('staff.registry.exports.send')}
        </Button>
        <Button onClick={onDone}>{t('staff.cancel')}</Button>
      </div>
    </form>
  );
}
