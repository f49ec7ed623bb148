import { type PlatformError, platformError } from './platform-error.ts';
import { isCode } from './processes.ts';

/** Why a server could not listen, in words for the operator; undefined when it is none of the known reasons. */
export function explainListenFailure(error: unknown, host: string, port: number): PlatformError | undefined {
  if (isCode(error, 'EADDRINUSE')) return platformError('port-in-use', { port: String(port) });
  if (isCode(error, 'EACCES')) {
    return platformError('missing-right', {
      what: `普通用户不能监听 ${port} 端口`,
      remedy: '请用 PORT=8080，前面再放一个反向代理。',
      path: `port ${port}`,
    });
  }
  if (!isCode(error, 'EADDRNOTAVAIL') && !isCode(error, 'ENOTFOUND')) return undefined;
  return platformError('config-invalid', {
    variable: 'LIREN_HOST',
    problem: `本机没有地址 ${host}。`,
    problemEnglish: `this machine has no address ${host}.`,
  });
}
