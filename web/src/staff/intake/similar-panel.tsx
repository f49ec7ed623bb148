import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SimilarLine, SuggestionBody } from '../../shared/api/bodies.ts';
import { calledOf, titled } from '../../shared/i18n/titles.ts';
import { hrefOf } from '../lists/matter-table.tsx';

/** Open matters that seem to tell of the same: the caller is counted in on one, or one is named in a new report. */
export function SimilarPanel({
  suggestion,
  knowsCaller,
  joining,
  onJoin,
  onSame,
}: {
  suggestion: SuggestionBody | undefined;
  /** Without a number nobody could be told how it ends. */
  knowsCaller: boolean;
  /** Id of the matter on which the caller is being counted in. */
  joining: string | undefined;
  onJoin: (line: SimilarLine) => void;
  onSame: (number: string) => void;
}) {
  const { t } = useTranslation();
  const similar = suggestion?.similar ?? [];
  if (similar.length === 0) return <p className="panel-hint">{t('staff.intake.noSimilar')}</p>;
  return (
    <>
      <p className="panel-hint">{t(knowsCaller ? 'staff.intake.joinHint' : 'staff.intake.joinNeedsPhone')}</p>
      <ul className="panel-list">
        {similar.slice(0, 4).map((line) => (
          <li key={line.id}>
            <Link to={hrefOf(line)}>{calledOf(line)}</Link>
            <span>
              {[
                line.number,
                titled(line.step),
                line.distanceMeters === undefined
                  ? ''
                  : t('staff.intake.away', { meters: Math.round(line.distanceMeters) }),
                line.joined > 0 ? t('matter.joined', { count: line.joined }) : '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            <div className="panel-acts">
              <Button
                size="small"
                disabled={!knowsCaller || (joining !== undefined && joining !== line.id)}
                loading={joining === line.id}
                onClick={() => onJoin(line)}
              >
                {t('staff.intake.join')}
              </Button>
              <button type="button" onClick={() => onSame(line.number)}>
                {t('staff.intake.same')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
