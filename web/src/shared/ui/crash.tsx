import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

function Crashed() {
  const { t } = useTranslation();
  return (
    <div className="lr-page" role="alert">
      <h1>{t('common.crashed.title')}</h1>
      <p className="lr-lead">{t('common.crashed.text')}</p>
      <Button weight="main" onClick={() => window.location.reload()}>
        {t('common.crashed.reload')}
      </Button>
    </div>
  );
}

/** A page that breaks leaves the rest of the screen standing and says what to do. */
export class Crash extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Crashed /> : this.props.children;
  }
}
