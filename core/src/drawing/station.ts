export type StationState = 'done' | 'here' | 'to-come' | 'skipped' | 'late';

/** One stop of a procedure, in words that can be read aloud as they stand. */
export interface Station {
  id: string;
  title: string;
  /** The step kind, or any word of the caller's; drawing does not depend on it. */
  kind: string;
  state: StationState;
  who?: string;
  /** Already worded: '11月22日(周日)前', '已超 2 天'. */
  dueText?: string;
  /** The article or rule that asks for this stop. */
  rule?: string;
  note?: string;
  /** Others called in: each answers for itself and the stop waits for all. */
  branches?: { title: string; state: StationState; note?: string }[];
  /** How often the matter came by here, when more than once. */
  visits?: number;
  /** Ways back to an earlier stop; `taken` when the matter really went that way. */
  backTo?: { id: string; label?: string; taken?: boolean }[];
}

/** The few words a drawing adds by itself. */
export interface StationWords {
  here: string;
  late: string;
  skipped: string;
  /** `{n}` is replaced by the number of visits. */
  visits: string;
  /** `{title}` is replaced by the stop that one goes back to. */
  backTo: string;
}

export const stationWords: StationWords = {
  here: '现在在这里',
  late: '已超期',
  skipped: '略过',
  visits: '第 {n} 次',
  backTo: '回到{title}',
};

export interface LayoutOptions {
  /** 1 draws titles at 16 px and the rest at 14 px; 长者版 uses 1.25. */
  scale?: number;
  words?: StationWords;
  /** Force one; otherwise horizontal from 720 (times scale) up. */
  orientation?: Orientation;
}

export type Orientation = 'horizontal' | 'vertical';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** `voice` says what the words are, so that a drawing can choose their colour and weight. */
export interface TextLine {
  text: string;
  voice: 'title' | 'state' | 'who' | 'rule' | 'note' | 'branch' | 'branch-note';
  x: number;
  /** Baseline. */
  y: number;
  size: number;
}

export interface BranchNode {
  state: StationState;
  x: number;
  y: number;
  radius: number;
}

export interface StationNode {
  station: Station;
  x: number;
  y: number;
  radius: number;
  row: number;
  lines: TextLine[];
  branches: BranchNode[];
  /** Everything this stop occupies: marker, words and branches. Boxes of two stops never overlap. */
  box: Box;
}

export interface StationEdge {
  from: string;
  to: string;
  kind: 'line' | 'back' | 'branch';
  /** The matter went this way. */
  walked: boolean;
  path: string;
  label?: { text: string; x: number; y: number; size: number };
  /** Point and direction (degrees, 0 = right, 90 = down) of an arrowhead at the end of `path`. */
  arrow?: { x: number; y: number; angle: number };
}

export interface StationLayout {
  orientation: Orientation;
  width: number;
  height: number;
  scale: number;
  nodes: StationNode[];
  edges: StationEdge[];
}
