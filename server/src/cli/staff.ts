import type { Command } from 'commander';
import type { TrailEvent } from '../signin/trail.ts';
import type { PostRefusal } from '../usecases/give-post.ts';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

const help = `
一个人要能办事，两步：先有账号，再有岗位。
  liren staff add zhang@street --name 张敏        建账号，初始密码只显示这一次
  liren staff organs                              看有哪些机构，每个机构有哪些岗位
  liren staff post zhang@street dispatcher street-office
                                                  从今天起任街道派单员
  liren staff post zhang@street dispatcher street-office --from 2026-03-01 --until 2026-12-31
                                                  同一岗位同一天起，再写一次就是改离任日
统一身份换了人，或者对应错了：
  liren staff unlink-identity zhang@street        解除，下次登录按手机号或工号重新对应
查一个账号：
  liren staff trail zhang@street                  最近 100 次登录、被拒和改动
手机丢了，登录不了：
  liren staff reset-factor zhang@street           取消第二验证并退出所有设备；下次用密码登录时重新绑定
密码登录以后必须绑定动态口令（TOTP）才能办事。`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

export function register(program: Command): void {
  const staff = program
    .command('staff')
    .description('工作人员：建账号、给岗位、重置第二验证')
    .addHelpText('after', help);
  staff
    .command('add')
    .description('建一个工作人员账号')
    .argument('<login>', '登录名或邮箱')
    .requiredOption('--name <name>', '姓名')
    .option('--phone <number>', '手机号')
    .action(add);
  staff
    .command('post')
    .description('给一个岗位，或者改它的离任日')
    .argument('<login>', '登录名或邮箱')
    .argument('<post>', '岗位，例如 dispatcher')
    .argument('<organ>', '机构编号，见 liren staff organs')
    .option('--from <date>', '从哪一天起，写作 2026-03-01；默认今天')
    .option('--until <date>', '最后在任的一天；默认一直在任')
    .action(post);
  staff
    .command('reset-factor')
    .description('手机丢了：取消第二验证，退出所有设备')
    .argument('<login>', '登录名或邮箱')
    .action(resetFactor);
  staff
    .command('unlink-identity')
    .description('统一身份换了人或对应错了：解除，下次登录重新对应')
    .argument('<login>', '登录名或邮箱')
    .action(unlinkIdentity);
  staff
    .command('trail')
    .description('看一个账号最近的登录和改动')
    .argument('<login>', '登录名或邮箱')
    .action(trail);
  staff.command('organs').description('列出机构和它们的岗位').action(organs);
}

async function add(login: string, { name, phone }: { name: string; phone?: string }): Promise<void> {
  const [{ randomInt }, { normalisePhone }, { addStaff }] = await Promise.all([
    import('node:crypto'),
    import('../adapters/crypto/phone.ts'),
    import('../signin/credentials.ts'),
  ]);
  const number = phone === undefined ? undefined : normalisePhone(phone);
  if (number?.ok === false) return fail(`${phone} 不是电话号码。`);
  // Without letters and digits that look alike: it is read out or written down once.
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');
  const password = [group(), group(), group(), group()].join('-');
  await withWorld(async ({ deps, signIn }) => {
    const entry = { loginName: login, name, password, ...(number?.ok && { phone: number.value }) };
    const added = await addStaff(signIn, entry, deps.shell.now());
    const refused = {
      'login-name-taken': `已经有人用 ${login} 登录，请换一个登录名。`,
      'phone-taken': `${phone} 已经是另一个人的号码。`,
      'password-too-short': '初始密码太短。',
      'password-personal': '初始密码里有姓名或登录名，请再运行一次。',
      'password-common': '初始密码太常见，请再运行一次。',
    };
    if (!added.ok) return fail(refused[added.error]);
    say(`已建账号：${name}（${login}）`);
    say(`初始密码：${password}`);
    say('密码只显示这一次，请当面交给本人。接下来用 liren staff post 给岗位。');
  });
}

const refusalText = (refusal: PostRefusal, login: string, organ: string): string => {
  switch (refusal.code) {
    case 'unknown-person':
      return `没有登录名为 ${login} 的工作人员。先运行 liren staff add ${login} --name 姓名。`;
    case 'unknown-organ':
      return `没有机构 ${organ}。运行 liren staff organs 查看全部机构。`;
    case 'post-not-here':
      return `章程里 ${organ} 没有这个岗位。这里的岗位有：${refusal.posts.join('、') || '（没有）'}。`;
    case 'ends-before-it-begins':
      return '离任日早于到任日。';
  }
};

interface Dates {
  readonly from?: string;
  readonly until?: string;
}

