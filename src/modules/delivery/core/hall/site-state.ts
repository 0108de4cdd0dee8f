import type { Instant } from '../../../../kernel/instant.ts'
import type { TimelineFinding } from '../timeline/finding.ts'

export const SITE_STATES = ['empty', 'roster-installed', 'papers-opened', 'armed', 'running', 'closed'] as const
export type SiteState = (typeof SITE_STATES)[number]

/** What the state of a site follows from; nothing of it is stored twice. */
export type SiteFacts = {
  readonly papersOpenedAt: Instant | null
  readonly armedAt: Instant | null
  readonly sittings: readonly { readonly opensAt: Instant; readonly closedAt: Instant | null }[]
}

/** How far a site has come; null is a server that has received nothing yet. */
export function siteState(facts: SiteFacts | null, now: Instant): SiteState {
  if (facts === null) return 'empty'
  if (facts.sittings.every(sitting => sitting.closedAt !== null)) return 'closed'
  const isOn = (sitting: SiteFacts['sittings'][number]) => sitting.closedAt === null && sitting.opensAt <= now
  if (facts.armedAt !== null) return facts.sittings.some(isOn) ? 'running' : 'armed'
  return facts.papersOpenedAt === null ? 'roster-installed' : 'papers-opened'
}

/** May another roster take the place of the one that stands? Not while one is armed and not yet over. */
export function mayBeReplaced(state: SiteState): boolean {
  return state !== 'armed' && state !== 'running'
}

/** Something arming asks for: fulfilled, worth a look, or in the way. */
export type ArmingFinding = {
  readonly code: string
  readonly verdict: 'fulfilled' | 'look' | 'in-the-way'
  readonly zh: string
  readonly en: string
}
/** What others found out, such as the disk; `note` says what in words. */
export type ArmingEvidence = {
  readonly kind: string
  readonly passed: boolean
  readonly validUntil: Instant | null
  readonly note: string
}
/** The kind of evidence by which the exchange of two servers says whether the other one is reached. */
export const PEER_EVIDENCE = 'peer'
export type ArmingFacts = {
  readonly rehearsal: boolean
  readonly papersOpened: boolean
  readonly candidates: number
  readonly withoutAttempt: number
  readonly spareSeats: number
  readonly duties: ReadonlySet<string>
  readonly evidence: readonly ArmingEvidence[]
  /** `alone`: no second server is configured; `alone-by-profile`: and a hall of this size needs none. */
  readonly peer: 'reached' | 'lost' | 'alone' | 'alone-by-profile'
  /** What stands against the readiness certificate of this site; null when it holds. */
  readonly drillFault: Said | null
  /** What the timeline linter found; null while the papers are closed and nobody's minutes are known. */
  readonly timeline: readonly TimelineFinding[] | null
  /** Items of the laboratory in the opened papers, and how many of them cannot be played here; null where no paper has any. */
  readonly laboratory: { readonly items: number; readonly unplayable: number } | null
}
type Said = { readonly zh: string; readonly en: string }

/** One spare machine for twenty candidates, at least one (planning rule of the computer-based medical exams). */
const CANDIDATES_PER_SPARE = 20

/** Everything arming asks for, with its verdict. A rehearsal needs no drill. */
export function armingFindings(facts: ArmingFacts, now: Instant): ArmingFinding[] {
  const wanted = Math.max(1, Math.ceil(facts.candidates / CANDIDATES_PER_SPARE))
  const findings: ArmingFinding[] = [
    finding('papers-opened', facts.papersOpened, ['试卷已启封', '试卷尚未启封'], ['The papers are open', 'The papers are not open']),
    finding(
      'attempts-prepared',
      facts.papersOpened && facts.withoutAttempt === 0,
      ['每位考生都已备好试卷', `还有${facts.withoutAttempt}位考生没有试卷`],
      ['Every candidate has a paper', `${facts.withoutAttempt} candidates have none`],
    ),
    finding(
      'staff',
      facts.duties.has('site-manager') && facts.duties.has('site-engineer'),
      ['考点负责人和系统管理员均已列入名单', '名单中缺少考点负责人或系统管理员'],
      ['Manager and engineer are on the roster', 'The roster lacks a manager or an engineer'],
    ),
    {
      ...finding(
        'spare-seats',
        facts.spareSeats >= wanted,
        [`备用机位${facts.spareSeats}个`, `备用机位${facts.spareSeats}个，建议不少于${wanted}个`],
        [`${facts.spareSeats} spare seats`, `${facts.spareSeats} spare seats, ${wanted} advised`],
      ),
      verdict: facts.spareSeats >= wanted ? 'fulfilled' : 'look',
    },
  ]
  const drill = facts.rehearsal ? [] : [drillFinding(facts.drillFault)]
  return [
    ...findings,
    PEER_FINDINGS[facts.peer],
    ...drill,
    ...timelineFindings(facts),
    ...laboratoryFindings(facts),
    ...facts.evidence.map(one => evidenceFinding(one, now)),
  ]
}

