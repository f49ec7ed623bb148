import { tell } from './walk/stories.ts';

tell('yidu-village', {
  '四议两公开: four deliberations in their order, and both disclosures': {
    procedure: 'four-deliberations-two-disclosures',
    told: { 议题: '修东头那条路' },
    ends: 'carried-out',
  },
});
