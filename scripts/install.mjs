// What both `npm start` and `npm test` need before any of our code can be loaded: no dependencies here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Runs a program with our terminal; true when it ended well. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options }).status === 0;
}

/** `npm ci` when what is installed is not what the lockfile says. */
export function ensureInstalled() {
  if (isInstalled()) return;
  say('正在安装依赖（只在第一次和更新之后）…… / Installing dependencies …');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // `npm ci` wants every package of every platform at the registry; some mirrors hold only their own.
  if (!run('npm', ['ci', ...quiet]) && !run('npm', ['install', '--no-save', ...quiet])) {
    say('依赖没有装上。请检查网络或 npm 镜像（npm config set registry …），再试一次。');
    say('Installing failed. Check the network or the npm registry, then try again.');
    process.exit(1);
  }
}

/** npm lists what it put into node_modules; times of files say nothing after a checkout or a copy. */
function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const packagesOf = (file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages);
  const installed = new Map(packagesOf(installedFile));
  return packagesOf(join(root, 'package-lock.json')).every(
    ([path, wanted]) =>
      path === '' || wanted.optional || wanted.link || installed.get(path)?.version === wanted.version,
  );
}

export const serverSources = ['core/src', 'server/src', 'scripts/bundle.mjs', 'package-lock.json'];

/** The server as JavaScript, made when its sources changed; see `ensureBundle`. */
export const ensureServerBuilt = () => ensureBundle('server/src/cli/main.ts', serverSources, 'server/dist');

/**
 * The address of the bundle of `entry`, in a folder named by the state of `sources`; undefined where none could be
 * made: in a folder that this account may not write.
 */
export function ensureBundle(entry, sources, into) {
  const folder = `${into}/${hashOf(sources).slice(0, 16)}`;
  const built = join(root, folder, 'main.js');
  if (existsSync(built)) return pathToFileURL(built).href;
  run(process.execPath, ['scripts/bundle.mjs', entry, folder], { shell: false });
  return existsSync(built) ? pathToFileURL(built).href : undefined;
}

const webSources = ['web', 'core/src', 'charters', 'package-lock.json'];
const stampFile = join(root, 'web/dist/.sources');

/** Builds the pages when they are missing or their sources changed; false when that failed. */
export function ensureWebBuilt() {
  const stamp = hashOf(webSources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  say('正在生成网页…… / Building the pages …');
  const built = run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
  });
  if (built) writeFileSync(stampFile, stamp);
  return built;
}

/** A hash of names and contents: copies and checkouts change times, not contents. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesUnder(path)) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !['node_modules', 'dist'].includes(name) && !name.includes('.test.'))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
