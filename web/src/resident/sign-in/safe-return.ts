/** Where to go after signing in: a page of this site, whatever the address bar asked for. */
export function safeReturn(wish: string | null): string {
  return wish !== null && /^\/(?![/\\])/.test(wish) && !/[\\\n\r\t]/.test(wish) ? wish : '/';
}
