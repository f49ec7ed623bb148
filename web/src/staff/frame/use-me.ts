import { createContext, useContext } from 'react';
import type { MeBody } from '../../shared/api/bodies.ts';

const nobody: MeBody = {
  posts: [],
  rights: [],
  demo: false,
  street: { id: '', title: '' },
  communities: [],
  unread: 0,
};
export const MeContext = createContext<MeBody>(nobody);

/** Who is signed in; staff pages are drawn only after that is known. */
export const useMe = (): MeBody => useContext(MeContext);
