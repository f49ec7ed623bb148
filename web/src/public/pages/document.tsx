import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearch } from 'wouter';
import type { DocumentBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QrCode } from '../../shared/ui/qr-code.tsx';
import '../document.css';

type Block = DocumentBody['blocks'][number];

function Table({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const [head, rows] = [block.head, block.rows];
  return (
    <table>
      <colgroup>
        {block.widths.map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is what its place says
          <col key={i} style={{ width: `${width}%` } as CSSProperties} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, y) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is what its place says
          <tr key={y}>
            {row.map((cell, x) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={x}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Part({ block }: { block: Block }) {
  const { t } = useTranslation();
  switch (block.kind) {
    case 'table':
      return <Table block={block} />;
    case 'signatures':
      return (
        <div className="official-signatures">
          {block.who.map((who) => (
            <p key={who}>
              {t('matter.document.sign', { who })}
              <span />
            </p>
          ))}
        </div>
      );
    case 'heading':
      return <h2>{block.text}</h2>;
    default:
      return <p className={`official-${block.kind}`}>{block.text}</p>;
  }
}

function Sheet({ document, live }: { document: DocumentBody; live: string }) {
  const { t } = useTranslation();
  const { title, number, blocks, signed } = document;
  return (
    <article className="official" lang="zh-CN">
      <h1>{title}</h1>
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a paper stand in its order
        <Part key={i} block={block} />
      ))}
      {signed !== undefined && (
        <div className="official-signed">
          <p>{signed.by}</p>
          <p>{signed.on}</p>
        </div>
      )}
      <footer>
        <QrCode text={live} label={t('matter.document.scan')} size={96} />
        <p>
          {t('matter.document.number', { number })}
          <br />
          {t('matter.document.scan')}
          <br />
          {live}
        </p>
      </footer>
    </article>
  );
}

/** 公文: on the screen as it will lie on the table; printed, or taken along as a Word file. */
export function DocumentPage() {
  const { t } = useTranslation();
  const { community = '', id = '', kind = '' } = useParams<Record<'community' | 'id' | 'kind', string>>();
  const search = useSearch();
  const path = `/api/matters/${[community, id].map(encodeURIComponent).join('/')}/documents/${encodeURIComponent(kind)}`;
  const query = search === '' ? '' : `?${search}`;
  const answer = useQuery({
    queryKey: ['document', path, query],
    queryFn: ({ signal }) => getJson<DocumentBody>(`${path}${query}`, signal),
    retry: false,
  });
  const { data } = answer;
  const back = { to: `/matters/${community}/${id}`, title: t('matter.document.page') };
  useEffect(() => {
    if (data !== undefined) document.title = `${data.title} ${data.number}`;
  }, [data]);
  if (data === undefined && answer.error === null)
    return (
      <div className="lr-page">
        <Skeleton lines={8} />
      </div>
    );
  if (data === undefined)
    return (
      <Page title={t('matter.document.cannot')} back={back}>
        <ErrorNotice refusal={refusalOf(answer.error)} />
      </Page>
    );
  return (
    <div className="official-page">
      <div className="official-tools lr-no-print">
        <Button weight="main" onClick={() => window.print()}>
          {t('matter.document.print')}
        </Button>
        <a className="lr-button" href={`${path}.docx${query}`}>
          {t('matter.document.word')}
        </a>
        <Link className="lr-button lr-button-quiet" to={back.to}>
          {back.title}
        </Link>
      </div>
      <Sheet document={data} live={`${window.location.origin}/m/${community}/${id}`} />
    </div>
  );
}
