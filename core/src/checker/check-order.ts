import type { CivilDate } from '../basics/ids.ts';
import type { Procedure } from '../engine/types.ts';
import { findRule, type LawBook, type LawRule } from '../law/law.ts';
import { standing } from './check-law.ts';
import {
  cited,
  countable,
  type Deciding,
  decidingIn,
  type Fault,
  listIn,
  rulesFor,
  sharesOf,
} from './deciding.ts';
import { type Edge, edgesOf, firstStepsOf, walksFrom } from './graph.ts';

interface Ground {
  readonly procedure: Procedure;
  readonly edges: readonly Edge[];
  readonly rule: (id: string) => LawRule | undefined;
}

/** Outcomes that say that what should have been done there has not been. */
const inVain = new Set(['failed', 'sent-back', 'run-off', 'rejected', 'withdrawn', 'lapsed']);
const titleOf = (id: string, { rule }: Ground): string => {
  const found = rule(id);
  return found === undefined ? id : `${found.title}（${id}）`;
};

/** Steps that stand for a rule: they name it, and, where it says whose meeting that is, theirs is the roll. */
function marksOf(id: string, { procedure, rule }: Ground): ReadonlySet<string> {
  const found = rule(id);
  const whose = found === undefined ? [] : listIn(found, 'meeting');
  const isPosted = standing.some((value) => found?.values[value] !== undefined);
  const rolls = new Map(decidingIn(procedure).map(({ name, roll }) => [name, roll.countsAs]));
  return new Set(
    Object.entries(procedure.steps)
      .filter(
        ([name, step]) =>
          step.law.includes(id) &&
          (!isPosted || step.kind === 'publish') &&
          (whose.length === 0 || (rolls.get(name) ?? []).some((of) => whose.includes(of))),
      )
      .map(([name]) => name),
  );
}

/** How one comes from the starts to a step without having done what the marked steps are for. */
function around(starts: readonly string[], edges: readonly Edge[], marks: ReadonlySet<string>) {
  return walksFrom(
    starts,
    edges.filter(({ from, outcome }) => !marks.has(from) || inVain.has(outcome)),
  );
}

/** What the law asks to come first, in its order, comes first on every way to the decision. */
function before({ name, path }: Deciding, rule: LawRule, ground: Ground): Fault[] {
  let targets: ReadonlySet<string> = new Set([name]);
  for (const id of listIn(rule, 'after').toReversed()) {
    const marks = marksOf(id, ground);
    const skipping = around(firstStepsOf(ground.procedure), ground.edges, marks);
    const reached = [...targets].find((each) => skipping.has(each));
    if (reached !== undefined)
      return [
        {
          path,
          reason: `没有先做“${titleOf(id, ground)}”，就能走到这里：${(skipping.get(reached) ?? []).join(' → ')}`,
          help: `在它前面放一个写了 law: ${id} 的环节，没有通过就不能往下走`,
          law: cited(rule),
        },
      ];
    targets = marks;
  }
  return [];
}

/** What the law asks to follow a decision follows it, in its order, on every way to an end. */
function afterwards({ name, path }: Deciding, rule: LawRule, ground: Ground): Fault[] {
  const { procedure, edges } = ground;
  const { then = {} } = procedure.steps[name] ?? {};
  let starts = ['passed', 'elected'].flatMap((outcome) => then[outcome]?.to ?? []);
  for (const id of listIn(rule, 'then')) {
    const marks = marksOf(id, ground);
    const skipping = around(starts, edges, marks);
    const end = [...skipping.keys()].find((each) => procedure.steps[each]?.kind === 'end');
    if (end !== undefined)
      return [
        {
          path,
          reason: `决定以后没有“${titleOf(id, ground)}”，事情就能结束：${(skipping.get(end) ?? []).join(' → ')}`,
          help: `在它后面放一个写了 law: ${id} 的环节，每一条路都要经过它`,
          law: cited(rule),
        },
      ];
    starts = edges.filter(({ from }) => marks.has(from) && skipping.has(from)).map(({ to }) => to);
  }
  return [];
}

/** 按原来的方式: by those who elected them. */
function sameRoll({ path, roll }: Deciding, rule: LawRule, all: readonly Procedure[]): Fault[] {
  const origin = listIn(rule, 'sameRollAs');
  const elected = all
    .flatMap(decidingIn)
    .filter(({ question, law }) => question.kind === 'elect' && law.some((id) => origin.includes(id)));
  if (elected.length === 0 || elected.some((each) => each.roll.id === roll.id)) return [];
  return [
    {
      path: `${path}.roll`,
      reason: `选举用的是“${[...new Set(elected.map((each) => each.roll.title))].join('、')}”，这里用“${roll.title}”`,
      help: '由谁选出来的，就由谁来投票罢免',
      law: cited(rule),
    },
  ];
}

/** Choices of the form that the law has words for, and the decisions that each can lead to. */
function casesOf({ procedure, edges }: Ground, decisions: readonly Deciding[]) {
  const { firstBy, opens } = procedure;
  const asked = opens.form.find(({ name }) => name === firstBy?.field)?.choices ?? [];
  return asked.map(({ value, title }) => {
    const walks = walksFrom(firstBy?.cases[value] ?? [], edges);
    return { value, title, decisions: decisions.filter(({ name }) => walks.has(name)) };
  });
}

/** What the law names as asking for more is decided by that rule; what it keeps from somebody is not put to them. */
function matters(ground: Ground, decisions: readonly Deciding[], rules: readonly LawRule[]): Fault[] {
  return casesOf(ground, decisions).flatMap(({ value, title, decisions: reached }) =>
    rules.flatMap((rule): Fault[] => {
      const consent = sharesOf(rule, 'consent');
      const named = listIn(rule, 'matters').includes(title) && consent.length > 0;
      const fault = (reason: string, help: string): Fault => ({
        path: `first.cases.${value}`,
        reason,
        help,
        law: cited(rule),
      });
      return reached.flatMap((each): Fault[] => {
        const byRule = rulesFor(each).includes(rule.id);
        const isTheirs = consent.every(({ of }) => countable(each.roll).includes(of));
        if (named && isTheirs && !byRule)
          return [
            fault(`“${title}”会走到 ${each.name}，它没有按这一条表决`, `让它走到写了 law: ${rule.id} 的环节`),
          ];
        return byRule && listIn(rule, 'barred').includes(title)
          ? [fault(`“${title}”不能由“${each.roll.title}”决定`, '让它走到全体成员表决的环节')]
          : [];
      });
    }),
  );
}

/** Whether decisions come in the order, from the people and by the rule that the law asks for. */
export function checkOrder(
  procedure: Procedure,
  book: LawBook,
  on: CivilDate,
  all: readonly Procedure[],
): Fault[] {
  const ground: Ground = {
    procedure,
    edges: edgesOf(procedure),
    rule: (id) => findRule(book, id, on),
  };
  const isConfirmed = (rule: LawRule | undefined): rule is LawRule => rule?.status === 'confirmed';
  const decisions = decidingIn(procedure).filter(
    ({ question, passes }) => question.kind !== 'sign-on' && passes.length > 0,
  );
  const ordered = decisions.flatMap((deciding) =>
    rulesFor(deciding)
      .map(ground.rule)
      .filter(isConfirmed)
      .flatMap((rule) => [
        ...before(deciding, rule, ground),
        ...afterwards(deciding, rule, ground),
        ...sameRoll(deciding, rule, all),
      ]),
  );
  const inForce = [...book.rules.keys()].map(ground.rule).filter(isConfirmed);
  return [...ordered, ...matters(ground, decisions, inForce)];
}