async function post(login: string, name: string, organ: string, { from, until }: Dates): Promise<void> {
  const [{ civilDateOf, isCivilDate }, { civilDate, instant }, { giveStaffPost }] = await Promise.all([
    import('@liren/core/calendar/calendar.ts'),
    import('@liren/core/basics/ids.ts'),
    import('../usecases/give-post.ts'),
  ]);
  const wrong = [from, until].find((date) => date !== undefined && !isCivilDate(date));
  if (wrong !== undefined) return fail(`${wrong} 不是日期，写作 2026-03-01。`);
  const first = from === undefined ? civilDateOf(instant(Date.now())) : civilDate(from);
  await withWorld(async ({ deps }) => {
    const request = { loginName: login, post: name, organ, from: first };
    const given = await giveStaffPost(deps.people, deps.directory, {
      ...request,
      ...(until !== undefined && { until: civilDate(until) }),
    });
    if (!given.ok) return fail(refusalText(given.error, login, organ));
    const { title = organ } = deps.directory.findOrgan(organ) ?? {};
    say(`${login} 从 ${first} 起任 ${title} 的 ${name}${until === undefined ? '' : `，到 ${until} 为止`}。`);
  });
}

async function resetFactor(login: string): Promise<void> {
  const [{ findStaff }, { resetSecondFactor }] = await Promise.all([
    import('../usecases/give-post.ts'),
    import('../signin/credentials.ts'),
  ]);
  await withWorld(async ({ deps, signIn }) => {
    const person = await findStaff(deps.people, login);
    if (person === undefined) return fail(`没有登录名为 ${login} 的工作人员。`);
    await resetSecondFactor(deps.people.pool, person);
    await signIn.trail.note(person, 'factor-reset');
    say(`${login} 的第二验证已取消，所有设备都已退出。下次用密码登录时会要求重新绑定。`);
  });
}

async function unlinkIdentity(login: string): Promise<void> {
  const [{ findStaff }, { unlinkProvider }] = await Promise.all([
    import('../usecases/give-post.ts'),
    import('../signin/provider-person.ts'),
  ]);
  await withWorld(async ({ deps, signIn }) => {
    const person = await findStaff(deps.people, login);
    if (person === undefined) return fail(`没有登录名为 ${login} 的工作人员。`);
    if (!(await unlinkProvider(deps.people, person))) return fail(`${login} 没有对应的统一身份。`);
    await signIn.trail.note(person, 'provider-unlinked');
    say(`${login} 的统一身份已经解除。`);
  });
}

const eventTexts: Readonly<Record<TrailEvent, string>> = {
  'entered-password': '用密码和动态码登录',
  'entered-provider': '用统一身份登录',
  'entered-passkey': '用通行密钥登录',
  'entered-to-enrol': '登录去绑定第二验证',
  'refused-password': '密码不对，没有登录',
  'refused-second-factor': '动态码用过了，没有登录',
  'refused-provider': '统一身份对上了人，没有让登录（没有岗位，或者对应着另一个统一身份）',
  'refused-passkey': '通行密钥没有通过验证，没有登录',
  'password-changed': '改了密码',
  'factor-bound': '绑定了动态码',
  'passkey-added': '加了一把通行密钥',
  'passkey-removed': '去掉了一把通行密钥',
  'factor-reset': '管理员取消了第二验证',
  'provider-linked': '对应了统一身份',
  'provider-unlinked': '管理员解除了统一身份',
};

async function trail(login: string): Promise<void> {
  const { findStaff } = await import('../usecases/give-post.ts');
  await withWorld(async ({ deps, signIn }) => {
    const person = await findStaff(deps.people, login);
    if (person === undefined) return fail(`没有登录名为 ${login} 的工作人员。`);
    const time = new Intl.DateTimeFormat('zh-CN', {
      dateStyle: 'short',
      timeStyle: 'medium',
      timeZone: 'Asia/Shanghai',
    });
    for (const { what, at } of await signIn.trail.list(person, 100))
      say(`${time.format(at)}\t${eventTexts[what]}`);
  });
}

async function organs(): Promise<void> {
  const { postsIn } = await import('../usecases/give-post.ts');
  await withWorld(async ({ deps: { directory } }) => {
    if (directory.organs.length === 0)
      say('还没有机构。演示街道用 liren demo 载入；自己的街道先导入地点和机构。');
    for (const { id, title } of directory.organs) {
      const posts = postsIn(directory, id).map((each) => `${each.id} ${each.title}`);
      say(`${id}\t${title}\t${posts.join('、')}`);
    }
  });
}
