import { type DragEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { useOnline } from '../../shared/ui/use-online.ts';
import { RecountView } from '../../shared/verify/recount-view.tsx';
import { VerdictView } from '../../shared/verify/verdict-view.tsx';
import { type Verdict, verdictOf } from '../../shared/verify/verify.ts';
import { readJsonFile } from '../read-file.ts';
import '../public.css';

interface Chosen {
  readonly name: string;
  readonly value: unknown;
}
type Failure = 'too-large' | 'no-json';

function FilePick({
  label,
  hint,
  chosen,
  onFile,
}: {
  label: string;
  hint: string;
  chosen: string | undefined;
  onFile: (file: File) => void;
}) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <label
      className={`file-drop${over ? ' file-drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <b>{label}</b>
      <span>{chosen === undefined ? hint : t('public.verify.chosen', { name: chosen })}</span>
      <span className="lr-button" aria-hidden="true">
        {t(chosen === undefined ? 'public.verify.choose' : 'public.verify.other')}
      </span>
      <input
        className="lr-spoken"
        type="file"
        accept=".json,application/json"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onFile(file);
          target.value = '';
        }}
      />
    </label>
  );
}

/** 核验案卷: a file is checked in this browser. Nothing is sent; the network may be off. */
export function VerifyPage() {
  const { t } = useTranslation();
  const [record, setRecord] = useState<Chosen>();
  const [published, setPublished] = useState<Chosen>();
  const [ballots, setBallots] = useState<Chosen>();
  const [failure, setFailure] = useState<Failure>();
  const [verdict, setVerdict] = useState<Verdict>();
  const offline = !useOnline();
  useEffect(() => {
    setVerdict(record === undefined ? undefined : verdictOf(record.value, published?.value));
  }, [record, published]);
  const take = (set: (chosen: Chosen) => void) => async (file: File) => {
    const read = await readJsonFile(file);
    setFailure(read.ok ? undefined : read.why);
    if (read.ok) set({ name: file.name, value: read.value });
  };
  return (
    <Page
      title={t('public.verify.title')}
      lead={t('public.verify.lead')}
      back={{ to: '/public', title: t('resident.home.look.title') }}
    >
      <p className="verify-network" role="status">
        {t(offline ? 'public.verify.isOffline' : 'public.verify.mayBeOffline')}
      </p>
      <div className="file-drops">
        <FilePick
          label={t('public.verify.record')}
          hint={t('public.verify.recordHint')}
          chosen={record?.name}
          onFile={take(setRecord)}
        />
        <FilePick
          label={t('public.verify.checkpoints')}
          hint={t('public.verify.checkpointsHint')}
          chosen={published?.name}
          onFile={take(setPublished)}
        />
        <FilePick
          label={t('public.verify.ballots')}
          hint={t('public.verify.ballotsHint')}
          chosen={ballots?.name}
          onFile={take(setBallots)}
        />
      </div>
      {failure !== undefined && (
        <ErrorNotice refusal={{ code: failure, message: t(`public.verify.${failure}`) }} />
      )}
      {verdict !== undefined && (
        <div aria-live="polite">
          <Part title={t('public.verify.result')}>
            <VerdictView verdict={verdict} />
          </Part>
          {verdict.sound && ballots !== undefined && (
            <Part title={t('public.recount.title')}>
              <RecountView record={record?.value} list={ballots.value} />
            </Part>
          )}
        </div>
      )}
      <Guarantees />
    </Page>
  );
}

/** Against whom the check protects, in plain words. */
function Guarantees() {
  const { t } = useTranslation();
  return (
    <Part title={t('public.guarantee.title')}>
      <table className="guarantees">
        <thead>
          <tr>
            <th scope="col">{t('public.guarantee.who')}</th>
            <th scope="col">{t('public.guarantee.seen')}</th>
          </tr>
        </thead>
        <tbody>
          {['one', 'two', 'three', 'four', 'five'].map((row) => (
            <tr key={row}>
              <th scope="row">{t(`public.guarantee.${row}.who`)}</th>
              <td>{t(`public.guarantee.${row}.seen`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="lr-hint">{t('public.guarantee.command')}</p>
      <p>
        <code>npx liren verify record.json</code>
      </p>
    </Part>
  );
}
