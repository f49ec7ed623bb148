import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorNotice } from '../../shared/ui/notice.tsx';
import { Part } from '../../shared/ui/page.tsx';
import { VerdictView } from '../../shared/verify/verdict-view.tsx';

/** Fetches the record and checks it in this browser; the checking part of the program comes only when asked. */
async function verify(path: string) {
  const [document, { verdictOf }] = await Promise.all([
    getJson<unknown>(path),
    import('../../shared/verify/verify.ts'),
  ]);
  return verdictOf(document);
}

/** 核验案卷: what was checked, what was not, and the file to check elsewhere. */
export function VerifyPart({ matter }: { matter: MatterBody }) {
  const { t } = useTranslation();
  const path = `/api/records/${matter.community}/${matter.id}`;
  const check = useMutation({ mutationFn: () => verify(path) });
  const agrees = check.data?.sound === true && check.data.summary.head === matter.head;
  return (
    <Part title={t('resident.verify.title')}>
      <p>{t('resident.verify.text')}</p>
      <div className="lr-buttons lr-no-print">
        <Button busy={check.isPending} onClick={() => check.mutate()}>
          {t(check.isPending ? 'resident.verify.checking' : 'resident.verify.check')}
        </Button>
        <a className="lr-button lr-button-quiet" href={path} download={`${matter.number}.json`}>
          {t('resident.verify.download')}
        </a>
      </div>
      {check.error !== null && <ErrorNotice refusal={refusalOf(check.error)} />}
      {check.data !== undefined && <VerdictView verdict={check.data} />}
      {check.data?.sound === true && <p>{t(agrees ? 'resident.verify.agrees' : 'resident.verify.moved')}</p>}
      {check.data !== undefined && (
        <p className="lr-hint">
          {t('resident.verify.elsewhere')} <Link to="/verify">{t('resident.verify.offline')}</Link>
        </p>
      )}
    </Part>
  );
}
