import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What the holder sets out for people to vote on. */
export function SeedForm({ onSend }: { onSend: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const send = () => {
    if (text.trim() === '') return;
    onSend(text.trim());
    setText('');
  };
  return (
    <div className="talk-desk-seed">
      <label htmlFor="talk-seed">{t('talk.desk.seed')}</label>
      <p className="talk-desk-none">{t('talk.desk.seedHint')}</p>
      <span>
        <Input
          id="talk-seed"
          maxLength={140}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={send}
        />
        <Button disabled={text.trim() === ''} onClick={send}>
          {t('talk.desk.add')}
        </Button>
      </span>
    </div>
  );
}
