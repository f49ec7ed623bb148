/** Only addresses of our own staff pages and of the phone app: a sign-in never leads elsewhere. */
export function whereTo(): string {
  const to = new URLSearchParams(location.search).get('to');
  if (to === '/grid') return to;
  return to?.startsWith('/staff/') === true && !to.startsWith('/staff/sign-in') ? to : '/staff/';
}
