/** Applications handed in, by level, state and clause (blank while none is decided). */
export type ApplicationCount = { readonly level: string; readonly state: string; readonly clause: string; readonly count: number }
/** Papers by level: each seat falls into exactly one of the states of its attempt. */
export type PaperCount = {
  readonly level: string
  readonly paper: string
  readonly seats: number
  readonly withoutAttempt: number
  readonly notStarted: number
  readonly absent: number
  readonly running: number
  readonly handedIn: number
  readonly closed: number
  /** attempts whose clock began, counted by their start and not by their state */
  readonly started: number
  readonly withResponses: number
  readonly responses: number
  /** marks entered for ended attempts, and for others */
  readonly scored: number
  readonly scoredOpen: number
}
/** People by level: who has a seat, and who of them a decision. */
export type PersonCount = { readonly level: string; readonly seated: number; readonly decided: number }
export type DecisionCount = {
  readonly level: string
  readonly state: string
  readonly count: number
  readonly withoutSeat: number
  readonly certified: number
}
export type CertificateCount = { readonly level: string; readonly state: string; readonly count: number; readonly withoutPass: number }

/** One session counted from six sources; nothing here is derived from another source. */
export type SeasonCounts = {
  readonly applications: readonly ApplicationCount[]
  readonly papers: readonly PaperCount[]
  readonly people: readonly PersonCount[]
  readonly decisions: readonly DecisionCount[]
  readonly certificates: readonly CertificateCount[]
}

export function sum<T>(rows: readonly T[], count: (row: T) => number): number {
  return rows.reduce((total, row) => total + count(row), 0)
}
