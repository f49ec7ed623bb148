import { civilDate } from '../../basics/ids.ts';
import { unwrap } from '../../basics/result.ts';
import type { CheckContext, CheckedProcedure } from '../../checker/check.ts';
import { parseLawBook } from '../../law/parse-law.ts';
import { affairs, charter, procedures } from './club.ts';

const source = { law: '园规', article: '7', date: '2020-01-01' };
const rule = (id: string, values: unknown, more: object = {}) => ({
  id,
  title: id,
  text: '条文。',
  source,
  status: 'confirmed',
  from: '2020-01-01',
  values,
  ...more,
});
const law = unwrap(
  parseLawBook([
    [
      'law.yaml',
      {
        title: '园规',
        rules: [
          rule('PLOT-1', { posted: { op: '>=', days: 5 }, answerQuestions: { yes: true } }),
          rule('PLOT-2', { reply: { op: '<=', days: 2 } }),
          rule('PLOT-3', { posted: { op: '>=', days: 90 } }, { status: 'local', jurisdiction: '邻园' }),
          rule('PLOT-4', { posted: { op: '>=', days: 5 } }, { status: 'open' }),
          rule('PLOT-5', { posted: { op: '>=', days: 5 } }, { from: '2090-01-01' }),
        ],
      },
    ],
  ]),
);
/** The club's procedures with the file that messages name. */
export const clubProcedures = new Map(
  Object.values(procedures).map((procedure): [string, CheckedProcedure] => [
    procedure.id,
    { file: `${procedure.id}.yaml`, procedure },
  ]),
);
/** All that the checker asks of the club. */
export const clubContext: CheckContext = {
  charter,
  procedures: clubProcedures,
  affairs,
  law,
  on: civilDate('2026-11-22'),
};
