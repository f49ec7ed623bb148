import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { OpenedBody, OpeningBody } from '../api/bodies.ts';
import { postJson, refusalOf } from '../api/client.ts';
import { ActionForm } from '../matter/action-form.tsx';
import type { Answers, Draft } from '../matter/answers.ts';
import { newId } from '../matter/new-id.ts';

/** Opens a matter of any procedure by its own form. */
export function OpenForm({
  opening,
  title,
  initial = {},
  titles = {},
  draftKey,
  community,
  place,
  near,
  onOpened,
  onClose,
}: {
  opening: OpeningBody;
  /** Of the form, and on the button that sends it. */
  title: string;
  initial?: Draft;
  /** Of matters chosen beforehand, by id. */
  titles?: Readonly<Record<string, string>>;
  /** Under which the unfinished answers are kept. */
  draftKey: string;
  /** Where it belongs; the street's own community when left out. */
  community?: string | undefined;
  /** Within it, where it is opened for less than the whole. */
  place?: string | undefined;
  /** The community whose organs and places the form offers where none is named. */
  near?: string | undefined;
  onOpened: (opened: OpenedBody) => void;
  onClose: () => void;
}) {
  const commandId = useRef(newId());
  const open = useMutation({
    mutationFn: (input: Answers) =>
      postJson<OpenedBody>('/api/matters', {
        commandId: commandId.current,
        procedure: opening.procedure.id,
        channel: 'web',
        ...(community !== undefined && { community }),
        ...(place !== undefined && { place }),
        input,
      }),
    onSuccess: onOpened,
  });
  return (
    <ActionForm
      title={title}
      fields={opening.form}
      draftKey={draftKey}
      initial={initial}
      context={{ community: community ?? near ?? '', matterTitles: titles }}
      busy={open.isPending}
      refusal={open.error === null ? undefined : refusalOf(open.error)}
      onSend={(answers, forget) => open.mutate(answers, { onSuccess: forget })}
      onClose={onClose}
    />
  );
}
