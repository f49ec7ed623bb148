import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridBlock, GridsBody } from '../../shared/api/bodies.ts';
import { buildingText, gridText } from './grid-words.ts';
import { house, housesOf, type Plan, sent, targetOf } from './plan.ts';

interface EditorProps {
  readonly body: GridsBody;
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
}

function Target({
  blocks,
  name,
  body,
  plan,
  onChange,
}: EditorProps & { readonly blocks: readonly GridBlock[]; readonly name: string }) {
  const { t } = useTranslation();
  const targets = new Set(blocks.map((block) => targetOf(plan, block)));
  const [only] = targets;
  const closing = new Set(plan.closes.map(({ grid }) => grid));
  const options = [
    ...plan.opens.map(({ key, title }) => ({ value: key, label: title })),
    ...body.grids
      .filter(({ id, kind }) => kind !== 'general' && !closing.has(id))
      .map(({ id }) => ({ value: id, label: gridText(body, id, t) })),
  ];
  return (
    <Select
      aria-label={name}
      value={targets.size === 1 ? (only ?? null) : null}
      placeholder={t('staff.grids.apartOne')}
      options={options}
      onChange={(grid) => onChange(sent(plan, blocks, grid))}
    />
  );
}

function House({ blocks, ...rest }: EditorProps & { readonly blocks: readonly GridBlock[] }) {
  const { t } = useTranslation();
  const { plan } = rest;
  const isApart = new Set(blocks.map((block) => targetOf(plan, block))).size > 1;
  const [open, setOpen] = useState(false);
  const [first] = blocks;
  if (first === undefined) return null;
  const name = buildingText(first, t);
  const homes = blocks.reduce((all, { households }) => all + households, 0);
  const byStairs = open || isApart;
  return (
    <li>
      <div className="grid-house">
        <span>
          {name} <span className="row-quiet">{t('staff.grids.homes', { count: homes })}</span>
        </span>
        <Target blocks={blocks} name={name} {...rest} />
        {blocks.length > 1 && !isApart && (
          <Button type="link" onClick={() => setOpen(!open)} aria-expanded={open}>
            {t(open ? 'staff.grids.together' : 'staff.grids.takeApart')}
          </Button>
        )}
      </div>
      {byStairs &&
        blocks.map((block) => {
          const unit = t('staff.grids.unit', { unit: block.unit });
          return (
            <div className="grid-house grid-stairs" key={`${block.unit}/${block.grid}`}>
              <span>
                {unit}{' '}
                <span className="row-quiet">{t('staff.grids.homes', { count: block.households })}</span>
              </span>
              <Target blocks={[block]} name={`${name} ${unit}`} {...rest} />
            </div>
          );
        })}
    </li>
  );
}

/** What is to change: new grids by name, and where every building goes. */
export function PlanEditor(props: EditorProps) {
  const { t } = useTranslation();
  const { body, plan, onChange } = props;
  const houses = housesOf(body.blocks.filter(({ grid }) => plan.grids.includes(grid)));
  const rename = (key: string, title: string) =>
    onChange({ ...plan, opens: plan.opens.map((each) => (each.key === key ? { ...each, title } : each)) });
  return (
    <div className="grid-plan">
      {plan.opens.length > 0 && (
        <fieldset>
          <legend>{t('staff.grids.opens')}</legend>
          {plan.opens.map(({ key, title, kind }) => (
            <div key={key} className="grid-house">
              <span>{t(`staff.grids.kind.${kind}`)}</span>
              <Input
                aria-label={t('staff.grids.name')}
                value={title}
                maxLength={40}
                onChange={(event) => rename(key, event.target.value)}
              />
            </div>
          ))}
        </fieldset>
      )}
      {plan.closes.map(({ grid, into }) => (
        <p key={grid}>
          {t('staff.grids.closes', { grid: gridText(body, grid, t), into: gridText(body, into, t) })}
        </p>
      ))}
      {plan.closes.length === 0 && (
        <fieldset>
          <legend>{t('staff.grids.where')}</legend>
          <ul className="panel-list">
            {houses.map((blocks) => (
              <House key={blocks[0] === undefined ? '' : house(blocks[0])} blocks={blocks} {...props} />
            ))}
          </ul>
        </fieldset>
      )}
    </div>
  );
}
