import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ServiceItem } from '../../shared/api/bodies.ts';
import { LookedUp, MaterialWords } from '../../shared/services/item-facts.tsx';
import type { AtWindow } from './use-window.ts';
import { lackingOf } from './window-draft.ts';

const toggled = (list: readonly string[], id: string, on: boolean): string[] =>
  on ? [...list.filter((each) => each !== id), id] : list.filter((each) => each !== id);

/** The papers to tick; of those that only some need, the clerk says whether this person does. */
export function Papers({
  item,
  standing,
  change,
}: { item: ServiceItem } & Pick<AtWindow, 'standing' | 'change'>) {
  const { t } = useTranslation();
  const { brought, needed, way } = standing;
  if (way !== 'window') return <p className="panel-hint">{t('services.window.later')}</p>;
  const lacking = lackingOf(item, standing).length;
  return (
    <fieldset className="window-papers">
      <legend>{t('services.window.materials')}</legend>
      <p className="panel-hint">{t('services.window.tick')}</p>
      <ul className="materials">
        {item.materials.map((material) => {
          const { id, when } = material;
          const here = brought.includes(id);
          return (
            <li key={id}>
              <Checkbox
                checked={here}
                onChange={({ target }) => change({ brought: toggled(brought, id, target.checked) })}
              >
                <MaterialWords material={material} />
              </Checkbox>
              {when !== undefined && !here && (
                <Checkbox
                  className="window-needed"
                  checked={needed.includes(id)}
                  onChange={({ target }) => change({ needed: toggled(needed, id, target.checked) })}
                >
                  {t('services.window.needed')}
                </Checkbox>
              )}
            </li>
          );
        })}
      </ul>
      <LookedUp item={item} />
      <p className={lacking > 0 ? 'window-lacking' : 'window-whole'} role="status">
        {lacking > 0 ? t('services.window.lacking', { count: lacking }) : t('services.window.whole')}
      </p>
    </fieldset>
  );
}
