/** Every shared part at once, for looking at: /dev/kit.html on the development server. Not part of the product. */
import { stationSamples } from '@liren/core/drawing/station-samples.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../src/shared/api/query.ts';
import { startI18n } from '../src/shared/i18n/i18n.ts';
import { GridMap, type MapArea } from '../src/shared/map/grid-map.tsx';
import type { Position } from '../src/shared/map/project.ts';
import { StationLine } from '../src/shared/station-line/station-line.tsx';
import { BigChoice, Button, LinkButton } from '../src/shared/ui/button.tsx';
import { Dialog } from '../src/shared/ui/dialog.tsx';
import { DueText, useNow } from '../src/shared/ui/due-text.tsx';
import { startMode } from '../src/shared/ui/elder.ts';
import { Check, Choice, TextArea, TextField } from '../src/shared/ui/field.tsx';
import { Icon } from '../src/shared/ui/icons.tsx';
import { Empty, ErrorNotice, Happened, Notice, Skeleton } from '../src/shared/ui/notice.tsx';
import { Page, Part } from '../src/shared/ui/page.tsx';
import { PhotoPicker } from '../src/shared/ui/photo-picker.tsx';
import { SiteShell } from '../src/shared/ui/shell.tsx';
import { StateTag } from '../src/shared/ui/state-tag.tsx';
import { useDraft } from '../src/shared/ui/use-draft.ts';
import { useUpload } from '../src/shared/ui/use-upload.ts';
import '../src/shared/ui/site.css';

const box = (long: number, lat: number, width: number, height: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [long, lat],
      [long + width, lat + 0.0004],
      [long + width - 0.0006, lat + height],
      [long + 0.0003, lat + height - 0.0003],
      [long, lat],
    ],
  ],
});
const areas: MapArea[] = [
  { id: 'a', title: '青柳社区', level: 'community', shape: box(116.3, 39.9, 0.012, 0.008) },
  { id: 'b', title: '石桥社区', level: 'community', shape: box(116.3125, 39.9004, 0.01, 0.0075) },
  { id: 'a1', title: '第一网格', level: 'grid', shape: box(116.301, 39.901, 0.005, 0.006) },
  { id: 'a2', title: '第二网格', level: 'grid', shape: box(116.3065, 39.9012, 0.0045, 0.006) },
  ...Array.from({ length: 8 }, (_, n) => ({
    id: `h${n}`,
    title: `${n + 1} 号楼`,
    level: 'building' as const,
    shape: box(116.3015 + (n % 4) * 0.0011, 39.9018 + Math.floor(n / 4) * 0.0022, 0.0007, 0.0014),
  })),
];

function Fields() {
  const [name, setName] = useState('');
  const [text, setText] = useDraft('kit', '');
  const [urgency, setUrgency] = useState<'calm' | 'soon' | 'now'>();
  const [anonymous, setAnonymous] = useState(true);
  const uploads = useUpload({ community: 'qingliu', most: 4 });
  return (
    <form>
      <TextArea
        label="发生了什么"
        hint="在哪里、什么样子、多久了。可以用语音输入。"
        value={text}
        onChange={setText}
        most={200}
        keepsDraft
        placeholder="比如：3 号楼门口的路灯坏了三天"
      />
      <PhotoPicker label="照片" uploads={uploads} most={4} />
      <TextField
        label="手机号"
        type="tel"
        inputMode="tel"
        value={name}
        onChange={setName}
        complaint={name.length > 3 && name.length < 11 ? '手机号是 11 位数字。' : undefined}
        optional
      />
      <Choice
        label="急不急"
        value={urgency}
        onChange={setUrgency}
        options={[
          { value: 'now', title: '有危险', text: '2 小时内到场' },
          { value: 'soon', title: '影响生活', text: '24 小时内处理' },
          { value: 'calm', title: '一般', text: '7 天内办结' },
        ]}
      />
      <Check checked={anonymous} onChange={setAnonymous}>
        公开时不显示我的名字
      </Check>
    </form>
  );
}

