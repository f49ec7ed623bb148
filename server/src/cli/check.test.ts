import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'liren-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const liren = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/liren.mjs'), 'check', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

describe('liren check', () => {
  it('passes what ships and says what it looked at', () => {
    const { status, stdout } = liren();
    expect(status).toBe(0);
    expect(stdout).toContain('没有问题');
    expect(stdout).toContain('complaint');
  });

  it('tells file, step, reason, help and article, counts, and exits with 1', () => {
    const file = join(folder, 'road.yaml');
    writeFileSync(
      file,
      [
        'procedure: road',
        'title: 修路',
        'opens: { by: leader, form: monthly-ranking }',
        'steps:',
        '  post: { title: 公示, kind: publish, by: leader, for: { days: 7 }, law: URB-9, limit: { days: 1 }, then: { clear: end } }',
        '  end: { kind: end, outcome: done }',
        '',
      ].join('\n'),
    );
    const { status, stderr } = liren(file);
    expect(status).toBe(1);
    expect(stderr).toContain('road.yaml\n');
    expect(stderr).toContain(
      '  环节 post › for：公示 7 日，少于法律要求的 15 日\n    改成 for: { days: 15 } 或更长\n',
    );
    expect(stderr).toContain('    依据：城市居民委员会组织法 34（URB-9）');
    expect(stderr).toContain('环节 post：超时之后没有告诉任何人');
    expect(stderr).toContain('共 2 个问题。');
    // On an older day the article was not in force, and that is what it says.
    expect(liren(file, '--on', '2020-01-01').stderr).toContain('URB-9 在 2020-01-01 没有施行');
    expect(liren(file, '--on', 'soon').stderr).toContain('不是日期');
  });
});
