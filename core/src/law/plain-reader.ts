import { type CivilDate, civilDate } from '../basics/ids.ts';
import { isCivilDate } from '../calendar/civil-date.ts';
import { isRecord } from '../checker/plain.ts';
import type { Problem } from '../checker/problem.ts';

const seen = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/**
 * Reads a plain value (what a YAML or JSON file became) field by field and collects every problem instead of
 * stopping at the first. A reading that fails returns a harmless stand-in: use the outcome only if no problem came up.
 */
export class PlainReader {
  readonly file: string;
  readonly path: string;
  readonly problems: Problem[];
  readonly #value: unknown;

  constructor(file: string, value: unknown, path = '', problems: Problem[] = []) {
    this.file = file;
    this.path = path;
    this.problems = problems;
    this.#value = value;
  }

  report(reason: string): void {
    this.problems.push({ file: this.file, path: this.path, reason });
  }

  get present(): boolean {
    return this.#value !== undefined;
  }

  /** Refuses fields outside `known`: most of them are misspellings that would otherwise be ignored in silence. */
  onlyFields(known: readonly string[]): void {
    for (const name of this.fieldNames()) {
      if (!known.includes(name)) this.field(name).report(`不认识这个字段，可以写的是：${known.join('、')}`);
    }
  }

  fieldNames(): readonly string[] {
    if (isRecord(this.#value)) return Object.keys(this.#value);
    if (this.present) this.report(`应当是若干“名称: 内容”，实际是 ${seen(this.#value)}`);
    return [];
  }

  field(name: string): PlainReader {
    const value = isRecord(this.#value) ? this.#value[name] : undefined;
    const path = this.path === '' ? name : `${this.path}.${name}`;
    return new PlainReader(this.file, value, path, this.problems);
  }

  items(): readonly PlainReader[] {
    if (!Array.isArray(this.#value)) {
      this.report(this.present ? `应当是列表，实际是 ${seen(this.#value)}` : '缺少这一项，应当是列表');
      return [];
    }
    return this.#value.map((item, n) => new PlainReader(this.file, item, `${this.path}.${n}`, this.problems));
  }

  text(): string {
    if (typeof this.#value === 'string' && this.#value.trim() !== '') return this.#value;
    this.report(this.present ? `应当是文字，实际是 ${seen(this.#value)}` : '缺少这一项');
    return '';
  }

  /** Text of the given shape; `shape` says it in words for the message. */
  matching(pattern: RegExp, shape: string): string {
    const text = this.text();
    if (text !== '' && !pattern.test(text)) this.report(`${seen(text)} 不是${shape}`);
    return text;
  }

  oneOf<T extends string>(choices: readonly [T, ...T[]]): T {
    const found = choices.find((choice) => choice === this.#value);
    if (found === undefined) {
      this.report(this.present ? `${seen(this.#value)} 不在可选范围内：${choices.join('、')}` : '缺少这一项');
    }
    return found ?? choices[0];
  }

  flag(): boolean {
    if (typeof this.#value === 'boolean') return this.#value;
    this.report(this.present ? `应当是 true 或 false，实际是 ${seen(this.#value)}` : '缺少这一项');
    return false;
  }

  /** A whole number of at least `least`. */
  whole(least = 0): number {
    if (Number.isSafeInteger(this.#value) && Number(this.#value) >= least) return Number(this.#value);
    this.report(this.present ? `应当是不小于 ${least} 的整数，实际是 ${seen(this.#value)}` : '缺少这一项');
    return least;
  }

  date(): CivilDate {
    if (typeof this.#value === 'string' && isCivilDate(this.#value)) return civilDate(this.#value);
    this.report(
      this.present ? `应当是存在的日期，写作 2026-01-01，实际是 ${seen(this.#value)}` : '缺少这一项',
    );
    return civilDate('1949-10-01');
  }

  texts(): readonly string[] {
    return this.items().map((item) => item.text());
  }
}
