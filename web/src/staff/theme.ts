import { fontFamily, palette } from '@liren/core/drawing/palette.ts';
import type { ThemeConfig } from 'antd';

/** Ant Design in the colours of the house: borders before shadows, one accent, 14 px, radius 6. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.accent,
    colorLink: palette.accent,
    colorError: palette.attention,
    colorWarning: palette.waitingText,
    // Made from the dark colours of text, the soft ones would be mud.
    colorWarningBg: palette.waitingSoft,
    colorWarningBorder: palette.waiting,
    colorErrorBg: palette.attentionSoft,
    colorInfoBg: palette.informationSoft,
    colorSuccessBg: palette.accentSoft,
    colorInfo: palette.information,
    colorSuccess: palette.accent,
    colorText: palette.ink,
    colorTextSecondary: palette.muted,
    colorTextTertiary: palette.muted,
    colorTextDescription: palette.muted,
    colorTextPlaceholder: '#6B7773',
    colorBorder: palette.edge,
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.paper,
    colorBgContainer: palette.surface,
    borderRadius: 6,
    fontFamily,
    fontSize: 14,
    lineHeight: 1.57,
    boxShadow: 'none',
    boxShadowTertiary: 'none',
    // Nothing here moves to show where it went; and a dialog that waits for a motion switched off would never close.
    motion: false,
    controlHeight: 36,
  },
  components: {
    Table: {
      // What an empty table says is read like anything else.
      colorTextDisabled: palette.muted,
      headerBg: 'transparent',
      headerColor: palette.muted,
      headerSplitColor: 'transparent',
      rowHoverBg: palette.accentSoft,
      cellPaddingBlock: 12,
      cellPaddingInline: 12,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Segmented: { trackBg: palette.line, itemSelectedBg: palette.surface },
    Tabs: { horizontalItemPadding: '8px 0' },
  },
};
