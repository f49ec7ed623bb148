import type { Definition, Field } from '@liren/core/engine/types.ts';
import type { Deps } from '../http/deps.ts';
import { allServices, attributeFields, type Service } from './door.ts';
import type { Body, Row } from './format.ts';

/** GET services: every affair of the catalogue. A report always gets its number at once. */
export const servicesBody = (deps: Pick<Deps, 'library'>): Body => ({
  root: 'services',
  content: allServices(deps).map(serviceRow),
});

const serviceRow = ({ code, title, affair }: Service): Row => ({
  service_code: code,
  service_name: title,
  description: affair?.description ?? '不知道属于哪一类时选它，由派单员判断。',
  metadata: true,
  type: 'realtime',
  keywords: affair?.words.join(',') ?? null,
  group: affair?.class ?? '其他',
});

const datatypes: Partial<Record<Field['type'], string>> = {
  text: 'string',
  'long-text': 'text',
  number: 'number',
  choice: 'singlevaluelist',
  'yes-no': 'singlevaluelist',
};
export const yesNo = [
  { value: 'yes', title: '是' },
  { value: 'no', title: '否' },
] as const;

export const urgencyAttribute = 'urgency';

const attribute = (order: number, row: Row): Row => ({
  variable: true,
  required: false,
  datatype_description: null,
  ...row,
  order,
});
const valuesOf = (choices: readonly { readonly value: string; readonly title: string }[]): readonly Row[] =>
  choices.map(({ value, title }) => ({ key: value, name: title }));

function fieldRow(field: Field): Row {
  const choices = field.type === 'yes-no' ? yesNo : field.choices;
  return {
    code: field.name,
    datatype: datatypes[field.type] ?? 'string',
    // GeoReport knows no title: where it is missing, one is made from the description.
    required: field.required && field.name !== 'title',
    datatype_description: field.hint ?? null,
    description: field.title,
    ...(choices !== undefined && { values: valuesOf(choices) }),
  };
}

/** GET service definition: what the opening form asks beyond GeoReport's own fields, and how urgent it is. */
export function definitionBody(service: Service, definition: Definition): Body {
  const rows: readonly Row[] = [
    {
      code: 'privacy',
      variable: false,
      datatype: 'text',
      description: '姓名、电话和邮箱只有办理这件事的人看得到。描述默认不公开。',
    },
    ...attributeFields(definition).map(fieldRow),
    {
      code: urgencyAttribute,
      datatype: 'singlevaluelist',
      description: '有多急',
      values: valuesOf(definition.procedure.grades),
    },
  ];
  return {
    root: 'service_definition',
    content: { service_code: service.code, attributes: rows.map((row, i) => attribute(i + 1, row)) },
  };
}

/** GET discovery: where the door is and what it speaks. */
export const discoveryBody = (base: string, changedAt: string, mode: Deps['mode']): Body => ({
  root: 'discovery',
  content: {
    changeset: changedAt,
    contact: '请联系街道办事处的里仁管理员。',
    key_service:
      mode === 'demo'
        ? '演示环境可以直接使用密钥 demo。'
        : '向街道办事处的里仁管理员申请密钥（liren open311 add-key）。',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${base}/open311/v2`,
        changeset: changedAt,
        type: mode === 'demo' ? 'test' : 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  },
});
