import type { JsonObject } from '@liren/core/basics/json.ts';
import { serviceItemsSource } from '@liren/core/catalogue/service-item.ts';
import { fieldworkSource } from '@liren/core/checker/load-fieldwork.ts';
import { groupsSource } from '@liren/core/checker/load-groups.ts';
import { rollsSource } from '@liren/core/checker/load-rolls.ts';
import { charterSource, formSource } from '@liren/core/checker/source-defs.ts';
import { procedureEditorSchema } from '@liren/core/checker/source-schema.ts';

const named = (name: string, title: string, schema: JsonObject): JsonObject => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `https://liren.local/schema/${name}.schema.json`,
  ...schema,
  title,
});

/** Schemas that follow from the step kinds: `npm run -w @liren/charters schemas` writes them anew. */
export const derivedSchemas: Readonly<Record<string, JsonObject>> = {
  procedure: named('procedure', '程序', procedureEditorSchema()),
  charter: named('charter', '章程', charterSource),
  form: named('form', '表单', formSource),
  'service-items': named('service-items', '办事目录', serviceItemsSource),
  fieldwork: named('fieldwork', '走访巡查', fieldworkSource),
  rolls: named('rolls', '名册', rollsSource),
  groups: named('groups', '人群', groupsSource),
};
