/** Signs that no text has a use for, and that neither XML nor the database can hold. Line breaks and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

export const withoutControls = (text: string): string => text.replaceAll(controls, '');
