/** Runs of seven digits or more, however they are grouped: telephone, identity and bank numbers. */
const numbers = /[+＋]?[0-9０-９](?:[\s\-－.．()（）]{0,2}[0-9０-９]){6,}[XxＸ]?/gu;
const mails = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gu;
const date = /^(?:19|20)\d\d[-.](?:0?[1-9]|1[0-2])[-.](?:0?[1-9]|[12]\d|3[01])(?: ?\d{1,2})?$/;

/** A text that its writer agreed to open, without what points straight at a person; dates stay. */
export const withoutPersonal = (text: string): string =>
  text.replaceAll(mails, '…').replaceAll(numbers, (found) => (date.test(found) ? found : '…'));
