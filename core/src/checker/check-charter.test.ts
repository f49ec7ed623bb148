import { describe, expect, it } from 'vitest';
import { clubContext } from '../testing/allotment-club/law.ts';
import * as sources from '../testing/allotment-club/sources.ts';
import { checkGovernance } from './check.ts';
import { loadCharter } from './load.ts';
import type { Problem } from './problem.ts';

const told = (problems: readonly Problem[]) => problems.map(({ path, reason }) => `${path}: ${reason}`);

describe('a charter', () => {
  const brokenCharter = (change: (plain: Record<string, unknown>) => Record<string, unknown>) => {
    const plain = change(sources.charter as Record<string, unknown>);
    const loaded = loadCharter(plain, 'charter.yaml');
    if (!loaded.ok) return told(loaded.error);
    return told(checkGovernance('charter.yaml', { ...clubContext, charter: loaded.value })).filter(
      (line) => !line.startsWith('steps.') && !line.startsWith('opens.') && !line.startsWith('always.'),
    );
  };
  const power = (organ: string, may: string[], on: string[]) => (plain: Record<string, unknown>) => ({
    ...plain,
    powers: [...(plain['powers'] as unknown[]), { organ, may, on }],
  });

  it.each<[string, (plain: Record<string, unknown>) => Record<string, unknown>, string]>([
    ['a power of no organ', power('moon-crew', ['execute'], ['all']), 'powers.5.organ: 没有机构 moon-crew'],
    [
      'a power over nothing',
      power('path-crew', ['execute'], ['path-crow']),
      'powers.5.on: 事务目录里没有 path-crow',
    ],
    [
      'powers that the charter keeps apart',
      power('water-crew', ['decide'], ['event/tap']),
      'separations.0: water-crew（水工组）对同样的事务既 decide 又 execute，章程要求分设：管事的不动工',
    ],
    [
      'work that the charter keeps away',
      power('committee', ['execute'], ['event/water']),
      'separations.1: committee 不得承办 event/tap（园委会不修水管），但 powers: 给了它',
    ],
    [
      'a post in no organ',
      (plain) => ({
        ...plain,
        posts: { ...(plain['posts'] as object), clerk: { title: '文书', in: ['comittee'] } },
      }),
      'posts.clerk.in: 没有机构 comittee',
    ],
    [
      'a procedure that is not there',
      (plain) => ({ ...plain, procedures: ['repair', 'lend-a-hand', 'open-doy'] }),
      'procedures: 没有程序 open-doy',
    ],
  ])('is refused for %s', (_, change, expected) => {
    expect(brokenCharter(change)).toContain(expected);
  });

  it('may give one organ both powers over different affairs', () => {
    expect(brokenCharter(power('water-crew', ['decide'], ['event/path']))).toEqual([]);
  });
});
