import { createHash } from 'node:crypto';
import type { Instant, PersonId } from '@liren/core/basics/ids.ts';
import { type FileStore, photoKey, thumbnailKey } from '../adapters/files/file-store.ts';
import { loadSharp, type PreparedPhoto, photoMediaType, preparePhoto } from '../adapters/files/photo.ts';
import type { Queryable } from '../store/write-record.ts';
import { chanceOf } from './chance.ts';
import { inTurns } from './lay-street.ts';

const width = 640;
const height = 480;

/** A drawn street corner, plainly no photograph of any real place: sky, houses, ground and one thing in front. */
function scene(n: number): string {
  const chance = chanceOf(`scene/${n}`);
  const sky = chance.pick(['#dfe9ea', '#f2e9d8', '#d8e2ee', '#ece7e1']);
  const walls = ['#c9b79c', '#b7a58c', '#d6cbb8', '#a9b3ad', '#c4a68a'];
  const houses = Array.from({ length: 5 }, (_, i) => {
    const top = chance.between(90, 190);
    const panes = Array.from({ length: 6 }, (_, j) => {
      const [x, y] = [i * 130 + 18 + (j % 2) * 52, top + 26 + Math.floor(j / 2) * 58];
      return `<rect x="${x}" y="${y}" width="30" height="36" fill="#6f7f85" opacity=".75"/>`;
    });
    const wall = `<rect x="${i * 130}" y="${top}" width="124" height="${350 - top}" fill="${chance.pick(walls)}"/>`;
    return wall + panes.join('');
  });
  const x = chance.between(160, 420);
  const things = [
    `<rect x="${x}" y="300" width="70" height="90" rx="6" fill="#2c6e5f"/><rect x="${x - 5}" y="290" width="80" height="14" rx="5" fill="#1d4a40"/>`,
    `<ellipse cx="${x}" cy="410" rx="62" ry="20" fill="#5c6166"/><ellipse cx="${x}" cy="408" rx="50" ry="14" fill="#83898d"/>`,
    `<rect x="${x}" y="120" width="9" height="270" fill="#545b60"/><circle cx="${x + 4}" cy="116" r="17" fill="#e7c76a"/>`,
    `<rect x="${x}" y="230" width="16" height="160" fill="#7a5c3e"/><circle cx="${x + 8}" cy="205" r="66" fill="#5d8a5b"/>`,
    `<rect x="${x - 60}" y="330" width="150" height="46" rx="16" fill="#8b97a6"/><circle cx="${x - 28}" cy="380" r="17" fill="#333"/><circle cx="${x + 56}" cy="380" r="17" fill="#333"/>`,
    `<path d="M${x - 50} 400 l30 -60 l20 40 l26 -70 l44 90 z" fill="#8d8172"/>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${sky}"/>${houses.join('')}<rect y="350" width="${width}" height="130" fill="#b9b4a9"/><rect y="426" width="${width}" height="54" fill="#8f8d88"/>${chance.pick(things)}</svg>`;
}

const sceneCount = 18;

async function drawScenes(): Promise<readonly PreparedPhoto[]> {
  const sharp = await loadSharp();
  return Promise.all(
    Array.from({ length: sceneCount }, async (_, n) => {
      const drawn = await preparePhoto(
        await sharp(Buffer.from(scene(n)))
          .jpeg({ quality: 82 })
          .toBuffer(),
      );
      if (!drawn.ok) throw new Error(`a drawn scene is no photo: ${drawn.error}`);
      return drawn.value;
    }),
  );
}

export interface DemoPhotos {
  /** Makes the photo the person's own upload, ready to be attached; the same id twice is the same photo. */
  readonly add: (id: string, community: string, person: PersonId, at: Instant) => Promise<string>;
  /** Writes down the bytes of all that were added. */
  readonly keep: (store: FileStore) => Promise<void>;
}

export async function createDemoPhotos(client: Queryable): Promise<DemoPhotos> {
  const scenes = await drawScenes();
  const hashes = scenes.map(({ full }) => createHash('sha256').update(full).digest('hex'));
  const added = new Map<string, PreparedPhoto>();
  return {
    add: async (id, community, person, at) => {
      const n = Number.parseInt(id.slice(-6), 16) % sceneCount;
      const [photo, sha256] = [scenes[n], hashes[n]];
      if (photo === undefined || sha256 === undefined) throw new Error(`no scene ${n}`);
      added.set(id, photo);
      await client.query({
        name: 'demo-photo',
        text: `INSERT INTO file (community_id, id, matter_id, bytes, sha256, media_type, width_pixels, height_pixels,
                 uploaded_by, created_at)
               VALUES ($1, $2, NULL, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
        values: [
          community,
          id,
          photo.full.length,
          sha256,
          photoMediaType,
          photo.width,
          photo.height,
          person,
          at,
        ],
      });
      return sha256;
    },
    keep: async (store) => {
      await inTurns([...added], async ([id, { full, thumbnail }]) => {
        await store.put(photoKey(id), full, photoMediaType);
        await store.put(thumbnailKey(id), thumbnail, photoMediaType);
      });
    },
  };
}
