/** '+8613812345678' → '138****5678'; other numbers keep their last four digits only. */
export function maskPhone(phone: string): string {
  const mobile = /^(?:\+86)?(1\d{2})\d{4}(\d{4})$/.exec(phone);
  if (mobile) return `${mobile[1]}****${mobile[2]}`;
  return `****${phone.replace(/\D/g, '').slice(-4)}`;
}

/** '王小明' → '王**', '王明' → '王*'; an empty name stays empty. Never more than two stars, which would tell the length. */
export function maskName(name: string): string {
  const [first, ...rest] = Array.from(name.trim());
  if (first === undefined) return '';
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 2));
}
