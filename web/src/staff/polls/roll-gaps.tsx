import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterBody } from '../../shared/api/bodies.ts';
import { usePolls } from '../../shared/polls/sources.ts';

/** The server lists no more. */
const mostListed = 50;
const ofRolls = new Set(['vote', 'meet']);

/** What a roll of owners would lack, for whoever is about to publish it: told while it can still be set right. */
export function RollGaps({ matter }: { matter: MatterBody }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const answer = usePolls(matter.community, matter.id, ofRolls.has(matter.visit?.kind ?? ''), matter.version);
  const gaps = answer.data?.gaps;
  if (gaps === undefined || gaps.homes.length === 0) return null;
  const counts = [
    ['owner', gaps.noOwner],
    ['area', gaps.noArea],
    ['number', gaps.noNumber],
  ] as const;
  return (
    <section className="matter-section lr-part" aria-label={t('polls.gaps.title')}>
      <Alert
        type="warning"
        showIcon
        title={t('polls.gaps.title')}
        description={
          <>
            {counts
              .filter(([, count]) => count > 0)
              .map(([what, count]) => (
                <p key={what}>{t(`polls.gaps.${what}`, { count })}</p>
              ))}
            {shown && (
              <ul className="plain-list">
                {gaps.homes.map(({ address, lacks }) => (
                  <li key={address}>
                    {address} · {t(`polls.gaps.lacks.${lacks}`)}
                  </li>
                ))}
                {gaps.homes.length >= mostListed && (
                  <li>{t('polls.gaps.first', { count: gaps.homes.length })}</li>
                )}
              </ul>
            )}
            {!shown && <Button onClick={() => setShown(true)}>{t('polls.gaps.homes')}</Button>}{' '}
            <Link to="/registry/owners/import">{t('polls.gaps.mend')}</Link>
          </>
        }
      />
    </section>
  );
}
