import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterLine } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { calledOf, titled } from '../../shared/i18n/titles.ts';
import { civilDay, momentText, type Say } from '../../shared/matter/dates.ts';
import { csvText, saveText } from './spreadsheet.ts';
import { allRows, type Query } from './use-rows.ts';

const most = 20_000;
export type Line = MatterLine & { readonly taskDueAt?: number };

const columns = [
  'number',
  'what',
  'procedure',
  'class',
  'affair',
  'place',
  'step',
  'organ',
  'opened',
  'due',
  'outcome',
];

function cells(line: Line, now: number, t: Say): string[] {
  const dueAt = line.taskDueAt ?? line.dueAt;
  return [
    line.number,
    calledOf(line),
    titled(line.procedure.title),
    line.class === undefined ? '' : titled(line.class),
    line.affair === undefined ? '' : titled(line.affair.title),
    titled(line.place ?? line.communityTitle),
    titled(line.step.title),
    line.organ === undefined ? '' : titled(line.organ.title),
    momentText(line.openedAt, now, t),
    dueAt === undefined ? '' : momentText(dueAt, now, t),
    line.outcome === undefined ? '' : t(`matter.outcome.${line.outcome}`),
  ];
}

/** The whole list under its filters as a spreadsheet, not only what is on the screen. */
export function ExportButton({
  path,
  query,
  name,
}: {
  path: string;
  query: Query;
  name: string;
  /** Rows that the page itself leaves out. */
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const now = Date.now();
      const rows = await allRows<Line>(path, query, most);
      const head = columns.map((column) => t(`staff.export.${column}`));
      const text = csvText([head, ...rows.map((row) => cells(row, now, t))]);
      saveText(`${name}-${civilDay(now)}.csv`, text, 'text/csv;charset=utf-8');
      message.info(t('staff.export.saved', { count: rows.length }));
    } catch (error) {
      message.error(refusalOf(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button onClick={() => void save()} loading={busy}>
      {t('staff.export.button')}
    </Button>
  );
}
