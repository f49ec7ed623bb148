import { err, ok } from '../../basics/result.ts';
import { plainField, textField } from '../../engine/fields.ts';
import type { Action } from '../../engine/kind.ts';
import type { VoteConfig, VoteState } from './config.ts';

/** 提名: by the organiser, or by so many voters together as the procedure asks. In a run-off nobody is added. */
export const nominate: Action<VoteConfig, VoteState> = {
  name: 'nominate',
  title: '登记候选人',
  // Until notice is given somebody is waited for: without it an election without candidates waits for nobody.
  main: true,
  makes: 'nominated',
  by: ({ step, config }) =>
    config.question.kind === 'elect' && !config.question.runOff ? step.by : undefined,
  hindrance: ({ state }) => (state.announced === undefined ? undefined : { code: 'window-closed' }),
  fields: () => [
    plainField('name', '候选人', 'text', { most: 40 }),
    plainField('nominatedBy', '由谁提名', 'choice', {
      choices: [
        { value: 'organiser', title: '党组织或选举委员会' },
        { value: 'voters', title: '选民联名' },
      ],
    }),
    plainField('nominators', '联名的人数', 'number', { most: 100_000, required: false }),
    textField('from', '住在哪里（写到楼或者小组）', {
      type: 'text',
      most: 40,
      audience: 'public',
      required: false,
    }),
    textField('text', '候选人自我介绍', { most: 500, audience: 'public', required: false }),
    // Whoever is elected takes office under this number; nobody else reads it.
    plainField('phone', '候选人手机号（当选以后凭它上岗）', 'phone', {
      most: 20,
      sealed: true,
      audience: 'handlers',
      required: false,
    }),
  ],
  decide: ({ config, state }, { plain, sealed }) => {
    const { question } = config;
    const least = question.kind === 'elect' ? question.nominators : undefined;
    const count = Number(plain['nominators'] ?? 0);
    if (plain['nominatedBy'] === 'voters' && (least === undefined || count < least))
      return err({ code: 'too-few-nominators', about: 'nominators' });
    if (state.candidates.some(({ title }) => title === plain['name']))
      return err({ code: 'already-asked', about: 'name' });
    const id = `c${state.candidates.length + 1}`;
    return ok({ events: [{ type: 'nominated', data: { ...plain, id }, sealed }] });
  },
};
