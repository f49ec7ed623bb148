#!/usr/bin/env node
// The sources are TypeScript and run as they are; tsx strips the types while Node loads them.
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

let tsx;
try {
  tsx = await import('tsx/esm/api');
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  explain(
    '还没有安装依赖。请在项目目录运行 npm start（会自动安装），或先运行 npm ci。',
    'Dependencies are not installed yet. Run npm start in the project folder (it installs them), or npm ci.',
  );
}
tsx.register();
const { main } = await import('../server/src/cli/main.ts');
await main(process.argv);
