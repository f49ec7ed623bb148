import { writeFileSync } from 'node:fs';
import { tokensCss } from '../src/shared/ui/tokens.ts';

writeFileSync(new URL('../src/shared/ui/tokens.css', import.meta.url), tokensCss());
