import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** How much is shown and the way to more. */
export function ListFoot({
  shown,
  more,
  busy,
  onMore,
  words = 'staff.list',
}: {
  shown: number;
  more: boolean;
  busy: boolean;
  onMore: () => void;
  /** Where the words for one more and for all stand: 件, 户 or 家. */
  words?: 'staff.list' | 'staff.rounds.foot' | 'staff.organisations.foot';
}) {
  const { t } = useTranslation();
  if (shown === 0) return null;
  return (
    <div className="list-more">
      {more && (
        <Button onClick={onMore} loading={busy}>
          {t(`${words}.more`)}
        </Button>
      )}
      <span>{t(`${words}.${more ? 'shown' : 'all'}`, { count: shown })}</span>
    </div>
  );
}
