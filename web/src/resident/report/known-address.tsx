import { useTranslation } from 'react-i18next';
import type { PlaceBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { usePlaces } from '../../shared/matter/sources.ts';
import type { Drafting } from './draft.ts';
import { buildingsLike, communityOf, spotOf, withBuilding } from './places.ts';

/** Buildings that the address may mean. Choosing one also says where it is on the map and in which community. */
export function KnownAddress({ drafting }: { drafting: Drafting }) {
  const { t } = useTranslation();
  const places = usePlaces();
  const { draft, change } = drafting;
  const found = draft.place === undefined ? buildingsLike(places, draft.address) : [];
  if (found.length === 0) return null;
  const choose = (building: PlaceBody) => {
    const community = communityOf(places, building);
    const spot = spotOf(building);
    change({
      address: withBuilding(draft.address, building),
      place: building.id,
      ...(community !== undefined && { community: community.id }),
      ...(spot !== undefined && { spot }),
    });
  };
  return (
    <div className="address-known">
      <p className="lr-hint" id="address-known">
        {t('resident.report.builds')}
      </p>
      <ul aria-labelledby="address-known">
        {found.map((building) => {
          const community = communityOf(places, building);
          return (
            <li key={building.id}>
              <button type="button" onClick={() => choose(building)}>
                {titled(building.title)} {community !== undefined && <small>{titled(community.title)}</small>}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
