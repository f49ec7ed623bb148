import type { Command } from 'commander';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

type Rotation = import('../usecases/rotate-keys.ts').Rotation;

const help = `
主密钥加密数据库里的姓名、号码、原话。每年换一次，或者怀疑有人看到过它，就换：
  1. liren rotate-keys --new-key   在主密钥文件最前面加一把新的；用 LIREN_KEY 的，自己加
  2. 把新文件另存一份，重启里仁：从此新写的用新钥匙，旧的照样打得开
  3. liren rotate-keys             把旧的全部用新钥匙重新加密；里仁照常运行，中断了再运行一次就接着做
  4. 它说旧钥匙不再需要以后，才把旧的那一行从文件里去掉
换之前做的备份仍要旧钥匙才打得开：备份还留着，就把旧钥匙和它一起收好。
说明：docs/operator/keys.md`;

export function register(program: Command): void {
  program
    .command('rotate-keys')
    .description('换主密钥：用最新的一把重新加密全部内容')
    .option('--new-key', '先在主密钥文件最前面加一把新的，别的什么也不做')
    .addHelpText('after', help)
    .action(({ newKey = false }: { readonly newKey?: boolean }) => (newKey ? addKey() : rotate()));
}

const say = (text: string) => process.stdout.write(`${text}\n`);

async function addKey(): Promise<void> {
  const [{ readConfig }, { dataFolder }, { addMasterKey }] = await Promise.all([
    import('../platform/config.ts'),
    import('../platform/data-folder.ts'),
    import('../platform/keys.ts'),
  ]);
  const { describePlatformError } = await import('../platform/platform-error.ts');
  const config = readConfig(process.env);
  if (!config.ok) return fail(describePlatformError(config.error));
  if (config.value.key !== undefined)
    return fail('主密钥在 LIREN_KEY 里，请自己在最前面加一把：编号:32 字节的 base64url，和旧的用逗号分开。');
  const { masterKey } = dataFolder(config.value.dataFolder);
  const id = await addMasterKey(masterKey);
  if (id === undefined) return fail(`${masterKey} 不在，或者读不出来。没有改动。`);
  say(`已在 ${masterKey} 最前面加上 ${id}。请把这个文件另存一份，重启里仁，再运行 liren rotate-keys。`);
}

const rotate = () =>
  withWorld(async ({ deps }, { keys }) => {
    const { rotateKeys } = await import('../usecases/rotate-keys.ts');
    const { shell } = deps;
    const newest = keys.sealing[0]?.id ?? '';
    const done = await rotateKeys(
      { pool: shell.pool, sealer: shell.sealer, newest },
      {
        progress: ({ table, column }, count) =>
          say(`${table}.${column}：已用 ${newest} 重新加密 ${count} 条`),
      },
    );
    if (!done.ok)
      return fail(
        `还有里仁在用 ${done.error.keys.join('、')} 加密。先让每一台都带着 ${newest} 重启，再运行一次。没有改动。`,
      );
    const trouble = troubleOf(done.value);
    say(`一共重新加密 ${done.value.resealed} 条。`);
    if (trouble !== undefined) return fail(trouble);
    const olds = keys.sealing.slice(1).map(({ id }) => id);
    say(
      olds.length === 0
        ? `只有 ${newest} 这一把，全部内容都用它加密。`
        : `全部内容都用 ${newest} 加密了，${olds.join('、')} 不再需要，可以从主密钥里去掉。换之前做的备份仍要它才打得开。`,
    );
  });

/** Why the older keys must be kept; undefined where they need not. */
function troubleOf({ unopened, isWhole }: Rotation): string | undefined {
  if (unopened.length > 0)
    return [
      `有 ${unopened.length} 条用现有的钥匙打不开，没有动；旧钥匙都要留着：`,
      ...unopened.slice(0, 20).map(({ table, column, key }) => `  ${table}.${column} ${key}`),
    ].join('\n');
  return isWhole ? undefined : '运行期间又有内容用旧钥匙写进来。旧钥匙还要留着；再运行一次。';
}