/** Two servers or one: never in the way, because a server may fail on the day; what is not as it should be is to be looked at. */
const PEER_FINDINGS: Readonly<Record<ArmingFacts['peer'], ArmingFinding>> = {
  reached: { code: 'peer', verdict: 'fulfilled', zh: '双机：两台服务器互为备份', en: 'Two servers, each holding what the other holds' },
  lost: {
    code: 'peer',
    verdict: 'look',
    zh: '双机：另一台服务器连接不上，作答暂时只存在本机',
    en: 'Two servers, but the other one does not answer: responses are on this one only',
  },
  alone: {
    code: 'peer',
    verdict: 'look',
    zh: '单机：本考点规模应配两台服务器，现由本机单独承担',
    en: 'One server: a hall of this size should have two',
  },
  'alone-by-profile': { code: 'peer', verdict: 'fulfilled', zh: '单机：由本机单独承担', en: 'One server keeps this hall' },
}

function drillFinding(fault: Said | null): ArmingFinding {
  const [zh, en] = [`考前演练：${fault?.zh ?? ''}`, `Drill: ${fault?.en ?? ''}`]
  return finding('drill', fault === null, ['考前演练的就绪证书有效', zh], ['The readiness certificate holds', en])
}

/** Everybody's longest day against every limit. A rehearsal is played at any time, so there it is only pointed out. */
function timelineFindings({ timeline, rehearsal }: ArmingFacts): ArmingFinding[] {
  if (timeline === null)
    return [finding('timeline', false, ['', '试卷启封后才能核算考试时间'], ['', 'Times are computed once the papers are open'])]
  if (timeline.length === 0) return [finding('timeline', true, ['全部考生的考试时间核算无误', ''], ['Every candidate’s day fits', ''])]
  return timeline.map(({ code, severity, text }, n) => {
    const verdict = severity === 'block' && !rehearsal ? 'in-the-way' : 'look'
    return { code: `timeline-${n + 1}-${code}`, verdict, ...text }
  })
}

/** An item whose document did not come with the papers would be a blank screen on the day: it is in the way, also in a rehearsal. */
function laboratoryFindings({ laboratory }: ArmingFacts): ArmingFinding[] {
  if (laboratory === null) return []
  const { items, unplayable } = laboratory
  return [
    finding(
      'laboratory',
      unplayable === 0,
      [`实验操作题${items}道，任务文件齐全`, `实验操作题${items}道，其中${unplayable}道缺少任务文件，请重新获取试卷包`],
      [
        `${items} items of the laboratory, all with their documents`,
        `${unplayable} of ${items} items of the laboratory lack their document`,
      ],
    ),
  ]
}

function evidenceFinding({ kind, passed, validUntil, note }: ArmingEvidence, now: Instant): ArmingFinding {
  if (validUntil !== null && validUntil < now) return finding(kind, false, ['', `${note}：已过期`], ['', `${note}: expired`])
  return finding(kind, passed, [note, `未通过：${note}`], [note, `Failed: ${note}`])
}

function finding(code: string, fulfilled: boolean, zh: readonly [string, string], en: readonly [string, string]): ArmingFinding {
  const at = fulfilled ? 0 : 1
  return { code, verdict: fulfilled ? 'fulfilled' : 'in-the-way', zh: zh[at], en: en[at] }
}

/** May the site be armed? */
export function mayArm(findings: readonly ArmingFinding[]): boolean {
  return findings.every(one => one.verdict !== 'in-the-way')
}
