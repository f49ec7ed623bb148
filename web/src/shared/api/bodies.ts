/** Names for what the server answers, taken from its own description: `generated/openapi.ts`. */
import type { paths } from './generated/openapi.ts';

export type { Json } from '@liren/core/basics/json.ts';

type Method = 'get' | 'post';
type Answering<M extends Method> = {
  [Path in keyof paths]: paths[Path][M] extends { readonly responses: object } ? Path : never;
}[keyof paths];
type Content<Response> = Response extends { content: { readonly 'application/json': infer Body } }
  ? Body
  : never;
type Success<Operation> = Operation extends { readonly responses: infer Responses }
  ? Content<Responses[keyof Responses & (200 | 201)]>
  : never;
/** What a call brings when all is well. */
type Answer<M extends Method, Path extends Answering<M>> = Success<paths[Path][M]>;
/** What a call takes. */
type Asked<Path extends Answering<'post'>> = paths[Path]['post'] extends {
  readonly requestBody?: { content: { readonly 'application/json': infer Body } };
}
  ? Body
  : never;
type RowOf<Page extends { readonly rows: readonly unknown[] }> = Page['rows'][number];

export type MeBody = Answer<'get', '/api/me'>;
export type SessionBody = Answer<'get', '/api/session'>;
export type Device = Answer<'get', '/api/session/devices'>[number];
export type DemoRolesBody = Answer<'get', '/api/demo/roles'>;
export type DemoRole = RowOf<DemoRolesBody>;
export type CodeSent = Answer<'post', '/api/auth/phone/code'>;
export type StaffEntered = Answer<'post', '/api/auth/staff/enter'>;
export type StaffWays = Answer<'get', '/api/auth/staff/ways'>;
export type ProviderBegun = Answer<'post', '/api/auth/staff/provider'>;
export type Factors = Answer<'get', '/api/session/factors'>;
export type TrailEntry = Answer<'get', '/api/session/trail'>[number];
export type Enrolment = Answer<'post', '/api/auth/staff/enrol'>;

export type MatterBody = Answer<'get', '/api/matters/{community}/{id}'>;
export type StationBody = MatterBody['stations'][number];
export type EventBody = MatterBody['record'][number];
export type SaidBody = EventBody['said'][number];
export type ChildBody = MatterBody['children'][number];
export type OfferBody = MatterBody['offers'][number];
export type FieldBody = OfferBody['fields'][number];
export type RefusalBody = NonNullable<OfferBody['hindrance']>;
export type RevealedBody = Answer<'post', '/api/matters/{community}/{id}/reveal'>;

export type DocumentBody = Answer<'get', '/api/matters/{community}/{id}/documents/{kind}'>;

export type HallBody = Answer<'get', '/api/halls/{community}/{id}/{mark}'>;
export type HallItem = HallBody['items'][number];
export type MeetingBody = Answer<'get', '/api/meetings/{community}/{id}'>;
export type WaitingBody = Answer<'get', '/api/meetings/{community}'>;
export type CheckedInBody = Answer<'post', '/api/meetings/{community}/{id}/check-in'>;

export type OpeningBody = Answer<'get', '/api/procedures/{id}/opening'>;
export type ServiceItemsBody = Answer<'get', '/api/service-items'>;
export type ServiceItem = RowOf<ServiceItemsBody>;
export type ReceiptBody = Answer<'get', '/api/receipts/{community}/{id}/{mark}'>;

export type OpeningsBody = Answer<'get', '/api/openings'>;
export type OpenBody = Asked<'/api/matters'>;
export type OpenedBody = Answer<'post', '/api/matters'>;
export type SuggestionBody = Answer<'post', '/api/suggest'>;
export type SimilarLine = SuggestionBody['similar'][number];
export type CallersBody = Answer<'post', '/api/callers'>;
export type JoinedForBody = Answer<'post', '/api/matters/{community}/{id}/join-for'>;
export type ImportBody = Answer<'post', '/api/imports'>;

export type ResidentsImportBody = Answer<'post', '/api/registry/imports'>;
export type ResidentPage = Answer<'post', '/api/registry/search'>;
export type ResidentLine = RowOf<ResidentPage>;
export type ResidentBody = Answer<'get', '/api/registry/residents/{community}/{id}'>;
export type GroupsPart = NonNullable<ResidentBody['groups']>;
export type PeopleCommunitiesBody = Answer<'get', '/api/registry/people'>;
export type PeopleBody = Answer<'get', '/api/registry/people/{community}'>;
export type DuplicatesBody = Answer<'get', '/api/registry/duplicates/{community}'>;
export type RequestsBody = Answer<'get', '/api/registry/requests'>;
export type ExportsBody = Answer<'get', '/api/registry/exports'>;
export type ExportLine = RowOf<ExportsBody>;
export type RevealedResident = Answer<'post', '/api/registry/residents/{community}/{id}/reveal'>;

export type OrganisationAreas = Answer<'get', '/api/organisations'>;
/** A community whose organisations the reader may see: what may be chosen there. */
export type OrganisationArea = RowOf<OrganisationAreas>;
export type OrganisationPage = Answer<'post', '/api/organisations/search'>;
export type OrganisationLine = RowOf<OrganisationPage>;
export type OrganisationBody = Answer<'get', '/api/organisations/{community}/{id}'>;

