import type { JsonObject } from '../basics/json.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { Charter, Procedure } from '../engine/types.ts';
import {
  type GroupRule,
  type PeopleGroup,
  type PeopleGroups,
  type Sensitivity,
  sensitivities,
} from '../registry/groups.ts';
import { relations } from '../registry/relations.ts';
import { decidingIn } from './deciding.ts';
import { record, text, texts } from './plain.ts';
import { didYouMean, type Problem } from './problem.ts';
import { namePattern } from './source-defs.ts';
import { validate } from './validate.ts';

const name: JsonObject = { type: 'string', pattern: namePattern, maxLength: 40 };
const title: JsonObject = { type: 'string', minLength: 1, maxLength: 60 };
const posts: JsonObject = { type: 'array', minItems: 1, maxItems: 50, uniqueItems: true, items: name };
const years: JsonObject = { type: 'integer', minimum: 0, maximum: 150 };

const kind: JsonObject = {
  type: 'object',
  required: ['title'],
  properties: {
    title,
    rule: {
      type: 'object',
      minProperties: 1,
      properties: {
        age: {
          type: 'object',
          minProperties: 1,
          properties: { from: years, below: years },
          additionalProperties: false,
        },
        relation: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: relations } },
      },
      additionalProperties: false,
      description: '按出生年份和与户主关系算，不用登记',
    },
    sensitive: { enum: sensitivities, description: '敏感个人信息（个人信息保护法 28）：是哪一类' },
    see: { ...posts, description: '哪些岗位知道谁在里面；不写就是能用底数的岗位都知道' },
    set: { ...posts, description: '哪些岗位登记' },
    carers: { ...posts, description: '要有结对帮扶的人，从这些岗位里选' },
    words: { type: 'array', maxItems: 30, uniqueItems: true, items: title },
  },
  additionalProperties: false,
};

/** `charters/groups/<name>.yaml`: into which groups a community sorts its residents, and who may know. */
export const groupsSource: JsonObject = {
  type: 'object',
  required: ['groups', 'title', 'least-count', 'kinds'],
  properties: {
    groups: name,
    title,
    source: { type: 'string', minLength: 1 },
    'least-count': {
      type: 'integer',
      minimum: 3,
      maximum: 1000,
      description: '看不到名单的岗位，不知道少于这个数的是几个',
    },
    kinds: {
      type: 'object',
      minProperties: 1,
      maxProperties: 40,
      propertyNames: { pattern: namePattern, maxLength: 40 },
      additionalProperties: kind,
    },
  },
  additionalProperties: false,
};

/** 个人信息保护法 (2021-11-01): sensitive only for a definite purpose, where it is necessary, strictly guarded. */
const sensitiveLaw = '个人信息保护法 28–31（PIPL-3）';

function readGroup([id, source]: readonly [string, unknown]): PeopleGroup {
  const { title: called, rule, sensitive, see, set, carers, words } = record(source);
  return {
    id,
    title: text(called),
    ...(rule !== undefined && { rule: rule as GroupRule }),
    ...(sensitive !== undefined && { sensitive: sensitive as Sensitivity }),
    ...(see !== undefined && { see: texts(see) }),
    set: texts(set),
    carers: texts(carers),
    words: texts(words),
  };
}

type Fault = Omit<Problem, 'file'>;

function ruleFaults({ id, rule, sensitive, set }: PeopleGroup): Fault[] {
  const path = `kinds.${id}`;
  if (rule === undefined)
    return set.length > 0
      ? []
      : [{ path, reason: '没有 rule，也没有 set：没有人能登记', help: '加上 set: [岗位]' }];
  const { from = 0, below = Number.POSITIVE_INFINITY } = rule.age ?? {};
  return [
    ...(set.length > 0 ? [{ path: `${path}.set`, reason: '按规则算的人群不用登记', help: '去掉 set' }] : []),
    ...(from >= below ? [{ path: `${path}.rule.age`, reason: 'from 不小于 below，没有人符合' }] : []),
    ...(sensitive === undefined
      ? []
      : [
          {
            path: `${path}.sensitive`,
            reason: '规则看的出生年份和关系，能用底数的人都看得到，标成敏感也藏不住',
            help: '去掉 rule，改由人登记（set）',
            law: sensitiveLaw,
          },
        ]),
  ];
}

