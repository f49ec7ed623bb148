/** Each once, in the order in which they first stand; alike is what is written alike as JSON. */
export const distinct = <T>(all: readonly T[]): T[] => [
  ...new Map(all.map((each) => [JSON.stringify(each), each])).values(),
];
