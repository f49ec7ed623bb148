import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SimilarLine, SuggestionBody } from '../../shared/api/bodies.ts';
import { calledOf, titled } from '../../shared/i18n/titles.ts';
import { momentText, type Say } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { hrefOf } from '../lists/matter-table.tsx';

/** Why it is shown: how near, how long ago, which words both say. */
function whyShown(line: SimilarLine, now: number, say: Say): string {
  const meters =
    line.distanceMeters === undefined ? undefined : Math.max(10, Math.round(line.distanceMeters / 10) * 10);
  const byName = line.near === 'building' || line.near === 'compound' || meters === undefined;
  return [
    byName ? say(`staff.intake.near.${line.near}`) : say('staff.intake.away', { meters }),
    say('staff.intake.raised', { at: momentText(line.openedAt, now, say) }),
    line.why.length === 0
      ? ''
      : say('staff.intake.bothSay', { words: line.why.slice(0, 4).join(say('matter.comma')) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

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
  const now = useNow();
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
                line.joined > 0 ? t('matter.joined', { count: line.joined }) : '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            <span className="panel-why">{whyShown(line, now, t)}</span>
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
