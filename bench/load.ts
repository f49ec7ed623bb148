import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const isInstalled = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

export interface Load {
  readonly requestsPerSecond: number;
  /** Answers other than 2xx. */
  readonly refused: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** What the generator itself used. */
  readonly generatorCpuMicrosecondsEach: number;
}
export interface LoadPlan {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Paths, of which each request takes one at random. */
  readonly paths: readonly string[];
  /** Body with COMMAND where a fresh command id stands. */
  readonly body: string;
}

const long = (text: string): string => `[==[${text}]==]`;

/** A wrk script: random path, fresh UUID in every body, one seed for each thread. */
const script = ({ headers, paths, body }: LoadPlan): string => `
local paths = { ${paths.map(long).join(', ')} }
local before, after = ${body.split('COMMAND').map(long).join(', ')}
local threads = 0
function setup(thread) thread:set('number', threads); threads = threads + 1 end
function init()
  math.randomseed(os.time() * 1000 + number * 7919 + ${Math.floor(Math.random() * 1e6)})
end
wrk.method = 'POST'
${Object.entries(headers)
  .map(([name, value]) => `wrk.headers[ ${long(name)} ] = ${long(value)}`)
  .join('\n')}
local random, format = math.random, string.format
function request()
  local id = format('%04x%04x-%04x-4%03x-8%03x-%04x%04x%04x', random(0, 65535), random(0, 65535),
    random(0, 65535), random(0, 4095), random(0, 4095), random(0, 65535), random(0, 65535), random(0, 65535))
  return wrk.format(nil, paths[random(#paths)], nil, before .. id .. after)
end
`;

const run = promisify(execFile);

/** Loads a server with wrk and reads what it and \`times\` of its shell report. */
export async function loadWith(plan: LoadPlan): Promise<Load> {
  const folder = await mkdtemp(join(tmpdir(), 'liren-wrk-'));
  try {
    const file = join(folder, 'load.lua');
    await writeFile(file, script(plan));
    const command = `wrk -t1 -c${plan.connections} -d${plan.seconds}s --latency -s "$0" "$1"; times`;
    const { stdout, stderr } = await run('sh', ['-c', command, file, `http://127.0.0.1:${plan.port}`]);
    // wrk goes on without a script that it could not read.
    if (stderr !== '') throw new Error(`wrk: ${stderr}`);
    return read(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const milliseconds = (text: string | undefined): number => {
  const [, value = 'NaN', unit = ''] = /^([\d.]+)(us|ms|s)$/.exec(text ?? '') ?? [];
  return Number(value) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? Number.NaN);
};

function read(output: string): Load {
  const found = (pattern: RegExp): string | undefined => pattern.exec(output)?.[1];
  const requests = Number(found(/(\d+) requests in/));
  // The last line of `times`: user and system time of children, as 0m1.234s.
  const used = [...(output.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  const seconds = used.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0);
  return {
    requestsPerSecond: Number(found(/Requests\/sec:\s+([\d.]+)/)),
    refused: Number(found(/Non-2xx or 3xx responses: (\d+)/) ?? 0),
    p50Milliseconds: milliseconds(found(/^\s+50%\s+(\S+)/m)),
    p99Milliseconds: milliseconds(found(/^\s+99%\s+(\S+)/m)),
    generatorCpuMicrosecondsEach: (seconds * 1e6) / requests,
  };
}
