import type { Command } from 'commander';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

const help = `
第三方应用凭密钥反映问题，查询不用密钥。密钥只在添加时显示一次，系统里只存它的摘要。
例子：
  liren open311 add-key 随手拍小程序
  liren open311 list-keys
  liren open311 revoke-key 3f9a0c1b2d4e
说明：docs/operator/open311.md`;

export function register(program: Command): void {
  const group = program
    .command('open311')
    .description('管理第三方应用的密钥（Open311）')
    .addHelpText('after', help);
  group
    .command('add-key')
    .description('给一个应用添加密钥')
    .argument('<label>', '应用名称和联系人，最多 100 个字')
    .action(addOne);
  group.command('list-keys').description('列出全部密钥').action(listAll);
  group
    .command('revoke-key')
    .description('停用一个密钥；已经反映的事不受影响')
    .argument('<id>', 'list-keys 列出的编号')
    .action(revokeOne);
}

async function addOne(label: string): Promise<void> {
  if (label.trim() === '' || label.length > 100) return fail('名称要写，最多 100 个字。');
  const { civilDateOf } = await import('@liren/core/calendar/calendar.ts');
  const { addKey } = await import('../open311/api-keys.ts');
  const { findClientOrgan } = await import('../open311/reporting.ts');
  await withWorld(async ({ deps }) => {
    const now = deps.shell.now();
    const organ = findClientOrgan(deps);
    if (organ === undefined) return fail('还没有可以设“第三方应用”岗位的机构。请先设立社区和机构。');
    const key = await addKey(deps.shell.pool, { label: label.trim(), organ, from: civilDateOf(now) }, now);
    process.stdout.write(`${key}\n`);
    process.stderr.write('请现在就保存这个密钥：它不会再显示。\n');
  });
}

async function listAll(): Promise<void> {
  const { civilDateOf } = await import('@liren/core/calendar/calendar.ts');
  const { listKeys } = await import('../open311/api-keys.ts');
  await withWorld(async ({ deps }) => {
    const keys = await listKeys(deps.shell.pool);
    if (keys.length === 0) process.stderr.write('还没有密钥。\n');
    for (const { id, label, createdAt, revokedAt } of keys) {
      const state = revokedAt === undefined ? '在用' : `${civilDateOf(revokedAt)} 停用`;
      process.stdout.write(`${id}  ${civilDateOf(createdAt)}  ${state}  ${label}\n`);
    }
  });
}

async function revokeOne(id: string): Promise<void> {
  const { revokeKey } = await import('../open311/api-keys.ts');
  await withWorld(async ({ deps }) => {
    const done = await revokeKey(deps.shell.pool, id, deps.shell.now());
    if (!done) return fail(`没有在用的密钥 ${id}。运行 liren open311 list-keys 查看。`);
    process.stdout.write('已停用。\n');
  });
}