function Kit() {
  const now = useNow();
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<Position>();
  return (
    <SiteShell>
      <Page title="部件" lead="共用的部件，一页看全。" back={{ to: '/', title: '首页' }} wide>
        <Part title="进度线">
          {Object.entries(stationSamples).map(([name, stations]) => (
            <StationLine key={name} stations={stations} />
          ))}
        </Part>
        <Part title="四件事">
          <BigChoice
            label="你想做什么"
            items={[
              {
                to: '/a',
                title: '我要反映',
                text: '拍张照片、说几句话，一分钟就好',
                icon: <Icon name="report" />,
              },
              {
                to: '/b',
                title: '我来议',
                text: '正在商量的事，说说你的看法',
                icon: <Icon name="discuss" />,
              },
              {
                to: '/c',
                title: '我要投票',
                text: '投下你的一票，留好回执',
                icon: <Icon name="vote" />,
                waiting: '1 件等你投票',
              },
              { to: '/d', title: '看公开', text: '公示、结果、账目，不用登录', icon: <Icon name="look" /> },
            ]}
          />
        </Part>
        <Part title="按钮">
          <div className="lr-buttons">
            <Button weight="main">提交反映</Button>
            <Button onClick={() => setOpen(true)}>不同意</Button>
            <Button weight="quiet">看全部</Button>
            <Button weight="danger">删除我的资料</Button>
            <Button disabled>同意</Button>
            <Button weight="main" busy>
              正在提交
            </Button>
            <LinkButton to="/x">看公开</LinkButton>
          </div>
          <Dialog
            open={open}
            title="确定不同意吗？"
            onClose={() => setOpen(false)}
            actions={<Button weight="main">不同意</Button>}
          >
            <p>不同意后，这件事会回到办理单位，再办一次。</p>
          </Dialog>
        </Part>
        <Part title="填写">
          <Fields />
        </Part>
        <Part title="状态和期限">
          <p className="lr-buttons">
            <StateTag tone="done">已办结</StateTag>
            <StateTag tone="going">办理中</StateTag>
            <StateTag tone="waiting">等你评价</StateTag>
            <StateTag tone="late">已超期</StateTag>
            <StateTag tone="info">公示中</StateTag>
            <StateTag tone="plain">还没到</StateTag>
            <DueText due={now + 7 * 86_400_000} now={now} />
            <DueText due={now + 3.5 * 3_600_000} now={now} />
            <DueText due={now - 50 * 3_600_000} now={now} />
          </p>
        </Part>
        <Part title="告知">
          <Notice title="公开时不显示你的名字">
            办理单位能看到你的电话，用来联系你；谁看过，你都查得到。
          </Notice>
          <ErrorNotice
            refusal={{
              code: 'not-yours',
              message: '这一步由青柳社区办理，你可以写补充说明。',
              law: '接诉即办工作条例 第十九条',
            }}
          />
          <Happened
            what="已经收到，编号 LR-1122-07。"
            next="青柳社区会在 11月25日(周三)前办完，办完后请你评价。"
          />
          <Empty
            title="还没有反映过"
            action={
              <LinkButton to="/a" weight="main">
                我要反映
              </LinkButton>
            }
          >
            路灯坏了、垃圾没清、楼道堆物，都可以说。走到哪一步，在这里看得到。
          </Empty>
          <Skeleton />
        </Part>
        <Part title="地图">
          <GridMap
            areas={areas}
            picked={picked}
            onPick={({ at }) => setPicked(at)}
            points={[
              { id: '1', title: '路灯不亮', at: [116.304, 39.903], tone: 'going' },
              { id: '2', title: '垃圾堆放', at: [116.3085, 39.9042], tone: 'late' },
              { id: '3', title: '井盖松动', at: [116.316, 39.904], tone: 'done' },
            ]}
          />
        </Part>
      </Page>
    </SiteShell>
  );
}

startMode();
await startI18n(['common']);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <QueryClientProvider client={createQueryClient()}>
      <Kit />
    </QueryClientProvider>,
  );
}
