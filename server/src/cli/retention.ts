import type { Command } from 'commander';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

const help = `
过了保存期的个人信息，里仁每 6 小时自己删一次。期限写在 charters/law/personal-data.yaml 的 retention。
  liren retention --dry-run          现在会删掉什么、多少，不动数据
  liren retention                    现在就删
  liren retention --log              以前按哪条规则删过多少
打官司、审计、还有争议的事，先留住，用完放开：
  liren retention --hold 20261109-0007 --reason 法院调取
  liren retention --release 20261109-0007
说明：docs/operator/retention.md`;

interface Options {
  readonly dryRun?: true;
  readonly log?: true;
  readonly hold?: string;
  readonly release?: string;
  readonly reason?: string;
}

const titles: Readonly<Record<string, string>> = {
  matterContacts: '办结事项的联系方式和只给承办看的内容',
  matterWords: '办结事项的原话、位置、照片和是谁',
  messages: '消息',
  fieldWords: '走访的随手话',
  registryHistory: '底数改动前的旧值',
  looks: '谁看过、谁导出过',
  signInTrail: '工作人员的登录记录',
};
const told = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const lineOf = ({ rule, months, erased }: { rule: string; months: number; erased: number }): string =>
  `${titles[rule] ?? rule}（满 ${months} 个月）：${erased} 项`;

export function register(program: Command): void {
  program
    .command('retention')
    .description('按保存期删除个人信息')
    .option('--dry-run', '只看会删什么')
    .option('--log', '以前删过什么')
    .option('--hold <number>', '留住一件事，不按期删')
    .option('--release <number>', '不再留住')
    .option('--reason <text>', '为什么留住')
    .addHelpText('after', help)
    .action((options: Options) =>
      withWorld(async (wired) => {
        if (options.log === true) return list(wired);
        const number = options.hold ?? options.release;
        return number === undefined ? act(wired, options.dryRun === true) : hold(wired, number, options);
      }),
    );
}

type Wired = import('../wiring.ts').Wired;

async function act({ deps }: Wired, preview: boolean): Promise<void> {
  const { keepTerms } = await import('../usecases/keep-terms.ts');
  const { shell, directory, library, fileStore } = deps;
  const expired = await keepTerms({ shell, directory, law: library.law, fileStore }, preview);
  for (const each of expired) told(`${preview ? '会删' : '删掉'} ${lineOf(each)}`);
  if (expired.length === 0) told('没有过了保存期的。');
  if (preview && expired.length > 0) told('这是预演，什么也没有删。');
}

async function list({ deps }: Wired): Promise<void> {
  const { readRetention } = await import('../store/retention.ts');
  const acts = await readRetention(deps.shell.pool, 500);
  for (const each of acts) {
    const at = new Date(each.at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    told(`${at} ${lineOf(each)}`);
  }
  if (acts.length === 0) told('还没有按保存期删过什么。');
}

async function hold({ deps }: Wired, number: string, { hold: held, reason = '' }: Options): Promise<void> {
  const { holdMatter, releaseMatter } = await import('../usecases/hold-matter.ts');
  if (held === undefined) {
    const released = await releaseMatter(deps.shell, number);
    return released ? told(`${number} 不再留住，到期照删。`) : fail(`没有留住 ${number}。`);
  }
  if (reason.trim().length < 2) return fail('请用 --reason 写明为什么留住。');
  const kept = await holdMatter(deps.shell, number, reason.trim());
  return kept ? told(`已经留住 ${number}，它的个人信息不会按期删。`) : fail(`没有事项 ${number}。`);
}