export type MatterPage = Answer<'get', '/api/matters'>;
export type MatterLine = RowOf<MatterPage>;
export type InboxBody = Answer<'get', '/api/inbox'>;
/** A matter that waits for the reader. */
export type TaskLine = RowOf<InboxBody>;
export type MessagePage = Answer<'get', '/api/messages'>;
export type MessageLine = RowOf<MessagePage>;
export type LooksBody = Answer<'get', '/api/looks'>;
export type OwnRegistryBody = Answer<'get', '/api/my-registry'>;
export type ErasedBody = Answer<'post', '/api/my-data/erase'>;
export type NoticePage = Answer<'get', '/api/notices'>;
export type NoticeLine = RowOf<NoticePage>;
export type NoticeBody = Answer<'get', '/api/notices/{community}/{matter}/{seq}'>;

export type AffairsBody = Answer<'get', '/api/affairs'>;
export type AffairLine = RowOf<AffairsBody>;
export type OrgansBody = Answer<'get', '/api/organs'>;
export type OrganLine = RowOf<OrgansBody>;
export type ColumnsBody = Answer<'post', '/api/registry/imports/columns'>;
export type BuildingsBody = Answer<'get', '/api/registry/buildings/{community}'>;
export type BuildingLine = BuildingsBody['buildings'][number];
export type BuildingChange = BuildingsBody['changes'][number];
export type DoorsBody = Answer<'get', '/api/registry/buildings/{community}/doors'>;
export type Door = DoorsBody['doors'][number];
export type OwnershipBody = Answer<'get', '/api/registry/buildings/{community}/ownership'>;
export type OwnersBody = Answer<'get', '/api/registry/homes/{community}/{id}/owners'>;
export type BuildingOutcome = Answer<'post', '/api/registry/buildings/{community}'>;
export type BuildingWish = Asked<'/api/registry/buildings/{community}'>['change'];
export type GridsBody = Answer<'get', '/api/grids/{community}'>;
export type GridLine = GridsBody['grids'][number];
export type GridBlock = GridsBody['blocks'][number];
export type GridChange = GridsBody['changes'][number];
export type GridProposal = Answer<'post', '/api/grids/{community}/propose'>;
export type GridPreviewBody = Answer<'post', '/api/grids/{community}/preview'>;
export type GridDraftBody = Asked<'/api/grids/{community}/preview'>['draft'];
export type PlacesBody = Answer<'get', '/api/places'>;
export type PlaceBody = RowOf<PlacesBody>;
export type PlaceAt = Answer<'get', '/api/places/at'>;
/** Whatever is named by an id. */
export type Titled = MatterBody['procedure'];

export type MeasuresBody = Answer<'get', '/api/measures'>;
export type MeasureRow = MeasuresBody['total'];
export type TopicsBody = Answer<'get', '/api/topics'>;
export type HotTopic = TopicsBody['topics'][number];
export type OverviewBody = Answer<'get', '/api/overview'>;
/** What a phone takes along for a day without a network. */
export type DayBody = Answer<'get', '/api/grid/day'>;
export type SyncedBody = Answer<'post', '/api/grid/sync'>;
/** How far the rounds of a community are. */
export type RoundsBoard = Answer<'get', '/api/fieldwork/board'>;
export type RoundsHomes = Answer<'get', '/api/fieldwork/homes'>;
export type DutyReason = RoundsBoard['workers'][number]['reasons'][number];
export type OwnReasons = Answer<'get', '/api/fieldwork/reasons'>;
export type RecordedBody = Answer<'get', '/api/fieldwork/recorded'>;
export type CommunityBoard = Answer<'get', '/api/fieldwork/community'>;
export type RoundsHomeBody = Answer<'get', '/api/fieldwork/homes/{community}/{id}'>;
export type RoundsHome = RowOf<RoundsHomes>;
/** How far the inspections of a community are. */
export type InspectionsBoard = Answer<'get', '/api/fieldwork/inspections'>;
export type InspectionRow = RowOf<InspectionsBoard>;
export type InspectedPlaces = Answer<'get', '/api/fieldwork/places'>;
export type InspectedPlace = RowOf<InspectedPlaces>;
export type DiaryBody = Answer<'get', '/api/grid/diary'>;
export type DiaryEntry = RowOf<DiaryBody>;
export type FieldPhones = Answer<'get', '/api/grid/devices'>;
/** A phone that holds the homes of somebody's grids. */
export type FieldPhone = RowOf<FieldPhones>;

export type ElectedBody = Answer<'get', '/api/elected'>;
export type PollsBody = Answer<'get', '/api/polls/{community}/{id}'>;
export type PollBody = PollsBody['polls'][number];
export type AllocationBody = Answer<'get', '/api/polls/{community}/{id}/allocation'>;
export type ExplainedBody = Answer<'get', '/api/polls/{community}/{id}/explain'>;
export type OwnPollsBody = Answer<'get', '/api/mine/polls'>;
export type CastBody = Asked<'/api/polls/{community}/{id}/ballots'>;
export type RollBody = Answer<'get', '/api/polls/{community}/{id}/roll'>;
export type CountedBody = Answer<'get', '/api/polls/{community}/{id}/ballots'>;

/** 议事: what can be discussed now, one discussion, its map. */
export type TalksBody = Answer<'get', '/api/discussions'>;
export type TalkBody = Answer<'get', '/api/discussions/{community}/{id}'>;
export type TalkMapBody = Answer<'get', '/api/discussions/{community}/{id}/map'>;
export type ToldMap = Extract<TalkMapBody, { told: true }>;
export type RemovalReason = TalkBody['removals'][number]['reason'];
