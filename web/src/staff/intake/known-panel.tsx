import { useTranslation } from 'react-i18next';
import { refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { useAffairs } from '../../shared/matter/sources.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { CallerPanel } from './caller-panel.tsx';
import { isPhone } from './intake-draft.ts';
import { SimilarPanel } from './similar-panel.tsx';
import { AffairPanel, useSuggestion } from './suggestion-panel.tsx';
import type { Intake } from './use-intake.ts';

/** What is known already, beside what is typed: the caller's earlier matters, likely affairs, the same nearby. */
export function KnownPanel({ call, change, join }: Intake) {
  const { t } = useTranslation();
  const now = useNow();
  const suggestion = useSuggestion(call);
  const chosen = useAffairs().find(({ id }) => id === call.affair);
  const sameAs = (number: string) => {
    const note = t('staff.intake.sameAs', { number });
    change({ text: call.text === '' ? note : `${call.text}\n${note}` });
  };
  return (
    <div className="intake-side">
      <section>
        <h2>{t('staff.intake.caller')}</h2>
        <CallerPanel phone={call.phone} now={now} />
      </section>
      <section>
        <h2>{t('staff.intake.affair')}</h2>
        {chosen !== undefined && (
          <p className="panel-chosen">
            {titled(chosen.class)} › {titled(chosen.title)}
            <button type="button" onClick={() => change({ affair: '' })}>
              {t('matter.form.clear')}
            </button>
          </p>
        )}
        <AffairPanel suggestion={suggestion} chosen={call.affair} onChoose={(affair) => change({ affair })} />
      </section>
      <section>
        <h2>{t('staff.intake.similar')}</h2>
        <SimilarPanel
          suggestion={suggestion}
          knowsCaller={isPhone(call.phone)}
          joining={join.isPending ? join.variables.id : undefined}
          onJoin={join.mutate}
          onSame={sameAs}
        />
        {join.error !== null && <Refused refusal={refusalOf(join.error)} />}
      </section>
    </div>
  );
}
