import type { Tone } from '../../../ui/components/mark/state-word.tsx'
import type { SessionView } from '../contract.ts'

export const SESSION_STANDINGS = ['draft', 'announced', 'registering', 'to-close', 'to-arrange', 'arranged', 'held', 'finished'] as const
/** Where a session stands for a reader on a day: its state, and within it what the days say. */
export type SessionStanding = (typeof SESSION_STANDINGS)[number]

/** `to-close`: the window is over and somebody has to close registration; `to-arrange`: closed without seats yet. */
export function sessionStanding(
  session: Pick<SessionView, 'state' | 'opensOn' | 'closesOn' | 'arrangedAt'>,
  today: string,
): SessionStanding {
  if (session.state === 'closed') return session.arrangedAt === null ? 'to-arrange' : 'arranged'
  if (session.state !== 'published') return session.state
  if (session.opensOn !== null && today < session.opensOn) return 'announced'
  return session.closesOn !== null && today > session.closesOn ? 'to-close' : 'registering'
}

export const standingTones: Readonly<Record<SessionStanding, Tone>> = {
  draft: 'idle',
  announced: 'idle',
  registering: 'running',
  'to-close': 'waiting',
  'to-arrange': 'waiting',
  arranged: 'done',
  held: 'running',
  finished: 'ended',
}

export const standingWords: Readonly<Record<SessionStanding, { readonly zh: string; readonly en: string }>> = {
  draft: { zh: '草拟，未公布', en: 'Draft' },
  announced: { zh: '已公布，待报名', en: 'Announced' },
  registering: { zh: '报名中', en: 'Registration open' },
  'to-close': { zh: '报名期满，待截止', en: 'To close' },
  'to-arrange': { zh: '已截止，待编场', en: 'To seat' },
  arranged: { zh: '已编场，待考', en: 'Seated' },
  held: { zh: '已开考', en: 'Under way' },
  finished: { zh: '成绩已公布', en: 'Results published' },
}
