import type { Tone } from '../../../../ui/components/mark/state-word.tsx'

export type StepKey = 'application' | 'review' | 'ticket' | 'exam' | 'result' | 'certificate'
export const STEPS: readonly StepKey[] = ['application', 'review', 'ticket', 'exam', 'result', 'certificate']

/** What the home page knows of a candidate's season. Instants in ms. */
export type Season = {
  readonly applications: readonly {
    readonly applicationId: string
    readonly roundId: string
    readonly roundCode: string
    readonly levelName: string
    readonly changedAt: number
    readonly state: { readonly kind: ApplicationKind }
  }[]
  readonly tickets: readonly {
    readonly sessionId: string
    readonly ticketNumber: string
    readonly day: string
    readonly papers: readonly { readonly endsAt: number }[]
  }[]
  readonly results: readonly { readonly sessionId: string; readonly state: ResultKind; readonly certificateNumber: string | null }[]
  readonly now: number
}
export type ApplicationKind = 'draft' | 'submitted' | 'returned' | 'approved' | 'rejected' | 'withdrawn'
export type ResultKind = 'pending' | 'passed' | 'failed' | 'absent' | 'voided'

/** How far one application has come: the step it stands at (`STEPS.length` when all is done) and what is said beside the steps. */
export type Progress = {
  readonly code: string
  readonly level: string
  readonly at: number
  readonly tone: Tone
  readonly application: ApplicationKind
  readonly ticket: { readonly number: string; readonly day: string } | null
  readonly result: ResultKind | null
  readonly certificate: string | null
}

/** The application a candidate cares about: the latest changed that is still alive, else the latest of all; null without any. */
export function progressOf(season: Season): Progress | null {
  const latest = season.applications.toSorted((a, b) => b.changedAt - a.changedAt)
  const one = latest.find(({ state }) => state.kind !== 'withdrawn' && state.kind !== 'rejected') ?? latest[0]
  if (!one) return null
  const ticket = season.tickets.find(({ sessionId }) => sessionId === one.roundId)
  const result = season.results.find(({ sessionId }) => sessionId === one.roundId)
  const over = ticket !== undefined && Math.max(...ticket.papers.map(paper => paper.endsAt)) <= season.now
  return {
    code: one.roundCode,
    level: one.levelName,
    application: one.state.kind,
    ticket: ticket ? { number: ticket.ticketNumber, day: ticket.day } : null,
    result: result?.state ?? null,
    certificate: result?.certificateNumber ?? null,
    ...standingOf(one.state.kind, { ticket: ticket !== undefined, over, ...(result && { result }) }),
  }
}

type Further = { readonly ticket: boolean; readonly over: boolean; readonly result?: Season['results'][number] }

function standingOf(state: ApplicationKind, { ticket, over, result }: Further): Pick<Progress, 'at' | 'tone'> {
  if (state === 'draft') return at('application', 'running')
  if (state === 'returned') return at('application', 'waiting')
  if (state === 'withdrawn') return at('application', 'ended')
  if (state === 'submitted') return at('review', 'running')
  if (state === 'rejected') return at('review', 'failing')
  if (result) return standingOfResult(result)
  if (!ticket) return at('ticket', 'running')
  return over ? at('result', 'running') : at('exam', 'running')
}

function standingOfResult({ state, certificateNumber }: Season['results'][number]): Pick<Progress, 'at' | 'tone'> {
  if (state === 'pending') return at('result', 'running')
  if (state !== 'passed') return at('result', 'failing')
  return certificateNumber === null ? at('certificate', 'running') : { at: STEPS.length, tone: 'done' }
}

function at(step: StepKey, tone: Tone): Pick<Progress, 'at' | 'tone'> {
  return { at: STEPS.indexOf(step), tone }
}
