import type { Instant } from '../../../../kernel/instant.ts'

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
/** What others found out: the drill, the timeline, the disk. */
export type ArmingEvidence = {
  readonly kind: string
  readonly passed: boolean
  readonly validUntil: Instant | null
  readonly note: string
}
export type ArmingFacts = {
  readonly rehearsal: boolean
  readonly papersOpened: boolean
  readonly candidates: number
  readonly withoutAttempt: number
  readonly spareSeats: number
  readonly duties: ReadonlySet<string>
  readonly evidence: readonly ArmingEvidence[]
}

/** One spare machine for twenty candidates, at least one (planning rule of the computer-based medical exams). */
const CANDIDATES_PER_SPARE = 20

/** Everything arming asks for, with its verdict. A rehearsal needs neither drill nor timeline. */
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
  return [...findings, ...(facts.rehearsal ? [] : EVIDENCE.map(kind => evidenceFinding(kind, facts.evidence, now)))]
}

const EVIDENCE = [
  { kind: 'drill', zh: '考前演练', en: 'Drill' },
  { kind: 'timeline', zh: '时间安排检查', en: 'Timeline' },
] as const

function evidenceFinding({ kind, zh, en }: (typeof EVIDENCE)[number], evidence: readonly ArmingEvidence[], now: Instant): ArmingFinding {
  const found = evidence.find(one => one.kind === kind)
  if (!found) return finding(kind, false, ['', `缺少${zh}的结果`], ['', `${en}: nothing on record`])
  if (found.validUntil !== null && found.validUntil < now)
    return finding(kind, false, ['', `${zh}的结果已过期`], ['', `${en}: the result has expired`])
  return finding(kind, found.passed, [`${zh}已通过`, `${zh}未通过：${found.note}`], [`${en} passed`, `${en} failed: ${found.note}`])
}

function finding(code: string, fulfilled: boolean, zh: readonly [string, string], en: readonly [string, string]): ArmingFinding {
  const at = fulfilled ? 0 : 1
  return { code, verdict: fulfilled ? 'fulfilled' : 'in-the-way', zh: zh[at], en: en[at] }
}

/** May the site be armed? */
export function mayArm(findings: readonly ArmingFinding[]): boolean {
  return findings.every(one => one.verdict !== 'in-the-way')
}
