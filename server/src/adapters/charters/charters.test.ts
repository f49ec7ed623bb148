import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { civilDate } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { holdsPower, suggestOrgans } from '@liren/core/engine/powers.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLibrary, loadCheckedLibrary } from './check-library.ts';
import { checkPath } from './check-path.ts';
import { definitionFor, findDefinition, findDefinitionByVersion, loadLibrary } from './library.ts';

const shipped = fileURLToPath(new URL('../../../../charters', import.meta.url));
const on = civilDate('2026-11-22');
const options = { shipped, on };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liren-charters-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the shipped library in which one file is changed. */
function changed(name: string, file: string, change: (text: string) => string): string {
  const copy = join(folder, name);
  cpSync(shipped, copy, { recursive: true });
  const path = join(copy, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return copy;
}
const reasons = (result: ReturnType<typeof loadLibrary>) =>
  result.ok ? [] : result.error.map(({ file, reason }) => `${file}: ${reason}`);

describe('what ships', () => {
  const library = unwrap(loadLibrary(shipped));

  it('can run, whole, on any day from the first of the new committee laws on', () => {
    for (const day of ['2026-01-01', '2026-11-22', '2030-06-01'])
      expect(checkLibrary(library, civilDate(day))).toEqual([]);
  });

  it('gives a definition by day and by version', () => {
    const { procedure, charter } = definitionFor(library, 'beijing-12345', 'complaint', on);
    expect(findDefinitionByVersion(library, 'beijing-12345', 'complaint', procedure.version)).toEqual({
      procedure,
      charter,
    });
    expect(findDefinition(library, 'beijing-12345', 'nothing', on)).toBeUndefined();
    expect(findDefinition(library, 'nowhere', 'complaint', on)).toBeUndefined();
    expect(() => definitionFor(library, 'nowhere', 'complaint', on)).toThrow('nowhere');
  });

  it('knows the make-up days and has a handler with the power for every affair of the catalogue', () => {
    expect(library.calendar.years['2026']?.makeUpDays).toContain('2026-02-14');
    const { charter } = definitionFor(library, 'beijing-12345', 'complaint', on);
    for (const affair of Object.values(library.affairs))
      expect([affair.id, holdsPower(charter, affair.handler, 'execute', affair)]).toEqual([affair.id, true]);
  });

  it('suggests the organ with the narrower power first', () => {
    const { charter } = definitionFor(library, 'beijing-12345', 'complaint', on);
    const affair = Object.values(library.affairs).find(({ handler }) => handler === 'sanitation');
    const organs = ['street-office', 'sanitation', 'police'].map((kind) => ({
      id: kind,
      kind,
      title: kind,
      area: 's',
    }));
    const found = suggestOrgans(charter, organs as never, [{ id: 's' }], affair);
    expect(found.map(({ kind }) => kind)).toEqual(['sanitation', 'street-office']);
  });
});

describe('a parameter that changes', () => {
  it('makes a new version from its day on and leaves the old one in place', () => {
    const copy = changed('grades', 'law/responding.yaml', (text) =>
      text
        .trimEnd()
        .concat(
          '\n      - from: 2027-01-01\n        note: 试点\n        values:\n          critical: { op: "<=", hours: 1 }\n          urgent: { op: "<=", hours: 12 }\n          normal: { op: "<=", days: 5 }\n          hard: { op: "<=", days: 10 }\n',
        ),
    );
    const library = unwrap(loadLibrary(copy));
    const before = definitionFor(library, 'beijing-12345', 'complaint', civilDate('2026-12-31')).procedure;
    const after = definitionFor(library, 'beijing-12345', 'complaint', civilDate('2027-01-01')).procedure;
    expect(before.steps['handle']?.limit).toMatchObject({ cases: { critical: { hours: 2 } } });
    expect(after.steps['handle']?.limit).toMatchObject({ cases: { critical: { hours: 1 } } });
    expect(after.version).not.toBe(before.version);
    expect(findDefinitionByVersion(library, 'beijing-12345', 'complaint', before.version)?.procedure).toEqual(
      before,
    );
    // A procedure that does not use the grades stays as it was.
    expect(library.charters.get('beijing-12345')?.procedures.get('monthly-ranking')).toHaveLength(1);
  });
});

describe('a broken library', () => {
  it('is refused with the file and the place, all faults at once', () => {
    const copy = changed('shapes', 'procedures/complaint.yaml', (text) =>
      text.replace('kind: rate', 'kind: rte'),
    );
    writeFileSync(join(copy, 'forms/report-in.yaml'), 'form: [');
    const told = reasons(loadLibrary(copy));
    expect(told).toContain('procedures/complaint.yaml: 没有 rte 这种环节');
    expect(told.some((line) => line.startsWith('forms/report-in.yaml: YAML 写法有误'))).toBe(true);
  });

  it('does not start when a procedure could not run', () => {
    const copy = changed('weak', 'procedures/monthly-ranking.yaml', (text) =>
      text.replace('days: 15', 'days: 7'),
    );
    expect(loadLibrary(copy).ok).toBe(true);
    expect(reasons(loadCheckedLibrary(copy, on))).toEqual([
      'procedures/monthly-ranking.yaml: 公示 7 日，少于法律要求的 15 日',
    ]);
  });

  it('does not start when a window may take longer than the law gives to tell what is lacking', () => {
    const copy = changed('slow', 'procedures/service-item.yaml', (text) =>
      text.replace('limit: { workingDays: 5 } ', 'limit: { workingDays: 6 } '),
    );
    expect(reasons(loadCheckedLibrary(copy, on))).toEqual([
      'procedures/service-item.yaml: 接件 6 个工作日，晚于法律要求告知的 5个工作日',
    ]);
  });

  it('does not start when nobody may decide an item of the window, or its catalogue is not there', () => {
    const idle = changed('idle', 'catalogues/service-items.yaml', (text) =>
      text.replace('decides: health', 'decides: heath'),
    );
    expect(reasons(loadCheckedLibrary(idle, on))[0]).toContain('由 heath 决定，章程里没有这个机构');
    const none = changed('none', 'gallery/beijing-12345/charter.yaml', (text) =>
      text.replace('service-items: community-window', 'service-items: window'),
    );
    expect(reasons(loadLibrary(none))[0]).toContain('没有办事目录 window');
  });

  it('does not grow without bound from aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`;
    const copy = changed('bomb', 'forms/complaint.yaml', () => bomb);
    expect(reasons(loadLibrary(copy))[0]).toContain('YAML 写法有误');
  });

  it('is refused when a file is named for another procedure', () => {
    const copy = changed('names', 'procedures/report-in.yaml', (text) =>
      text.replace('procedure: report-in', 'procedure: report'),
    );
    expect(reasons(loadLibrary(copy))).toContain('procedures/report-in.yaml: 文件名应当和程序名 report 一样');
  });
});

