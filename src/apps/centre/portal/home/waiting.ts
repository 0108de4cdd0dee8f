import type { Role } from '../../../../kernel/actor.ts'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { dayOf, type Instant, instant } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { listAwardSessions } from '../../../../modules/award/contract.ts'
import { listOpenRevocations } from '../../../../modules/certificate/contract.ts'
import { listOwnTickets, listSessions, listSittings } from '../../../../modules/exam/contract.ts'
import { showQueue } from '../../../../modules/item-bank/contract.ts'
import { listMarking, listQueue } from '../../../../modules/marking/contract.ts'
import { listForReview, listOwnApplications, listRounds } from '../../../../modules/registration/contract.ts'
import type { AnswerOf, CallInput } from '../../../../ui/client.ts'
import type { Tone } from '../../../../ui/components/mark/state-word.tsx'
import { showDay, showLeft } from '../../../../ui/format.ts'
import type { Language } from '../../../../ui/words.ts'

/** When and in which language the home page is read. */
export type At = { readonly now: Instant; readonly language: Language }
/** One thing that may wait: who is asked, what is read, how many wait, and the way there. */
export type WaitingEntry = {
  readonly key: string
  readonly roles: readonly Role[]
  readonly read: Endpoint
  readonly input: Pick<CallInput<Endpoint>, never> & { readonly query?: unknown }
  readonly count: (answer: unknown, at: At) => number
  readonly due: (answer: unknown, at: At) => string | undefined
  readonly tone: Tone
  readonly zh: string
  readonly en: string
  readonly path: string
}

type Draft<E extends Endpoint> = Omit<WaitingEntry, 'read' | 'input' | 'count' | 'due' | 'tone'> & {
  readonly read: E
  readonly input: CallInput<E>
  readonly count: (answer: AnswerOf<E>, at: At) => number
  readonly due?: (answer: AnswerOf<E>, at: At) => string | undefined
  readonly tone?: Tone
}

/** Ties what an entry counts to the answer of its endpoint. */
function entry<E extends Endpoint>(draft: Draft<E>): WaitingEntry {
  return { tone: 'waiting', due: () => undefined, ...draft } as WaitingEntry
}

const REVIEWERS: readonly Role[] = ['registrar', 'provincial-officer', 'national-officer']

