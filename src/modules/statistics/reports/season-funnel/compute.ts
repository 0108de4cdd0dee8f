import type { ReportView, Stage, Table } from '../../core/report.ts'
import { arrowsOf } from './arrows.ts'
import { type SeasonCounts, sum } from './counts.ts'

/** The whole report. `mask` hides groups too small to be shown. */
export function seasonView(counts: SeasonCounts, mask: (counts: readonly number[]) => readonly (number | null)[]): ReportView {
  const arrows = arrowsOf(counts)
  return {
    stages: stagesOf(counts),
    arrows,
    tables: [clauseTable(counts, mask), paperTable(counts)],
    reconciled: arrows.every(a => a.verdict === 'reconciled'),
  }
}

type StageLine = readonly [unit: Stage['unit'], id: string, zh: string, en: string, count: number]

function stagesOf(counts: SeasonCounts): readonly Stage[] {
  return [...peopleStages(counts), ...paperStages(counts)].map(([unit, id, zh, en, count]) => ({ id, name: { zh, en }, unit, count }))
}

function peopleStages({ applications, people, decisions, certificates }: SeasonCounts): readonly StageLine[] {
  const decided = (state: string) =>
    sum(
      decisions.filter(d => d.state === state),
      d => d.count,
    )
  const approved = applications.filter(a => a.state === 'approved')
  return [
    ['person', 'applied', '申报', 'applied', sum(applications, a => a.count)],
    ['person', 'approved', '审核通过', 'eligible', sum(approved, a => a.count)],
    ['person', 'seated', '编场', 'seated', sum(people, p => p.seated)],
    ['person', 'decided', '合格判定', 'decided', sum(decisions, d => d.count) - decided('pending')],
    ['person', 'passed', '合格', 'passed', decided('passed')],
    ['person', 'certified', '证书', 'certificates', sum(certificates, c => c.count)],
  ]
}

function paperStages({ papers }: SeasonCounts): readonly StageLine[] {
  return [
    ['paper', 'seats', '座位', 'seats', sum(papers, p => p.seats)],
    ['paper', 'started', '开考', 'started', sum(papers, p => p.started)],
    ['paper', 'ended', '交卷', 'handed in', sum(papers, p => p.handedIn + p.closed)],
    ['paper', 'scored', '评分', 'scored', sum(papers, p => p.scored + p.scoredOpen)],
    ['response', 'responses', '已确认的作答', 'acknowledged responses', sum(papers, p => p.responses)],
  ]
}

function clauseTable({ applications }: SeasonCounts, mask: (counts: readonly number[]) => readonly (number | null)[]): Table {
  const approved = applications
    .filter(a => a.state === 'approved')
    .toSorted((a, b) => (`${a.level} ${a.clause}` < `${b.level} ${b.clause}` ? -1 : 1))
  const shown = mask(approved.map(a => a.count))
  return {
    id: 'clauses',
    title: { zh: '按申报条件款的审核通过人数', en: 'Eligible per clause' },
    columns: [
      { key: 'level', name: { zh: '等级', en: 'Level' }, number: false },
      { key: 'clause', name: { zh: '条件款', en: 'Clause' }, number: false },
      { key: 'count', name: { zh: '人数', en: 'People' }, number: true },
    ],
    rows: approved.map((a, i) => [a.level, a.clause === '' ? '—' : a.clause, shown[i] ?? null]),
  }
}

const PAPERS: Readonly<Record<string, string>> = { theory: '理论知识', skill: '操作技能', practical: '操作技能' }

function paperTable({ papers }: SeasonCounts): Table {
  const number = (key: string, zh: string, en: string) => ({ key, name: { zh, en }, number: true })
  return {
    id: 'papers',
    title: { zh: '按等级和科目的应试情况', en: 'Papers by level' },
    columns: [
      { key: 'level', name: { zh: '等级', en: 'Level' }, number: false },
      { key: 'paper', name: { zh: '科目', en: 'Paper' }, number: false },
      number('seats', '座位', 'Seats'),
      number('absent', '缺考', 'Absent'),
      number('started', '开考', 'Started'),
      number('responses', '已确认作答', 'Responses'),
      number('ended', '交卷', 'Handed in'),
      number('scored', '已评分', 'Scored'),
    ],
    rows: papers.map(p => [
      p.level,
      PAPERS[p.paper] ?? p.paper,
      p.seats,
      p.absent,
      p.started,
      p.responses,
      p.handedIn + p.closed,
      p.scored + p.scoredOpen,
    ]),
  }
}
