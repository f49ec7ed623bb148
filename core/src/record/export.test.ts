import { describe, expect, it } from 'vitest';
import { communityId, type Instant, matterId } from '../basics/ids.ts';
import { makeCheckpoint } from './checkpoint.ts';
import type { RecordDocument } from './document.ts';
import { chain, genesis } from './event.ts';
import {
  club,
  copyOf,
  documentOf,
  hour,
  leafOf,
  openingOf,
  otherLeaves,
  publishedWith,
  recordOf,
  sealedOf,
} from './example-record.ts';
import { verifyDocument } from './export.ts';
import { describeFault, faultCodes } from './fault.ts';

const phone = '13800000000';
const events = recordOf([
  {
    type: 'opened',
    data: { bed: 1 },
    sealed: { phone: sealedOf('phone', phone), story: sealedOf('story', '没水') },
  },
  { type: 'answered', step: 'answer', data: {} },
  { type: 'ended', data: {}, sealed: { note: sealedOf('note', '已修好') } },
]);
const openings = { '1': { phone: openingOf('phone', phone) } };
const document = documentOf(events, { openings });
const { list, covering, proof, checkpoints, leaves } = publishedWith(events, 4);

const raise = (): never => {
  throw new Error('no such event');
};

const faultsOf = (given: unknown, published?: unknown) => {
  const result = verifyDocument(given, published);
  return result.ok ? [] : result.error;
};

describe('a whole file', () => {
  it('is summed up, with what was checked and what was not', () => {
    const result = verifyDocument(copyOf(document));
    if (!result.ok) throw new Error('verifies');
    const { checked, notChecked, ...summary } = result.value;
    expect(summary).toEqual({
      community: club,
      matter: document.matter,
      procedure: 'water-the-beds',
      procedureVersion: 'v1',
      length: 3,
      head: events[2]?.hash,
      firstAt: hour(0),
      lastAt: hour(2),
      sealed: { opened: 1, closed: 2 },
    });
    expect(checked.map(({ zh }) => zh)[0]).toMatch(/^全部 3 条记录首尾相接/);
    expect(checked.map(({ en }) => en)[2]).toMatch(/^The 1 sealed values/);
    expect(notChecked.map(({ zh }) => zh)[0]).toMatch(/末尾有没有被截掉.*没有查/);
    expect(notChecked.map(({ zh }) => zh)[1]).toMatch(/另有 2 项封存内容/);
  });

  it('says whose checkpoint vouches for it, and up to where', () => {
    const withProof = { ...document, proof, checkpoints };
    const own = verifyDocument(withProof);
    const readers = verifyDocument(withProof, list);
    expect(own.ok && own.value.vouched).toMatchObject({ from: 'file', seq: 3 });
    expect(readers.ok && readers.value.vouched).toMatchObject({
      from: 'reader',
      seq: 3,
      checkpoint: { n: 2 },
    });
    const said = (result: typeof own) =>
      result.ok ? result.value.notChecked.map(({ zh }) => zh).join() : '';
    expect(said(own)).toContain(`指纹是 ${checkpoints[1]?.hash}`);
    expect(said(readers)).not.toContain('没有查');
  });

  it('that grew after the checkpoint is vouched for up to there', () => {
    const longer = recordOf(
      [...copyOf(events), { type: 'reopened', data: {} }].map(({ type, data }) => ({ type, data })),
    );
    const { covering: earlier } = publishedWith(longer.slice(0, 2), 3);
    const result = verifyDocument(documentOf(longer), earlier);
    expect(result.ok && result.value.vouched?.seq).toBe(2);
  });

  it('of a record that began after the last checkpoint stands alone, and says so', () => {
    const before = makeCheckpoint(undefined, { community: club, at: hour(-1), leaves: otherLeaves(2) });
    const early = { ...list, checkpoints: [before] };
    const result = verifyDocument(document, early);
    expect(result.ok && result.value.notChecked[0]?.zh).toMatch(/最后一个检查点之后才开始/);
    const covered = { ...early, covers: { checkpoint: 1, leaves: otherLeaves(2) } };
    expect(verifyDocument(document, covered).ok).toBe(true);
  });
});

describe('a head that says something else than the first event', () => {
  it.each(['community', 'matter', 'procedure', 'procedureVersion', 'charter'] as const)('%s', (name) => {
    expect(faultsOf({ ...document, [name]: 'other' })).toEqual([{ code: 'header-differs', where: name }]);
  });
});

describe('a first event whose data names another matter than the event itself', () => {
  it('matter', () => {
    const other = matterId('other');
    const { prev: _prev, hash: _hash, ...first } = events[0] ?? raise();
    const forged = chain(genesis(other), { ...first, matter: other });
    expect(faultsOf(documentOf([forged]))).toEqual([{ code: 'header-differs', where: 'matter' }]);
  });
});

describe('sealed values that are disclosed', () => {
  it.each<[string, RecordDocument['openings'], object]>([
    [
      'another value',
      { '1': { phone: openingOf('phone', '139') } },
      { code: 'opening-differs', seq: 1, where: 'phone' },
    ],
    [
      'another salt',
      { '1': { phone: openingOf('story', phone) } },
      { code: 'opening-differs', seq: 1, where: 'phone' },
    ],
    [
      'under another name',
      { '1': { name: openingOf('phone', phone) } },
      { code: 'opening-unknown', seq: 1, where: 'name' },
    ],
    [
      'of an event that seals nothing',
      { '2': { phone: openingOf('phone', phone) } },
      { code: 'opening-unknown', seq: 2, where: 'phone' },
    ],
    [
      'of no event',
      { '9': { phone: openingOf('phone', phone) } },
      { code: 'opening-unknown', seq: 9, where: 'phone' },
    ],
  ])('%s', (_, given, fault) => {
    expect(faultsOf(documentOf(events, { openings: given ?? {} }))).toEqual([fault]);
  });
});

