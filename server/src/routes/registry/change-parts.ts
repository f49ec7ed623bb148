import { civilDate } from '@liren/core/basics/ids.ts';
import { isCivilDate } from '@liren/core/calendar/calendar.ts';
import { z } from 'zod';
import { sources } from '../../usecases/change-resident.ts';

export const Day = z
  .string()
  .max(10)
  .refine(isCivilDate)
  .transform(civilDate)
  .meta({ description: 'YYYY-MM-DD, not in the future' });
export const Source = z.enum(sources).describe('From whom the office knows it');
export const Version = z.number().int().min(0).describe('Of the resident as it was read');
export const Reason = z.string().trim().min(2).max(200);
