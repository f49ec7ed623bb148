/** One thing wrong with a data file, told so that the person who wrote it can mend it. */
export interface Problem {
  readonly file: string;
  /** Where in the file, names joined by dots: `steps.handle.limit`. Empty for the file as a whole. */
  readonly path: string;
  readonly reason: string;
  /** What to write instead. */
  readonly help?: string;
  /** The article that asks for it: '城市居民委员会组织法 34 (URB-9)'. */
  readonly law?: string;
}

/** Edits between two words, up to `most`; more counts as `most + 1`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = (before[j - 1] ?? 0) + same;
      row.push(Math.min(swap, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? most + 1;
}

/** The known name that a misspelt one most likely meant; undefined when nothing is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const most = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  const near = [...known]
    .map((each) => ({ each, far: distance(name, each, most) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || (a.each < b.each ? -1 : 1));
  return near[0]?.each;
}

/** “是不是 X？” or the list of what may stand there. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const all = [...known];
  const near = nearest(name, all);
  if (near !== undefined) return `是不是想写 ${near}？`;
  return all.length === 0 ? '这里没有可以写的名称' : `可以写的有：${all.join('、')}`;
}

const heading = ({ path }: Problem): string => {
  if (path === '') return '';
  const [top, step, ...rest] = path.split('.');
  const where = top === 'steps' && step !== undefined ? [`环节 ${step}`, ...rest] : path.split('.');
  return `${where.join(' › ')}：`;
};

/** The problems of one or more files as a compiler would print them: file, place, reason, help and article. */
export function problemsText(problems: readonly Problem[]): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  return files
    .map((file) => {
      const own = problems.filter((problem) => problem.file === file);
      const lines = own.flatMap((problem) => [
        `  ${heading(problem)}${problem.reason}`,
        ...(problem.help === undefined ? [] : [`    ${problem.help}`]),
        ...(problem.law === undefined ? [] : [`    依据：${problem.law}`]),
      ]);
      return [file, ...lines].join('\n');
    })
    .join('\n');
}