describe('a file of another shape', () => {
  it.each<[string, unknown, string]>([
    ['no object', [], '/'],
    ['another format', { ...document, format: 'liren-record/2' }, '/format'],
    ['without events', { ...document, events: undefined }, '/events'],
    ['with a statement that nobody checks', { ...document, verified: true }, '/verified'],
    ['a number as text', { ...document, events: [{ ...events[0], seq: '1' }] }, '/events/0/seq'],
    [
      'a member that events do not have',
      { ...document, events: [{ ...events[0], note: 'x' }] },
      '/events/0/note',
    ],
    [
      'a hash in capitals',
      { ...document, events: [{ ...events[0], hash: events[0]?.hash.toUpperCase() }] },
      '/events/0/hash',
    ],
    ['a number of an event that is none', { ...document, openings: { '01': {} } }, '/openings/01'],
    ['half a character', { ...document, charter: '\ud83d' }, '/charter'],
    ['too many events', { ...document, events: Array.from({ length: 20_001 }, () => events[0]) }, '/events'],
    [
      'too long a path',
      { ...document, proof: { ...proof, siblings: Array(65).fill(events[0]?.hash) } },
      '/proof/siblings',
    ],
  ])('%s', (_, given, where) => {
    expect(faultsOf(given)).toEqual([{ code: 'malformed', where }]);
  });

  it('a list of checkpoints that is none', () => {
    expect(faultsOf(document, { ...list, format: 'x' })).toEqual([
      { code: 'malformed', where: 'checkpoints/format' },
    ]);
  });
});

describe('checkpoints that do not fit', () => {
  const codes = (given: RecordDocument, published?: unknown) =>
    faultsOf(given, published).map((fault) => fault.code);

  it('of another community', () => {
    const foreign = makeCheckpoint(undefined, { community: communityId('x'), at: hour(9), leaves: [] });
    expect(codes(document, { ...list, checkpoints: [foreign] })).toEqual(['checkpoint-foreign']);
    expect(codes({ ...document, checkpoints: [foreign] })).toEqual(['checkpoint-foreign']);
  });

  it('a list of records that lacks one, has one twice, or another head', () => {
    const wrong = [
      leaves.slice(1),
      [...leaves.slice(1), ...leaves.slice(1, 2)],
      [...leaves.slice(1), { ...leafOf(events), matter: matterId('x') }],
    ];
    for (const given of wrong) {
      expect(codes(document, { ...list, covers: { checkpoint: 2, leaves: given } })).toEqual([
        'leaves-differ',
      ]);
    }
  });

  it('a record that was not there when it should have been', () => {
    const without = makeCheckpoint(undefined, { community: club, at: hour(9), leaves: otherLeaves(2) });
    const covers = { checkpoint: 1, leaves: otherLeaves(2) };
    expect(codes(document, { ...list, checkpoints: [without], covers })).toEqual(['not-in-checkpoint']);
  });

  it('but not one that was being written when the checkpoint was made', () => {
    for (const [minutes, fault] of [
      [9, []],
      [11, ['proof-missing']],
    ] as const) {
      const at = hour(minutes / 60);
      const just = makeCheckpoint(undefined, { community: club, at, leaves: otherLeaves(2) });
      expect(codes({ ...document, checkpoints: [just] })).toEqual(fault);
      expect(codes(document, { ...list, checkpoints: [just] })).toEqual(fault);
    }
  });

  it('a proof of another record, of an unknown checkpoint, or of an old one', () => {
    const foreignLeaf = leaves[0] ?? leafOf(events);
    const single = makeCheckpoint(undefined, { community: club, at: hour(9), leaves: [foreignLeaf] });
    const other = { checkpoint: 1, leaf: foreignLeaf, index: 0, siblings: [] };
    expect(codes({ ...document, checkpoints: [single], proof: other })).toEqual(['foreign-matter']);
    expect(codes({ ...document, proof })).toEqual(['proof-missing']);
    const third = makeCheckpoint(checkpoints[1], { community: club, at: hour(600), leaves });
    const more = [...checkpoints, third];
    expect(codes({ ...document, proof, checkpoints: more })).toEqual(['proof-outdated']);
    const earlier = { ...document, proof, checkpoints: more, exportedAt: hour(550) satisfies Instant };
    expect(codes(earlier)).toEqual([]);
  });

  it('none in a file that leaves out its proof', () => {
    expect(codes({ ...document, checkpoints })).toEqual(['proof-missing']);
    expect(codes(document, list)).toEqual(['proof-missing']);
    expect(codes(document, covering)).toEqual([]);
  });
});

describe('every fault', () => {
  it.each(faultCodes)('%s is explained in both languages, with its place', (code) => {
    const { zh, en } = describeFault({ code, seq: 7 });
    expect(zh).toMatch(/^第 7 条：.+。$/);
    expect(en).toMatch(/^Event 7: .+\.$/);
  });

  it('says where in the file, and which sealed value', () => {
    expect(describeFault({ code: 'malformed', where: '/events' }).zh).toMatch(/^\/events：/);
    expect(describeFault({ code: 'opening-differs', seq: 2, where: 'phone' }).zh).toMatch(/^第 2 条 phone：/);
    expect(describeFault({ code: 'proof-wrong', checkpoint: 3 }).zh).toMatch(/^检查点 3：/);
    expect(describeFault({ code: 'empty' }).zh).toBe('案卷里没有任何记录。');
  });
});