describe('checking a path', () => {
  const check = (path: string, more: object = {}) => {
    const report = checkPath(path, { ...options, ...more });
    return report.ok
      ? { ...report.value, reasons: report.value.problems.map(({ reason }) => reason) }
      : report.error;
  };

  it('takes the library, a charter, a procedure or a form', () => {
    for (const path of [
      '',
      'procedures',
      'gallery/beijing-12345',
      'gallery/beijing-12345/charter.yaml',
      'procedures/complaint.yaml',
      'forms/complaint.yaml',
    ])
      expect([path, check(join(shipped, path))]).toEqual([path, expect.objectContaining({ problems: [] })]);
  });

  it('takes a procedure from anywhere and checks it against what ships', () => {
    const own = join(folder, 'own');
    mkdirSync(own, { recursive: true });
    const file = join(own, 'road.yaml');
    writeFileSync(
      file,
      'procedure: road\ntitle: 修路\nopens: { by: leader, form: monthly-ranking }\nsteps:\n  do: { title: 办, kind: check, by: supervisor, late: [tell-leader], then: { accepted: end, sent-back: end } }\n  end: { kind: end, outcome: done }\n',
    );
    expect(check(file)).toMatchObject({
      checked: ['road'],
      reasons: ['没有写时限，可能一直拖下去'],
      root: own,
    });
    expect(check(file, { charter: 'beijing-12345' })).toMatchObject({ checked: ['road'] });
    expect(check(file, { charter: 'beijing' })).toMatchObject({ reasons: ['没有章程 beijing'] });
  });

  it('says so when there is nothing to check', () => {
    expect(check(join(folder, 'absent.yaml'))).toContain('没有这个文件或文件夹');
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(check(empty)).toContain('不知道该检查什么');
  });
});
