#!/usr/bin/env node
// Runs the server's bundle, made anew whenever its sources have changed: see docs/adr/0007-bundled-server.md.
const oldest = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

function explain(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`);
  process.exit(1);
}

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  explain(
    `里仁需要 Node ${oldest.join('.')} 或更新的版本，这里是 ${process.versions.node}。请到 https://nodejs.org 安装。`,
    `Liren needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`,
  );
}

try {
  import.meta.resolve('esbuild');
} catch {
  explain(
    '还没有安装依赖。请在项目目录运行 npm start（会自动安装），或先运行 npm ci。',
    'Dependencies are not installed yet. Run npm start in the project folder (it installs them), or npm ci.',
  );
}
const { ensureServerBuilt } = await import('../scripts/install.mjs');
const built = ensureServerBuilt();
if (built === undefined) {
  // Nothing can be written here: the sources run as they are, with a compiler beside them in memory.
  (await import('tsx/esm/api')).register();
} else {
  // Errors name the lines of the sources.
  process.setSourceMapsEnabled(true);
}
const { main } = await import(built ?? '../server/src/cli/main.ts');
await main(process.argv);