/** Everything that may wait on the home page, the most urgent first. An entry whose endpoint refuses a person is passed over. */
export const waitingTable: readonly WaitingEntry[] = [
  entry({
    key: 'own-returned',
    roles: ['candidate'],
    read: listOwnApplications,
    input: {},
    count: ({ applications }) => applications.filter(one => one.state.kind === 'returned').length,
    due: ({ applications }, at) =>
      left(Math.min(...applications.filter(one => one.state.kind === 'returned').map(one => one.closesAt)), at),
    zh: '份申报被退回，待补正',
    en: 'returned, to be corrected',
    path: '/my-applications',
  }),
  entry({
    key: 'own-draft',
    roles: ['candidate'],
    read: listOwnApplications,
    input: {},
    count: ({ applications }) => applications.filter(one => one.state.kind === 'draft').length,
    due: ({ applications }, at) => left(Math.min(...applications.filter(one => one.state.kind === 'draft').map(one => one.closesAt)), at),
    zh: '份申报没有提交',
    en: 'not handed in yet',
    path: '/my-applications?state=draft',
  }),
  entry({
    key: 'own-ticket',
    roles: ['candidate'],
    read: listOwnTickets,
    input: {},
    count: ({ tickets }, { now }) => tickets.filter(ticket => ticket.day >= dayOf(now)).length,
    due: ({ tickets }, { now, language }) => {
      const next = tickets
        .map(ticket => ticket.day)
        .filter(day => day >= dayOf(now))
        .toSorted()[0]
      return next === undefined ? undefined : showDay(localDate(next), language)
    },
    tone: 'running',
    zh: '张准考证可打印',
    en: 'ticket to print',
    path: '/my/ticket',
  }),
  entry({
    key: 'own-rounds',
    roles: ['candidate'],
    read: listRounds,
    input: {},
    count: ({ rounds }) => openRounds(rounds).length,
    due: ({ rounds }, at) => left(Math.min(...openRounds(rounds).map(round => round.closesAt)), at),
    tone: 'running',
    zh: '个考次正在报名',
    en: 'open for application',
    path: '/apply',
  }),
  entry({
    key: 'reviews',
    roles: REVIEWERS,
    read: listForReview,
    input: { query: { state: 'submitted', most: 1 } },
    count: ({ waiting }) => waiting,
    due: ({ oldestWaitingDays }, { language }) =>
      oldestWaitingDays === null
        ? undefined
        : language === 'zh'
          ? `最早一份已等${oldestWaitingDays}天`
          : `oldest: ${oldestWaitingDays} days`,
    zh: '份申报待审',
    en: 'applications to review',
    path: '/reviews',
  }),
  entry({
    key: 'queue',
    roles: ['assessor', 'chief-assessor'],
    read: listQueue,
    input: {},
    count: ({ waiting }) => waiting.length,
    zh: '份操作技能答卷待评',
    en: 'scripts to mark',
    path: '/marking',
  }),
  entry({
    key: 'marking',
    roles: ['chief-assessor', 'national-officer'],
    read: listMarking,
    input: { query: { most: 1 } },
    count: ({ waiting }) => waiting,
    tone: 'running',
    zh: '份答卷还在评分中',
    en: 'scripts still being marked',
    path: '/marking-progress',
  }),
  entry({
    key: 'publications',
    roles: ['national-officer'],
    read: listAwardSessions,
    input: {},
    count: ({ sessions }) => sessions.flatMap(one => one.publications).filter(one => one.state === 'proposed' && !one.own).length,
    zh: '次成绩公布待您复核',
    en: 'publications to approve',
    path: '/results',
  }),
  entry({
    key: 'revocations',
    roles: ['national-officer'],
    read: listOpenRevocations,
    input: {},
    count: ({ revocations }) => revocations.filter(one => one.state === 'proposed' && !one.own).length,
    zh: '项证书撤销待您复核',
    en: 'revocations to approve',
    path: '/register-of-certificates',
  }),
  entry({
    key: 'drafts',
    roles: ['national-officer'],
    read: listSessions,
    input: { query: {} },
    count: ({ sessions }) => sessions.filter(one => one.state === 'draft').length,
    due: ({ sessions }, { language }) =>
      firstDay(
        sessions.filter(one => one.state === 'draft'),
        language,
      ),
    zh: '个考次待发布',
    en: 'sessions to publish',
    path: '/calendar',
  }),
  entry({
    key: 'arrangements',
    roles: ['national-officer'],
    read: listSessions,
    input: { query: {} },
    count: ({ sessions }) => sessions.filter(one => one.state === 'closed' && one.arrangedAt === null).length,
    due: ({ sessions }, { language }) =>
      firstDay(
        sessions.filter(one => one.state === 'closed' && one.arrangedAt === null),
        language,
      ),
    zh: '个考次待编场',
    en: 'sessions to seat',
    path: '/calendar?state=closed',
  }),
  entry({
    key: 'item-returned',
    roles: ['item-writer'],
    read: showQueue,
    input: {},
    count: ({ mine }) => mine.filter(one => one.state === 'returned').length,
    zh: '道试题被退回，待修改',
    en: 'items returned, to be corrected',
    path: '/items/reviews?tab=mine',
  }),
  entry({
    key: 'item-reviews',
    roles: ['item-reviewer'],
    read: showQueue,
    input: {},
    count: ({ toReview }) => toReview.length,
    due: ({ toReview }, at) => left(earliest(toReview), at),
    zh: '道试题待审定',
    en: 'items to review',
    path: '/items/reviews',
  }),
  entry({
    key: 'item-approvals',
    roles: ['national-officer'],
    read: showQueue,
    input: {},
    count: ({ toApprove }) => toApprove.length,
    due: ({ toApprove }, at) => left(earliest(toApprove), at),
    zh: '道试题待批准',
    en: 'items to approve',
    path: '/items/reviews?tab=approve',
  }),
  entry({
    key: 'sittings',
    roles: ['site-manager', 'invigilator', 'external-verifier'],
    read: listSittings,
    input: { query: {} },
    count: ({ sittings }) => sittings.filter(one => one.closedAt === null).length,
    tone: 'running',
    zh: '个场次今日未结束',
    en: 'sittings open today',
    path: '/site',
  }),
]

/** The entries that concern somebody with these roles. */
export function entriesFor(roles: readonly Role[]): readonly WaitingEntry[] {
  return waitingTable.filter(one => one.roles.some(role => roles.includes(role)))
}

function openRounds<R extends { readonly standing: string; readonly ownState: string | null }>(rounds: readonly R[]): readonly R[] {
  return rounds.filter(round => round.standing === 'open' && (round.ownState === null || round.ownState === 'withdrawn'))
}

function earliest(versions: readonly { readonly dueAt: number | null }[]): number {
  return Math.min(...versions.flatMap(version => version.dueAt ?? []))
}

function left(until: number, { now, language }: At): string | undefined {
  return Number.isFinite(until) ? showLeft(dayOf(now), dayOf(instant(until - 1)), language) : undefined
}

function firstDay(sessions: readonly { readonly day: string }[], language: Language): string | undefined {
  const first = sessions.map(one => one.day).toSorted()[0]
  return first === undefined ? undefined : showDay(localDate(first), language)
}
