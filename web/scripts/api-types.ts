import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';

const head = `/** Made by \`npm run api -w @liren/web\` from the server's own description of its interface; never by hand. */
import type { Json } from '@liren/core/basics/json.ts';
import type { Title } from '../../i18n/titles.ts';

`;

const namedFormats: Readonly<Record<string, string>> = { json: 'Json', title: 'Title' };

/** Types of everything under `/api`. A schema's format may name a type of our own. */
export async function apiTypes(described: OpenAPI3): Promise<string> {
  const paths = Object.fromEntries(
    Object.entries(described.paths ?? {}).filter(([path]) => path.startsWith('/api/')),
  );
  const nodes = await openapiTS(
    { ...described, paths },
    {
      immutable: true,
      silent: true,
      transform: ({ format = '' }) => {
        const name = namedFormats[format];
        return name === undefined ? undefined : ts.factory.createTypeReferenceNode(name);
      },
    },
  );
  return head + astToString(nodes);
}
