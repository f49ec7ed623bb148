import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OpenedBody, OpeningBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { ActionForm } from '../../shared/matter/action-form.tsx';
import type { Answers, Draft } from '../../shared/matter/answers.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { useMe } from '../frame/use-me.ts';
import { hrefOf } from '../lists/matter-table.tsx';

/** Opens a matter of any procedure by its own form, and goes there. */
export function OpenForm({
  opening,
  initial,
  titles = {},
  draftKey = `open.${opening.procedure.id}`,
  community,
  onClose,
}: {
  opening: OpeningBody;
  initial: Draft;
  /** Of matters chosen beforehand, by id. */
  titles?: Readonly<Record<string, string>>;
  /** Under which the unfinished answers are kept. */
  draftKey?: string;
  /** Where it belongs; the street's own community when left out. */
  community?: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const [, go] = useLocation();
  const commandId = useRef(newId());
  const open = useMutation({
    mutationFn: (input: Answers) =>
      postJson<OpenedBody>('/api/matters', {
        commandId: commandId.current,
        procedure: opening.procedure.id,
        channel: 'web',
        ...(community !== undefined && { community }),
        input,
      }),
    onSuccess: (opened) => go(hrefOf(opened)),
  });
  return (
    <ActionForm
      title={t('staff.topics.openNow', { title: titled(opening.procedure.title) })}
      fields={opening.form}
      draftKey={draftKey}
      initial={initial}
      context={{ community: community ?? me.communities[0]?.id ?? '', matterTitles: titles }}
      busy={open.isPending}
      refusal={open.error === null ? undefined : refusalOf(open.error)}
      onSend={(answers, forget) => open.mutate(answers, { onSuccess: forget })}
      onClose={onClose}
    />
  );
}
