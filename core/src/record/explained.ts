/** The same sentence for residents and for anyone who audits from afar. */
export interface Explained {
  readonly zh: string;
  readonly en: string;
}
