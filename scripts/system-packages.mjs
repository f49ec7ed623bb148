// What the browser tests need from the system: Chromium, and a font with Chinese characters.
import { spawnSync } from 'node:child_process';
import { say } from './install.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const answers = (command, args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
};

const hasBrowser = () =>
  process.platform !== 'linux' || browsers.some((name) => answers('/bin/sh', ['-c', `command -v ${name}`]));
const hasChineseFont = () => process.platform !== 'linux' || answers('fc-list', [':lang=zh', 'family']);

/** Installs what is missing through apt-get where that is possible; otherwise says what to install. True when all is there. */
export function ensureBrowser() {
  const missing = [
    ...(hasBrowser() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ];
  if (missing.length === 0) return true;
  say(`正在安装 ${missing.join('、')}…… / Installing ${missing.join(', ')} …`);
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-qq', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, rest, { stdio: 'inherit', env }).status === 0;
  };
  if (answers('/bin/sh', ['-c', 'command -v apt-get'])) {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...missing);
  }
  if (hasBrowser() && hasChineseFont()) return true;
  say(`没能自动安装。请用系统的软件包管理器安装 ${missing.join('、')}，再运行 npm test。`);
  say(
    `Could not install them. Install ${missing.join(', ')} with the system's package manager and run npm test again.`,
  );
  return false;
}
