const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const endSize = 22;
const entrySize = 46;
const mostCommentBytes = 65_535;

/**
 * What a ZIP file says it unfolds to, all entries together, from its directory alone: asked before anything is
 * unfolded. Undefined for what is no ZIP file (or one of more than 4 GB, which nobody needs here).
 */
export function unzippedBytes(zip: Buffer): number | undefined {
  const last = zip.length - endSize;
  for (let end = last; end >= Math.max(0, last - mostCommentBytes); end--) {
    if (zip.readUInt32LE(end) === endSign)
      return sumFrom(zip, zip.readUInt32LE(end + 16), zip.readUInt16LE(end + 10));
  }
  return undefined;
}

function sumFrom(zip: Buffer, start: number, entries: number): number | undefined {
  let at = start;
  let sum = 0;
  for (let i = 0; i < entries; i++) {
    if (at + entrySize > zip.length || zip.readUInt32LE(at) !== entrySign) return undefined;
    sum += zip.readUInt32LE(at + 24);
    at += entrySize + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return sum;
}