function sightFaults({ id, title: called, sensitive, see, set }: PeopleGroup): Fault[] {
  const blind = set.filter((post) => see !== undefined && !see.includes(post));
  return [
    ...(sensitive !== undefined && see === undefined
      ? [
          {
            path: `kinds.${id}`,
            reason: `${called}是敏感个人信息，没有写哪些岗位能看，就成了能用底数的人都能看`,
            help: '加上 see: [办这件事必须知道的岗位]',
            law: sensitiveLaw,
          },
        ]
      : []),
    ...blind.map((post) => ({
      path: `kinds.${id}.set`,
      reason: `${post} 能登记${called}，却看不到`,
      help: `在 see 里加上 ${post}`,
    })),
  ];
}

function wordFaults(groups: readonly PeopleGroup[]): Fault[] {
  const ownerOf = new Map<string, string>();
  return groups.flatMap(({ id, title: called, words }) =>
    [called, ...words].flatMap((word): Fault[] => {
      const other = ownerOf.get(word);
      ownerOf.set(word, id);
      return other === undefined
        ? []
        : [{ path: `kinds.${id}.words`, reason: `“${word}”已经是 ${other} 的叫法，表格里分不清` }];
    }),
  );
}

export function loadGroups(source: unknown, file: string): Result<PeopleGroups, readonly Problem[]> {
  const problems = validate(groupsSource, source, file, []);
  if (problems.length > 0) return err(problems);
  const plain = record(source);
  const groups = Object.entries(record(plain['kinds'])).map(readGroup);
  const faults = [
    ...groups.flatMap((group) => [...ruleFaults(group), ...sightFaults(group)]),
    ...wordFaults(groups),
  ];
  if (faults.length > 0) return err(faults.map((fault) => ({ file, ...fault })));
  return ok({ id: text(plain['groups']), leastCount: Number(plain['least-count']), groups });
}

/** Whether a roll that asks for a group finds it among the charter's own, and somebody registers it there. */
export function checkRollGroups(procedure: Procedure, groups: PeopleGroups | undefined): readonly Fault[] {
  const registered = (groups?.groups ?? []).filter(({ rule }) => rule === undefined).map(({ id }) => id);
  return decidingIn(procedure).flatMap(({ path, roll: { title, group } }): Fault[] =>
    group === undefined || registered.includes(group)
      ? []
      : [
          {
            path,
            reason: `名册“${title}”要底数里的人群 ${group}，章程没有这个人群`,
            help: didYouMean(group, registered) ?? '在章程的 groups 里写明一份有它的人群',
          },
        ],
  );
}

/** Whether the posts that groups name are the charter's, and open the registry. */
export function checkGroups({ groups }: PeopleGroups, { posts: known }: Charter): readonly Fault[] {
  const named = groups.flatMap(({ id, see = [], set, carers }) =>
    Object.entries({ see, set, carers }).flatMap(([part, named]) =>
      named.map((post) => ({ post, path: `kinds.${id}.${part}`, opens: part !== 'carers' })),
    ),
  );
  return named.flatMap(({ post, path, opens }): Fault[] => {
    if (!Object.hasOwn(known, post))
      return [{ path, reason: `章程里没有岗位 ${post}`, help: didYouMean(post, Object.keys(known)) }];
    return !opens || known[post]?.rights.includes('registry') === true
      ? []
      : [{ path, reason: `岗位 ${post} 打不开底数`, help: `给 ${post} 加上 rights: [registry]，或者去掉它` }];
  });
}
