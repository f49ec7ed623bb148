import { sha256Hex, sha256HexOfHashes, sha256HexOfPrefixed } from '../basics/hash.ts';

/*
 * The tree of RFC 6962 (Certificate Transparency), section 2.1: a leaf is hashed behind the byte 0 and a node behind
 * the byte 1, so that no node can pass for a leaf; a tree of n leaves splits at the largest power of two below n.
 */

export const leafHash = (text: string): string => sha256HexOfPrefixed(0, text);

const nodeHash = (left: string, right: string): string => sha256HexOfHashes(1, [left, right]);

/** Largest power of two that is smaller than `size`; `size` ≥ 2. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Root of the leaves [from, to). */
function rootOfRange(hashes: readonly string[], from: number, to: number): string {
  const size = to - from;
  if (size === 0) return sha256Hex('');
  if (size === 1) return hashes[from] ?? '';
  const middle = from + splitOf(size);
  return nodeHash(rootOfRange(hashes, from, middle), rootOfRange(hashes, middle, to));
}

/** `hashes` are leaf hashes in order. */
export const merkleRoot = (hashes: readonly string[]): string => rootOfRange(hashes, 0, hashes.length);

/** What must be added to the leaf at `index` to reach the root, nearest first (RFC 6962 2.1.1). */
export function merklePath(hashes: readonly string[], index: number): readonly string[] {
  if (!Number.isInteger(index) || index < 0 || index >= hashes.length) throw new Error(`no leaf ${index}`);
  const path: string[] = [];
  let from = 0;
  let to = hashes.length;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(rootOfRange(hashes, middle, to));
      to = middle;
    } else {
      path.push(rootOfRange(hashes, from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/** The root that the path leads to, or undefined when its length does not fit the tree (RFC 9162 2.1.3.2). */
export function findRootOfPath(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
): string | undefined {
  if (index < 0 || index >= size) return undefined;
  let [position, last, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (position % 2 === 1 || position === last) {
      root = nodeHash(sibling, root);
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2);
        last = Math.floor(last / 2);
      }
    } else root = nodeHash(root, sibling);
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : undefined;
}
