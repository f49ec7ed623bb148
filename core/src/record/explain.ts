import type { Instant } from '../basics/ids.ts';
import { civilDateOf } from '../calendar/civil-date.ts';
import type { Vouched } from './against-checkpoints.ts';
import type { Explained } from './explained.ts';

interface Findings {
  readonly checked: readonly Explained[];
  readonly notChecked: readonly Explained[];
}

const dateOf = (at: Instant): string => civilDateOf(at);

const chainHolds = (length: number): Explained => ({
  zh: `全部 ${length} 条记录首尾相接，写入之后没有一条被改动、删去、调换或插入。`,
  en: `All ${length} events follow one another; none was changed, dropped, moved or put in since it was written.`,
});

const headHolds: Explained = {
  zh: '社区、事项、程序及其版本、章程与第一条记录一致。',
  en: 'Community, matter, procedure with its version, and charter agree with the first event.',
};

const openingsHold = (opened: number): Explained => ({
  zh: `公开出来的 ${opened} 项封存内容，正是当初封存的内容。`,
  en: `The ${opened} sealed values that are disclosed are the ones that were sealed.`,
});

const closedAreUnseen = (closed: number): Explained => ({
  zh: `另有 ${closed} 项封存内容已删除或不对你公开，看不到内容，但不影响验证。`,
  en: `${closed} more sealed values were erased or are not shown to you; the record holds without them.`,
});

const actorsAreNotKnown: Explained = {
  zh: '记录是否属实、操作的人是谁，这里看不出来。文件只说明当时写下了什么，此后没有变。',
  en: 'Whether what was written is true, and who a pseudonym is: this shows what was written then, not more.',
};

const nothingVouches: Explained = {
  zh: '末尾有没有被截掉、整个案卷有没有被重写，没有查。要查，请带上从别处得到的检查点清单。',
  en: 'Whether the end was cut off or the whole record written anew. To check that, bring a list of checkpoints from elsewhere.',
};

const startedLater: Explained = {
  zh: '按它自己写的日期，案卷在你手里最后一个检查点之后才开始，所以没有检查点能为它作证。日后换一份新的检查点清单再查一次。',
  en: 'By its own dates the record began after the last checkpoint that you hold, so none vouches for it. Verify again with a later list.',
};

function vouchedFor({ checkpoint, seq, from }: Vouched, length: number): Findings {
  const day = dateOf(checkpoint.at);
  const rest: Explained = {
    zh: `第 ${seq} 条之后，还没有检查点为证${seq === length ? '；此后若新增记录又被截掉，这里看不出来' : ''}。`,
    en: `No checkpoint vouches for what came after event ${seq}.`,
  };
  if (from === 'reader') {
    const holds = {
      zh: `与你手里的检查点 ${checkpoint.n}（${day}）相符：前 ${seq} 条在那时已经如此，没有被截短或重写。`,
      en: `It agrees with checkpoint ${checkpoint.n} of ${day} that you hold: the first ${seq} events stood like this then.`,
    };
    return { checked: [holds], notChecked: [rest] };
  }
  const holds = {
    zh: `与文件自带的检查点 ${checkpoint.n}（${day}）相符，前 ${seq} 条在内。`,
    en: `It agrees with checkpoint ${checkpoint.n} of ${day} that came inside the file, up to event ${seq}.`,
  };
  const unpublished = {
    zh: `自带的检查点是不是公布过的那一个，没有查。请与别处得到的清单对照：检查点 ${checkpoint.n} 的指纹是 ${checkpoint.hash}。`,
    en: `Whether that checkpoint is the published one. Compare with a list from elsewhere: its hash is ${checkpoint.hash}.`,
  };
  return { checked: [holds], notChecked: [unpublished, rest] };
}

/** What a record without faults lets its reader rely on, and what it does not. */
export function explain(
  length: number,
  sealed: { readonly opened: number; readonly closed: number },
  vouched: Vouched | undefined,
  hasPublished: boolean,
): Findings {
  const unvouched = { checked: [], notChecked: [hasPublished ? startedLater : nothingVouches] };
  const tail = vouched ? vouchedFor(vouched, length) : unvouched;
  return {
    checked: [
      chainHolds(length),
      headHolds,
      ...(sealed.opened > 0 ? [openingsHold(sealed.opened)] : []),
      ...tail.checked,
    ],
    notChecked: [
      ...tail.notChecked,
      ...(sealed.closed > 0 ? [closedAreUnseen(sealed.closed)] : []),
      actorsAreNotKnown,
    ],
  };
}
