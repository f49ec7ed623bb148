import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** How much is shown and the way to more. */
export function ListFoot({
  shown,
  more,
  busy,
  onMore,
}: {
  shown: number;
  more: boolean;
  busy: boolean;
  onMore: () => void;
}) {
  const { t } = useTranslation();
  if (shown === 0) return null;
  return (
    <div className="list-more">
      {more && (
        <Button onClick={onMore} loading={busy}>
          {t('staff.list.more')}
        </Button>
      )}
      <span>{t(more ? 'staff.list.shown' : 'staff.list.all', { count: shown })}</span>
    </div>
  );
}
