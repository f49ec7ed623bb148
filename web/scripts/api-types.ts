import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';

const named = (name: string): ts.TypeNode => ts.factory.createTypeReferenceNode(name);

const head = `/** Made by \`npm run api -w @liren/web\` from the server's own description of its interface; never by hand. */
import type { Json } from '@liren/core/basics/json.ts';

`;

/** Types of everything under \`/api\`; what the server describes as any JSON is the core's \`Json\`. */
export async function apiTypes(described: OpenAPI3): Promise<string> {
  const paths = Object.fromEntries(
    Object.entries(described.paths ?? {}).filter(([path]) => path.startsWith('/api/')),
  );
  const nodes = await openapiTS(
    { ...described, paths },
    {
      immutable: true,
      silent: true,
      transform: ({ format }) => (format === 'json' ? named('Json') : undefined),
    },
  );
  return head + astToString(nodes);
}
