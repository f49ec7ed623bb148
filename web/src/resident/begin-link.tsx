import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useOpenings } from '../shared/begin/openings.ts';

/** Where residents may begin something by right. */
export function BeginLink() {
  const { t } = useTranslation();
  const mayBegin = (useOpenings().data?.length ?? 0) > 0;
  return mayBegin ? <Link to="/begin">{t('resident.mine.begin')}</Link> : null;
}
