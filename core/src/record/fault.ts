import type { Explained } from './explained.ts';

/**
 * What is wrong with a record, its exported file or its checkpoints.
 *
 * Of events: `empty` none; `missing` a number is left out; `repeated` a number comes again; `reordered` a number comes
 * too early; `foreign-matter` it belongs to another matter; `altered` its content does not give its hash;
 * `broken-link` it does not point to the event before it.
 * Of the file: `malformed` not the shape of the format; `header-differs` the head of the file says something else
 * than the first event; `opening-unknown` nothing was sealed under that name; `opening-differs` something else was.
 * Of checkpoints: `checkpoint-altered`, `checkpoint-broken-link`, `checkpoint-order`, `checkpoint-foreign` as with
 * events; `checkpoint-differs` the file's own is not the published one; `leaves-differ` the list of records does not
 * give the checkpoint's root.
 * Of the record against a checkpoint: `proof-wrong` the proof does not lead to the root; `proof-missing` nothing in the
 * file leads to a checkpoint that should hold it; `proof-outdated` a later checkpoint existed when the file was made;
 * `tail-dropped` the record was longer; `head-differs` it was another record; `not-in-checkpoint` it was not there.
 */
export const faultCodes = [
  'empty',
  'missing',
  'repeated',
  'reordered',
  'foreign-matter',
  'altered',
  'broken-link',
  'malformed',
  'header-differs',
  'opening-unknown',
  'opening-differs',
  'checkpoint-altered',
  'checkpoint-broken-link',
  'checkpoint-order',
  'checkpoint-foreign',
  'checkpoint-differs',
  'leaves-differ',
  'proof-wrong',
  'proof-missing',
  'proof-outdated',
  'tail-dropped',
  'head-differs',
  'not-in-checkpoint',
] as const;
export type RecordFaultCode = (typeof faultCodes)[number];

export interface RecordFault {
  readonly code: RecordFaultCode;
  /** The event's number, where one event is at fault; for `missing` and `tail-dropped` the first that is not there. */
  readonly seq?: number;
  /** The checkpoint's number, where one checkpoint is at fault. */
  readonly checkpoint?: number;
  /** A pointer into the file, or the name of a header or sealed field. */
  readonly where?: string;
}

const explanations: Readonly<Record<RecordFaultCode, Explained>> = {
  empty: { zh: '案卷里没有任何记录。', en: 'The record holds no events.' },
  missing: { zh: '少了这一条记录。', en: 'This event is missing.' },
  repeated: { zh: '这一条记录出现了两次。', en: 'This event appears twice.' },
  reordered: { zh: '记录的先后顺序被调换。', en: 'The events were put in another order.' },
  'foreign-matter': { zh: '这一条记录属于别的事项。', en: 'This event belongs to another matter.' },
  altered: {
    zh: '这一条记录的内容与它的指纹不符，写入之后被改过。',
    en: 'The content of this event does not give its hash: it was changed after it was written.',
  },
  'broken-link': {
    zh: '这一条记录没有接上前一条，中间被换过。',
    en: 'This event does not point to the one before it: something between them was replaced.',
  },
  malformed: { zh: '文件格式不对，这里读不懂。', en: 'The file has not the expected shape here.' },
  'header-differs': {
    zh: '文件开头写的与第一条记录不一致。',
    en: 'The head of the file says something else than the first event.',
  },
  'opening-unknown': {
    zh: '这一条记录没有封存过这个名字的内容。',
    en: 'Nothing was sealed under this name in this event.',
  },
  'opening-differs': {
    zh: '公开的内容不是当初封存的内容。',
    en: 'The disclosed value is not the one that was sealed.',
  },
  'checkpoint-altered': { zh: '检查点被改过。', en: 'The checkpoint was changed.' },
  'checkpoint-broken-link': {
    zh: '检查点没有接上前一个。',
    en: 'The checkpoint does not point to the one before it.',
  },
  'checkpoint-order': {
    zh: '检查点的编号不连续。',
    en: 'The numbers of the checkpoints are not consecutive.',
  },
  'checkpoint-foreign': { zh: '检查点属于别的社区。', en: 'The checkpoint belongs to another community.' },
  'checkpoint-differs': {
    zh: '文件里的检查点与你手里公布过的不是同一个。',
    en: 'The checkpoint in the file is not the published one that you hold.',
  },
  'leaves-differ': {
    zh: '案卷清单与检查点不符。',
    en: 'The list of records does not belong to the checkpoint.',
  },
  'proof-wrong': {
    zh: '文件里的证明推不到检查点。',
    en: 'The proof in the file does not lead to the checkpoint.',
  },
  'proof-missing': {
    zh: '检查点公布时这个案卷已经存在，文件却没有能对上的证明。请重新导出，或换一份包含它的检查点清单。',
    en: 'The record existed when the checkpoint was published, but nothing in the file leads to a checkpoint that you hold. Export it again, or use a list that has the checkpoint it names.',
  },
  'proof-outdated': {
    zh: '导出时已有更新的检查点，文件却用了旧的证明。请重新导出。',
    en: 'A later checkpoint existed when the file was made, but the proof is for an older one. Export it again.',
  },
  'tail-dropped': {
    zh: '检查点公布时案卷比这份文件长，从这一条起的记录不见了。如果文件是更早导出的，请重新导出。',
    en: 'The record was longer at the checkpoint: events from this number on are not here. If the file is older than the checkpoint, export it again.',
  },
  'head-differs': {
    zh: '检查点公布时，这一条记录是另外的内容，案卷被整个重写过。',
    en: 'At the checkpoint this event was a different one: the record was rewritten.',
  },
  'not-in-checkpoint': {
    zh: '按记录的时间它早于检查点，检查点里却没有它。',
    en: 'By its own dates the record is older than the checkpoint, which does not hold it.',
  },
};

function placeOf(fault: RecordFault): Explained {
  if (fault.seq !== undefined) {
    const name = fault.where === undefined ? '' : ` ${fault.where}`;
    return { zh: `第 ${fault.seq} 条${name}：`, en: `Event ${fault.seq}${name}: ` };
  }
  if (fault.checkpoint !== undefined) {
    return { zh: `检查点 ${fault.checkpoint}：`, en: `Checkpoint ${fault.checkpoint}: ` };
  }
  return fault.where === undefined ? { zh: '', en: '' } : { zh: `${fault.where}：`, en: `${fault.where}: ` };
}

/** One line in each language for the person who verifies. */
export function describeFault(fault: RecordFault): Explained {
  const place = placeOf(fault);
  const text = explanations[fault.code];
  return { zh: place.zh + text.zh, en: place.en + text.en };
}
