import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountedBody, PollBody } from '../api/bodies.ts';
import { getJson, refusalOf } from '../api/client.ts';
import { asTitle, titled } from '../i18n/titles.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { wordsOf } from './sign.ts';

type Options = readonly { readonly id: string; readonly title: string }[];

/** 凭回执找票: the list is fetched whole, and looked through here, so that nobody learns which ballot somebody asks for. */
export function FindReceipt({ poll, path, options }: { poll: PollBody; path: string; options: Options }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const look = useMutation({
    mutationFn: async (wanted: string) => {
      const { ballots } = await getJson<CountedBody>(path);
      return ballots.find((ballot) => ballot.code === wanted)?.choice ?? null;
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') look.mutate(code.trim().toLowerCase());
  };
  const said = (choice: readonly string[]): string =>
    options
      .filter(({ id }) => choice.includes(id))
      .map(({ title }) => titled(asTitle(title)))
      .join(t('matter.comma'));
  return (
    <form className="find-receipt lr-no-print" onSubmit={submit}>
      <TextField
        label={t('polls.findReceipt', wordsOf(poll))}
        autoComplete="off"
        most={40}
        value={code}
        onChange={setCode}
      />
      <Button type="submit" busy={look.isPending}>
        {t('polls.find')}
      </Button>
      {look.error !== null && <ErrorNotice refusal={refusalOf(look.error)} />}
      {look.data !== undefined && (
        <p role="status">
          {look.data === null
            ? t('polls.notFound', wordsOf(poll))
            : t('polls.found', {
                choice: said(look.data) === '' ? t('polls.nothingValid') : said(look.data),
              })}
        </p>
      )}
    </form>
  );
}
