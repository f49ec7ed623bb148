import { randomUUID } from 'node:crypto';
import { type Browsers, enter } from './chromium.ts';
import { send } from './households.ts';
import type { Street } from './start-street.ts';

/** What a round has on its ballot, with what each costs. */
export const roundProjects = [
  ['三号楼下装一排长椅', 'works', 18_000],
  ['东门坡道加扶手', 'works', 26_000],
  ['社区食堂周末也开', 'services', 40_000],
] as const;

/** A round of livelihood projects whose vote is announced, told through the interface: quicker than through the pages. */
export async function announceRound(
  browsers: Browsers,
  street: Street,
  { procedure, title }: { readonly procedure: string; readonly title: string },
): Promise<string> {
  const worker = await browsers.open(street);
  await enter(worker, street, 'worker');
  const act = (id: string, type: string, input: object = {}) =>
    send(worker, street, `/api/matters/c1/${id}/commands`, { commandId: randomUUID(), type, input });
  const input = { title, budget: 60_000, text: '用在大家都用得上的小事上。' };
  const opening = { commandId: randomUUID(), procedure, community: 'c1', input };
  const { id } = await send(worker, street, '/api/matters', opening);
  for (const [what, category, cost] of roundProjects)
    await act(id, 'propose', { title: what, category, cost, text: '楼里老人多' });
  const view = await worker.context.request.get(`${street.address}/api/matters/c1/${id}`);
  const { children } = (await view.json()) as { children: readonly { id: string }[] };
  for (const [at, { id: child }] of children.entries()) {
    const [what = '', , cost = 0] = roundProjects[at] ?? [];
    await act(child, 'accept', { title: what, cost });
  }
  await act(id, 'finish', { text: '三个项目都通过初审。' });
  await act(id, 'freeze-roll');
  await act(id, 'announce', { title, text: '六万元怎么用，大家定。' });
  await worker.context.close();
  return `/c1/${id}`;
}
