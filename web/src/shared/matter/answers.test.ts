import { expect, test } from 'vitest';
import type { FieldBody } from '../api/bodies.ts';
import { asTitle } from '../i18n/titles.ts';
import { answersOf, missing } from './answers.ts';

const field = (name: string, required: boolean): FieldBody => ({
  name,
  title: asTitle(name),
  type: 'text',
  required,
  sealed: false,
  audience: 'public',
  most: 100,
});

test('a required field counts as missing while it holds only blanks', () => {
  const fields = [field('a', true), field('b', true), field('c', false), field('d', true)];
  expect(missing(fields, { a: '  ', b: 'x', d: [] })).toEqual(['a', 'd']);
});

test('no is an answer', () => {
  expect(missing([field('granted', true)], { granted: false })).toEqual([]);
  expect(answersOf([field('granted', true)], { granted: false })).toEqual({ granted: false });
});

test('only what was asked and answered is sent', () => {
  const fields = [field('a', true), field('b', false), field('place', false)];
  expect(answersOf(fields, { a: '1', b: '', place: { address: '' }, left: 'from before' })).toEqual({
    a: '1',
  });
});
