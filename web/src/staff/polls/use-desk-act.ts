import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { sayRefusal, wordsOf } from '../../shared/polls/sign.ts';
import { pollsKey, pollsPath } from '../../shared/polls/sources.ts';
import type { DeskOf } from './poll-desk.tsx';

interface DeskAct {
  readonly path: 'ballots' | 'revocations' | 'deliveries' | 'authorities' | 'authorities/undo' | 'papers';
  readonly body: object;
}

/** One act at the desk; a refusal is told in words. */
export function useDeskAct({ matter, poll }: DeskOf) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body }: DeskAct) =>
      postJson<{ reading?: string }>(`${pollsPath(matter.community, matter.id)}/${path}`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: pollsKey(matter.community, matter.id) }),
    onError: (error) => message.error(sayRefusal(refusalOf(error), wordsOf(poll), t)),
  });
}
