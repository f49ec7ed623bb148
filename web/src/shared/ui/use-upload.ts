import { useCallback, useEffect, useRef, useState } from 'react';
import { ownRefusal, type Refusal, readRefusal } from '../api/client.ts';

export interface UploadItem {
  /** Of this page; stays the same while the photo is on it. */
  readonly key: string;
  readonly name: string;
  /** An address of the picture on this device. */
  readonly preview: string;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** 0 to 100. */
  readonly percent: number;
  /** The server's id of the file, once it has arrived whole. */
  readonly fileId?: string;
  readonly refusal?: Refusal;
}

export interface Uploads {
  readonly items: readonly UploadItem[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  /** Go on with one that failed, from where it stopped. */
  readonly resume: (key: string) => void;
  readonly fileIds: readonly string[];
  /** Some photo is still on its way. */
  readonly busy: boolean;
  readonly clear: () => void;
}

interface Sending {
  readonly start: () => void;
  readonly abort: () => Promise<void>;
}

function refusalIn(text: string | undefined): Refusal {
  try {
    return readRefusal(JSON.parse(text ?? '')) ?? ownRefusal('no-answer');
  } catch {
    return ownRefusal('no-answer');
  }
}

type Change = (key: string, change: Partial<UploadItem>) => void;

/** The upload library is fetched only when the first photo is chosen. */
async function begin(key: string, file: File, community: string, change: Change): Promise<Sending> {
  const { Upload, DetailedError } = await import('tus-js-client');
  const upload = new Upload(file, {
    endpoint: '/api/uploads',
    retryDelays: [0, 1_000, 3_000, 8_000, 20_000],
    chunkSize: 1024 * 1024,
    removeFingerprintOnSuccess: true,
    metadata: { community, filename: file.name, filetype: file.type },
    onProgress: (sent, all) => change(key, { state: 'sending', percent: Math.floor((sent / all) * 100) }),
    onSuccess: () => {
      const fileId = upload.url?.split('/').at(-1)?.split('?')[0];
      change(key, fileId === undefined ? { state: 'failed' } : { state: 'done', percent: 100, fileId });
    },
    onError: (error) => {
      const said = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
      change(key, { state: 'failed', refusal: refusalIn(said) });
    },
  });
  // The same photo begun on an earlier visit goes on where it stopped.
  const [earlier] = await upload.findPreviousUploads();
  if (earlier !== undefined) upload.resumeFromPreviousUpload(earlier);
  return { start: () => upload.start(), abort: () => upload.abort() };
}

/** Photos on their way to the server; they go on by themselves after the network was away. */
export function useUpload({ community, most }: { community: string; most: number }): Uploads {
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const sendings = useRef(new Map<string, Sending>());
  const previews = useRef(new Set<string>());
  const change = useCallback<Change>((key, part) => {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...part } : item)));
  }, []);
  const add = useCallback(
    (files: readonly File[]) => {
      const fresh = files.slice(0, Math.max(0, most - items.length)).map((file) => {
        const preview = URL.createObjectURL(file);
        previews.current.add(preview);
        return {
          file,
          item: { key: preview, name: file.name, preview, state: 'waiting', percent: 0 } as const,
        };
      });
      setItems((all) => [...all, ...fresh.map(({ item }) => item)]);
      for (const { file, item } of fresh) {
        begin(item.key, file, community, change).then(
          (sending) => {
            sendings.current.set(item.key, sending);
            sending.start();
          },
          () => change(item.key, { state: 'failed', refusal: ownRefusal('no-answer') }),
        );
      }
    },
    [community, most, items.length, change],
  );
  const remove = useCallback((key: string) => {
    void sendings.current.get(key)?.abort();
    sendings.current.delete(key);
    URL.revokeObjectURL(key);
    setItems((all) => all.filter((item) => item.key !== key));
  }, []);
  const resume = useCallback(
    (key: string) => {
      change(key, { state: 'waiting' });
      sendings.current.get(key)?.start();
    },
    [change],
  );
  const clear = useCallback(() => setItems([]), []);
  useEffect(() => {
    const known = previews.current;
    return () => {
      for (const preview of known) URL.revokeObjectURL(preview);
    };
  }, []);
  return {
    items,
    add,
    remove,
    resume,
    clear,
    fileIds: items.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId])),
    busy: items.some(({ state }) => state === 'waiting' || state === 'sending'),
  };
}
