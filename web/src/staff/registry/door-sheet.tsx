import { floorOf } from '@liren/core/registry/address-names.ts';
import { useTranslation } from 'react-i18next';
import type { Door } from '../../shared/api/bodies.ts';

const byDoor = (a: Door, b: Door): number => a.number.localeCompare(b.number, 'en', { numeric: true });

/** The doors of a stairwell, the top floor first as the house stands; doors whose number tells no floor come last. */
function floorsOf(doors: readonly Door[]): readonly (readonly [floor: number, doors: readonly Door[]])[] {
  const floors = new Map<number, Door[]>();
  for (const door of doors) {
    const floor = floorOf(door)?.floor ?? 0;
    floors.set(floor, [...(floors.get(floor) ?? []), door]);
  }
  return [...floors].toSorted(([a], [b]) => b - a).map(([floor, own]) => [floor, own.toSorted(byDoor)]);
}

function DoorButton({
  door,
  isChosen,
  onChoose,
}: {
  door: Door;
  isChosen: boolean;
  onChoose: (door: Door) => void;
}) {
  const { t } = useTranslation();
  const state = door.residents === 0 ? 'door-empty' : 'door-lived';
  return (
    <button type="button" className={`door ${state}`} aria-pressed={isChosen} onClick={() => onChoose(door)}>
      <strong>{door.number}</strong>
      <span>
        {door.residents === 0
          ? t('staff.buildings.empty')
          : t('staff.buildings.people', { count: door.residents })}
      </span>
      {door.visitedAt === undefined && <span className="door-note">{t('staff.buildings.unvisited')}</span>}
    </button>
  );
}

/** 楼栋图: a house as it stands, stairwell beside stairwell, floor above floor. */
export function DoorSheet({
  doors,
  chosen,
  onChoose,
}: {
  doors: readonly Door[];
  chosen: string | undefined;
  onChoose: (door: Door) => void;
}) {
  const { t } = useTranslation();
  const units = [...new Set(doors.map(({ unit }) => unit))];
  return (
    <div className="door-sheet">
      {units.map((unit) => (
        <section key={unit} className="door-unit">
          <h3>{unit === '' ? t('staff.buildings.oneStair') : t('staff.buildings.unit', { unit })}</h3>
          {floorsOf(doors.filter((door) => door.unit === unit)).map(([floor, own]) => (
            <div key={floor} className="door-floor">
              <span className="door-level">{floor === 0 ? '' : t('staff.buildings.floor', { floor })}</span>
              {own.map((door) => (
                <DoorButton key={door.id} door={door} isChosen={door.id === chosen} onChoose={onChoose} />
              ))}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
