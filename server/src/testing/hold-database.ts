// Run as a process of its own by tests that kill a Node which holds a database: starts one on the folder named by
// the argument, prints the database's process number, and stops it in order on SIGTERM.
import { unwrap } from '@liren/core/basics/result.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { silentLog } from '../platform/log.ts';

const server = unwrap(await startEmbeddedPostgres({ dataFolder: process.argv[2] ?? '', log: silentLog }));
process.stdout.write(`${server.pid()}\n`);
process.once('SIGTERM', () => void server.stop());
