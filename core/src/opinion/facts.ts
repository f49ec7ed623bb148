/** What the shell knows of the statements and votes beside a discussion, when the discussion is to be closed. */
export interface ConversationFacts {
  readonly participants: number;
  readonly votes: number;
  readonly statements: number;
  readonly removed: number;
  /** Statements and appeals that nobody has looked at. */
  readonly waiting: number;
  /** Of what will be published: `votesDigest`. */
  readonly digest: string;
}
