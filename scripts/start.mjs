// npm start: from a machine with only Node to the open product.
import { ensureInstalled, ensureWebBuilt, say } from './install.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  say(`里仁需要 Node 20.19 或更新的版本，这里是 ${process.versions.node}。请到 https://nodejs.org 安装。`);
  say(`Liren needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

ensureInstalled();
if (!ensureWebBuilt()) {
  say('网页没有生成，原因见上。 / The pages could not be built; the reason stands above.');
  process.exit(1);
}

// In this very process: Ctrl-C and signals reach the server itself.
const demo = process.env.LIREN_MODE === 'production' ? [] : ['--demo'];
process.argv = [process.argv[0], process.argv[1], 'start', ...demo, ...process.argv.slice(2)];
await import('../bin/liren.mjs');
