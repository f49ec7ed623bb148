import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/ui/due-text.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { Empty } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { dueOrganisations, isOrganisationFound, organisationsOf } from '../book/inspections.ts';
import { useBook, useDay } from '../book/use-book.ts';
import { OrganisationRows } from '../parts/organisation-rows.tsx';

/** 单位: all that one inspects, what is still owed first. */
export function OrganisationsPage() {
  const { t } = useTranslation();
  const now = useNow();
  const day = useDay();
  const { box } = useBook();
  const [word, setWord] = useState('');
  const due = dueOrganisations(day, box, now).filter((each) => isOrganisationFound(each, word));
  const isDue = new Set(due.map(({ id }) => id));
  const rest = organisationsOf(day).filter((each) => !isDue.has(each.id) && isOrganisationFound(each, word));
  return (
    <Page title={t('grid.check.all')} back={{ to: '/', title: t('grid.nav.today') }}>
      <TextField label={t('grid.check.find')} most={50} value={word} onChange={setWord} />
      {due.length + rest.length === 0 && (
        <Empty title={t('grid.check.none')}>{t('grid.check.noneText')}</Empty>
      )}
      {due.length > 0 && (
        <Part title={t('grid.check.title', { count: due.length })}>
          <OrganisationRows organisations={due} />
        </Part>
      )}
      {rest.length > 0 && (
        <Part title={t('grid.check.rest', { count: rest.length })}>
          <OrganisationRows organisations={rest} />
        </Part>
      )}
    </Page>
  );
}
