import { type Arrow, type Part, weigh } from '../../core/report.ts'
import { type SeasonCounts, sum } from './counts.ts'

/** Every arrow of the season, in its order. */
export function arrowsOf(counts: SeasonCounts): readonly Arrow[] {
  return [
    eligible(counts),
    byClause(counts),
    seated(counts),
    started(counts),
    answered(counts),
    ended(counts),
    scored(counts),
    decided(counts),
    passed(counts),
    certified(counts),
  ]
}

const explained = (zh: string, en: string, count: number): Part => ({ name: { zh, en }, count, kind: 'explained' })
const fault = (zh: string, en: string, count: number): Part => ({ name: { zh, en }, count, kind: 'fault' })

const approvedOf = ({ applications }: SeasonCounts) =>
  sum(
    applications.filter(a => a.state === 'approved'),
    a => a.count,
  )

function eligible(counts: SeasonCounts): Arrow {
  const of = (state: string) =>
    sum(
      counts.applications.filter(a => a.state === state),
      a => a.count,
    )
  return weigh({
    from: 'applied',
    to: 'approved',
    name: { zh: '申报→审核通过', en: 'applied → eligible' },
    fromCount: sum(counts.applications, a => a.count),
    toCount: approvedOf(counts),
    gained: 0,
    parts: [
      explained('待审核', 'awaiting review', of('submitted')),
      explained('退回补正', 'returned', of('returned')),
      explained('审核不通过', 'rejected', of('rejected')),
      explained('已撤回', 'withdrawn', of('withdrawn')),
      explained('重新填写中', 'back in draft', of('draft')),
    ],
  })
}

function byClause(counts: SeasonCounts): Arrow {
  const approved = counts.applications.filter(a => a.state === 'approved')
  return weigh({
    from: 'approved',
    to: 'clauses',
    name: { zh: '审核通过→各条件款', en: 'eligible → clauses' },
    fromCount: approvedOf(counts),
    toCount: sum(
      approved.filter(a => a.clause !== ''),
      a => a.count,
    ),
    gained: 0,
    parts: [
      fault(
        '通过但没有依据条款',
        'eligible without a clause',
        sum(
          approved.filter(a => a.clause === ''),
          a => a.count,
        ),
      ),
    ],
  })
}

/** Compared level by level, so that one level's surplus never hides another's loss. Before any seat is given the loss is explained. */
function seated(counts: SeasonCounts): Arrow {
  const levels = [...new Set([...counts.applications.map(a => a.level), ...counts.people.map(p => p.level)])]
  const all = sum(counts.people, p => p.seated)
  const differences = levels.map(level => {
    const approved = sum(
      counts.applications.filter(a => a.level === level && a.state === 'approved'),
      a => a.count,
    )
    return (
      approved -
      sum(
        counts.people.filter(p => p.level === level),
        p => p.seated,
      )
    )
  })
  const missing = sum(differences, d => Math.max(0, d))
  return weigh({
    from: 'approved',
    to: 'seated',
    name: { zh: '审核通过→编场', en: 'eligible → seated' },
    fromCount: approvedOf(counts),
    toCount: all,
    gained: sum(differences, d => Math.max(0, -d)),
    parts: [all === 0 ? explained('尚未编场', 'not arranged yet', missing) : fault('通过但没有座位', 'eligible without a seat', missing)],
  })
}

function started({ papers }: SeasonCounts): Arrow {
  return weigh({
    from: 'seats',
    to: 'started',
    name: { zh: '座位→开考', en: 'seats → started' },
    fromCount: sum(papers, p => p.seats),
    toCount: sum(papers, p => p.started),
    gained: 0,
    parts: [
      explained(
        '尚未建立作答',
        'no attempt yet',
        sum(papers, p => p.withoutAttempt),
      ),
      explained(
        '尚未开考',
        'not started yet',
        sum(papers, p => p.notStarted),
      ),
      explained(
        '缺考',
        'absent',
        sum(papers, p => p.absent),
      ),
    ],
  })
}

function answered({ papers }: SeasonCounts): Arrow {
  const from = sum(papers, p => p.started)
  const to = sum(papers, p => p.withResponses)
  return weigh({
    from: 'started',
    to: 'with-responses',
    name: { zh: '开考→有已确认作答', en: 'started → with acknowledged responses' },
    fromCount: from,
    toCount: to,
    gained: Math.max(0, to - from),
    parts: [explained('无线上作答（含操作技能）', 'nothing answered on screen (practical papers among them)', Math.max(0, from - to))],
  })
}

function ended({ papers }: SeasonCounts): Arrow {
  return weigh({
    from: 'started',
    to: 'ended',
    name: { zh: '开考→交卷', en: 'started → handed in' },
    fromCount: sum(papers, p => p.started),
    toCount: sum(papers, p => p.handedIn + p.closed),
    gained: 0,
    parts: [
      explained(
        '正在作答',
        'still running',
        sum(papers, p => p.running),
      ),
    ],
  })
}

function scored({ papers }: SeasonCounts): Arrow {
  const endedCount = sum(papers, p => p.handedIn + p.closed)
  const onEnded = sum(papers, p => p.scored)
  return weigh({
    from: 'ended',
    to: 'scored',
    name: { zh: '交卷→评分', en: 'handed in → scored' },
    fromCount: endedCount,
    toCount: sum(papers, p => p.scored + p.scoredOpen),
    gained: sum(papers, p => p.scoredOpen),
    parts: [explained('待评分', 'awaiting marks', endedCount - onEnded)],
  })
}

function decided({ people, decisions }: SeasonCounts): Arrow {
  const final = decisions.filter(d => d.state !== 'pending')
  return weigh({
    from: 'seated',
    to: 'decided',
    name: { zh: '编场→合格判定', en: 'seated → decided' },
    fromCount: sum(people, p => p.seated),
    toCount: sum(final, d => d.count),
    gained: sum(final, d => d.withoutSeat),
    parts: [
      explained(
        '尚未判定',
        'not decided yet',
        sum(people, p => p.seated - p.decided),
      ),
      explained(
        '成绩未确认',
        'result not confirmed',
        sum(
          decisions.filter(d => d.state === 'pending'),
          d => d.count - d.withoutSeat,
        ),
      ),
    ],
  })
}

function passed({ decisions }: SeasonCounts): Arrow {
  const of = (state: string) =>
    sum(
      decisions.filter(d => d.state === state),
      d => d.count,
    )
  return weigh({
    from: 'decided',
    to: 'passed',
    name: { zh: '合格判定→合格', en: 'decided → passed' },
    fromCount: sum(
      decisions.filter(d => d.state !== 'pending'),
      d => d.count,
    ),
    toCount: of('passed'),
    gained: 0,
    parts: [
      explained('不合格', 'failed', of('failed')),
      explained('缺考', 'absent', of('absent')),
      explained('成绩无效', 'void', of('voided')),
    ],
  })
}

function certified({ decisions, certificates }: SeasonCounts): Arrow {
  const passes = decisions.filter(d => d.state === 'passed')
  return weigh({
    from: 'passed',
    to: 'certified',
    name: { zh: '合格→证书', en: 'passed → certificates' },
    fromCount: sum(passes, d => d.count),
    toCount: sum(certificates, c => c.count),
    gained: sum(certificates, c => c.withoutPass),
    parts: [
      explained(
        '尚未签发',
        'not issued yet',
        sum(passes, d => d.count - d.certified),
      ),
    ],
  })
}
