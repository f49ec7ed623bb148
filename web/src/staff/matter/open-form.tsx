import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { OpenForm as Form } from '../../shared/begin/open-form.tsx';
import { titled } from '../../shared/i18n/titles.ts';
import { useMe } from '../frame/use-me.ts';
import { hrefOf } from '../lists/matter-table.tsx';

type Props = Omit<ComponentProps<typeof Form>, 'title' | 'draftKey' | 'near' | 'onOpened'> & {
  draftKey?: string;
};

/** Opens a matter, and goes there. */
export function OpenForm({ opening, draftKey = `open.${opening.procedure.id}`, ...rest }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [, go] = useLocation();
  return (
    <Form
      {...rest}
      opening={opening}
      title={t('staff.topics.openNow', { title: titled(opening.procedure.title) })}
      draftKey={draftKey}
      near={me.communities[0]?.id}
      onOpened={(opened) => go(hrefOf(opened))}
    />
  );
}
