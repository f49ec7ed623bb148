import type { Checkpoint, InclusionProof, Leaf } from './checkpoint.ts';
import { rootOfLeaves, verifyCheckpoints, verifyInclusion } from './checkpoint.ts';
import type { CheckpointList, RecordDocument } from './document.ts';
import type { RecordFault } from './fault.ts';

/** How far a checkpoint vouches for the record. */
export interface Vouched {
  readonly checkpoint: Checkpoint;
  /** Whether the reader brought the checkpoint, or it came inside the file that is being verified. */
  readonly from: 'reader' | 'file';
  /** The record's length at that checkpoint: the events up to it can be neither dropped nor rewritten unseen. */
  readonly seq: number;
}

export interface CheckpointFindings {
  readonly faults: readonly RecordFault[];
  readonly vouched?: Vouched;
}

/** An event gets its time before it is stored, and several machines' clocks differ: so much is no contradiction. */
const leewayMilliseconds = 10 * 60_000;

/** By its own dates, must the record have been there when the checkpoint was made? */
function stoodAt(document: RecordDocument, checkpoint: Checkpoint): boolean {
  const opened = document.events[0]?.at;
  return opened !== undefined && opened + leewayMilliseconds < checkpoint.at;
}

const compareWithLeaf = (
  document: RecordDocument,
  leaf: Leaf,
  checkpoint: number,
): readonly RecordFault[] => {
  if (leaf.matter !== document.matter) return [{ code: 'foreign-matter', checkpoint }];
  const event = document.events[leaf.seq - 1];
  if (event === undefined) return [{ code: 'tail-dropped', seq: document.events.length + 1 }];
  return event.hash === leaf.head ? [] : [{ code: 'head-differs', seq: leaf.seq }];
};

function verifyProof(
  document: RecordDocument,
  proof: InclusionProof,
  known: readonly Checkpoint[],
  from: Vouched['from'],
): CheckpointFindings {
  const checkpoint = known.find((candidate) => candidate.n === proof.checkpoint);
  if (checkpoint === undefined) return { faults: [{ code: 'proof-missing', checkpoint: proof.checkpoint }] };
  if (!verifyInclusion(checkpoint, proof))
    return { faults: [{ code: 'proof-wrong', checkpoint: checkpoint.n }] };
  const faults = [...compareWithLeaf(document, proof.leaf, checkpoint.n)];
  const newer = known.find((other) => other.n > checkpoint.n && other.at <= document.exportedAt);
  if (newer !== undefined) faults.push({ code: 'proof-outdated', checkpoint: newer.n });
  return { faults, vouched: { checkpoint, from, seq: proof.leaf.seq } };
}

/** Does every checkpoint belong to the community and follow the one before it? */
function verifyChain(checkpoints: readonly Checkpoint[], community: string): readonly RecordFault[] {
  const foreign = checkpoints.find((checkpoint) => checkpoint.community !== community);
  if (foreign !== undefined) return [{ code: 'checkpoint-foreign', checkpoint: foreign.n }];
  const chain = verifyCheckpoints(checkpoints);
  return chain.ok ? [] : [chain.error];
}

/** With what came inside the file only: it must at least agree with itself. */
export function compareWithOwnCheckpoints(document: RecordDocument): CheckpointFindings {
  const checkpoints = document.checkpoints ?? [];
  const faults = verifyChain(checkpoints, document.community);
  if (faults.length > 0) return { faults };
  if (document.proof !== undefined) return verifyProof(document, document.proof, checkpoints, 'file');
  const last = checkpoints.at(-1);
  const stoodThen = last !== undefined && stoodAt(document, last);
  return { faults: stoodThen ? [{ code: 'proof-missing', checkpoint: last.n }] : [] };
}

function verifyCovers({ checkpoints, covers }: CheckpointList): readonly RecordFault[] {
  if (covers === undefined) return [];
  const checkpoint = checkpoints.find((candidate) => candidate.n === covers.checkpoint);
  const distinct = new Set(covers.leaves.map((leaf) => leaf.matter)).size === covers.leaves.length;
  const agrees =
    distinct &&
    checkpoint?.leaves === covers.leaves.length &&
    checkpoint.root === rootOfLeaves(covers.leaves);
  return agrees ? [] : [{ code: 'leaves-differ', checkpoint: covers.checkpoint }];
}

function compareWithCovers(
  document: RecordDocument,
  checkpoint: Checkpoint,
  leaves: readonly Leaf[],
): CheckpointFindings {
  const leaf = leaves.find((candidate) => candidate.matter === document.matter);
  if (leaf !== undefined) {
    const faults = compareWithLeaf(document, leaf, checkpoint.n);
    return { faults, vouched: { checkpoint, from: 'reader', seq: leaf.seq } };
  }
  const stoodThen = stoodAt(document, checkpoint);
  return { faults: stoodThen ? [{ code: 'not-in-checkpoint', checkpoint: checkpoint.n }] : [] };
}

function differences(own: readonly Checkpoint[], published: readonly Checkpoint[]): readonly RecordFault[] {
  const byNumber = new Map(published.map((checkpoint) => [checkpoint.n, checkpoint.hash]));
  return own.flatMap(({ n, hash }): RecordFault[] => {
    const expected = byNumber.get(n);
    return expected === undefined || expected === hash ? [] : [{ code: 'checkpoint-differs', checkpoint: n }];
  });
}

const covering = ({ checkpoints, covers }: CheckpointList): Checkpoint | undefined =>
  checkpoints.find((checkpoint) => checkpoint.n === covers?.checkpoint);

function compareWithListOfRecords(document: RecordDocument, published: CheckpointList): CheckpointFindings {
  const checkpoint = covering(published);
  if (checkpoint === undefined || published.covers === undefined) return { faults: [] };
  return compareWithCovers(document, checkpoint, published.covers.leaves);
}

/** Nothing leads from the file to the list: harmless only while the record was not open at the latest checkpoint. */
function withoutProof(document: RecordDocument, published: CheckpointList): CheckpointFindings {
  // A covered list has already said that the record did not stand at its own checkpoint.
  const settled = covering(published)?.n ?? 0;
  const last = published.checkpoints.findLast((checkpoint) => checkpoint.n > settled);
  const stoodThen = last !== undefined && stoodAt(document, last);
  return { faults: stoodThen ? [{ code: 'proof-missing', checkpoint: last.n }] : [] };
}

/**
 * With checkpoints that the reader holds from elsewhere. The record must be led to one of them: a shortened or wholly
 * rewritten record cannot be, because its head is not below a root that was published before.
 */
export function compareWithPublished(
  document: RecordDocument,
  published: CheckpointList,
): CheckpointFindings {
  const { checkpoints } = published;
  const broken = [...verifyChain(checkpoints, document.community), ...verifyCovers(published)];
  if (broken.length > 0) return { faults: broken };
  const different = differences(document.checkpoints ?? [], checkpoints);
  if (different.length > 0) return { faults: different };
  const byCovers = compareWithListOfRecords(document, published);
  if (byCovers.faults.length > 0) return byCovers;
  const proof = document.proof;
  const reaches = proof !== undefined && checkpoints.some((checkpoint) => checkpoint.n === proof.checkpoint);
  if (!reaches) return byCovers.vouched === undefined ? withoutProof(document, published) : byCovers;
  const byProof = verifyProof(document, proof, checkpoints, 'reader');
  const further = (byProof.vouched?.checkpoint.n ?? 0) > (byCovers.vouched?.checkpoint.n ?? 0);
  return further || byProof.faults.length > 0 ? byProof : byCovers;
}
