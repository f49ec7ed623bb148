/** A figure stays with its unit, whatever the width: 还差 3 户 breaks nowhere but after a comma. */
export const unbroken = (sentence: string): string => sentence.replaceAll(' ', '\u00a0');
