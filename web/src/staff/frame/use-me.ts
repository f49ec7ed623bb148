import { createContext, useContext } from 'react';
import type { MeBody } from '../../shared/api/bodies.ts';
import { asTitle } from '../../shared/i18n/titles.ts';

const nobody: MeBody = {
  posts: [],
  rights: [],
  rounds: false,
  demo: false,
  street: { id: '', title: asTitle('') },
  communities: [],
  unread: 0,
};
export const MeContext = createContext<MeBody>(nobody);

/** Who is signed in; staff pages are drawn only after that is known. */
export const useMe = (): MeBody => useContext(MeContext);
