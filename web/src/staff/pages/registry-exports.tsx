import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ExportsBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { AskExport } from '../registry/ask-export.tsx';
import { ExportItem, exportsKey } from '../registry/export-line.tsx';
import { keptCommunities } from '../registry/kept-communities.ts';
import '../registry/exports.css';
import '../registry/registry.css';

/** 底数导出: asked for by one, approved by another, downloaded by the first. */
export function RegistryExportsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const kept = keptCommunities(me);
  const [asks, setAsks] = useState(false);
  const list = useQuery({
    queryKey: exportsKey,
    queryFn: ({ signal }) => getJson<ExportsBody>('/api/registry/exports', signal),
  });
  return (
    <>
      <PageHead
        title={t('staff.registry.exports.title')}
        note={t('staff.registry.exports.note')}
        tools={
          me.rights.includes('registry') ? <Link to="/registry">{t('staff.registry.back')}</Link> : undefined
        }
      />
      {kept.length > 0 &&
        (asks ? (
          <AskExport kept={kept} onDone={() => setAsks(false)} />
        ) : (
          <Button type="primary" onClick={() => setAsks(true)}>
            {t('staff.registry.exports.ask')}
          </Button>
        ))}
      {list.error !== null ? (
        <Refused refusal={refusalOf(list.error)} />
      ) : list.data === undefined ? (
        <Skeleton active title={false} />
      ) : list.data.rows.length === 0 ? (
        <Teach title={t('staff.registry.exports.none')}>{t('staff.registry.exports.noneTeach')}</Teach>
      ) : (
        <ul className="export-list">
          {list.data.rows.map((line) => (
            <ExportItem key={line.id} line={line} />
          ))}
        </ul>
      )}
    </>
  );
}
