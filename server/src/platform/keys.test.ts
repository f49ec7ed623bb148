import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKeys } from './keys.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liren-keys-'));
  file = join(folder, 'master.key');
});
afterEach(() => rm(folder, { recursive: true }));

const load = async () => unwrap(await loadKeys(file, undefined, 'make'));

describe('loadKeys', () => {
  it('makes a key that only its owner reads, and finds it again', async () => {
    const first = await load();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await load()).toEqual(first);
    expect(first.authSecret).toMatch(/^[0-9a-f]{64}$/);
  });

  it('agrees when several servers start at once on an empty folder', async () => {
    const keys = await Promise.all([load(), load(), load()]);
    expect(new Set(keys.map((one) => one.fingerprint)).size).toBe(1);
  });

  it('derives secrets that differ for each purpose and show nothing of the master key', async () => {
    const keys = await load();
    const secrets = [
      keys.sealing[0]?.key ?? [],
      keys.blindIndex,
      keys.handle,
      Buffer.from(keys.authSecret, 'hex'),
    ];
    const texts = secrets.map((secret) => Buffer.from(secret).toString('base64url'));
    expect(new Set(texts).size).toBe(4);
    const master = await readFile(file, 'utf8');
    for (const text of texts) expect(master).not.toContain(text);
  });

  it('prefers LIREN_KEY', async () => {
    await load();
    const fromFile = await readFile(file, 'utf8');
    const elsewhere = unwrap(await loadKeys(join(folder, 'none'), fromFile, 'refuse'));
    expect(elsewhere).toEqual(await load());
  });

  it('seals under a key added in front, and keeps the other secrets', async () => {
    const before = await load();
    const old = await readFile(file, 'utf8');
    await writeFile(file, `k2:${Buffer.alloc(32, 7).toString('base64url')}\n${old}`);
    const after = await load();
    expect(after.sealing.map((key) => key.id)).toEqual(['k2', 'k1']);
    expect(after.sealing[1]).toEqual(before.sealing[0]);
    expect({ ...after, sealing: [] }).toEqual({ ...before, sealing: [] });
  });

  it('never replaces a lost or damaged key', async () => {
    expect(await loadKeys(file, undefined, 'refuse')).toMatchObject({ error: { code: 'key-unreadable' } });
    for (const damaged of ['', 'k1:short', `k1:${'A'.repeat(43)}\nk1:${'B'.repeat(43)}`]) {
      await writeFile(file, damaged);
      expect(await loadKeys(file, undefined, 'make')).toMatchObject({ error: { code: 'key-unreadable' } });
    }
  });
});
