import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import { type PaperPackage, type Sha256, finishPackage } from '../paper/package.ts'
import { SiteRoster } from '../site/site-package.ts'

/** What a rehearsal for a site is made from; ids and keys come from outside, because pure rooms throw no dice. */
export type RehearsalOrder = {
  readonly siteCode: string
  readonly siteName: string
  readonly sitePackageId: string
  readonly sittingId: string
  readonly packageId: string
  readonly pairKey: string
  readonly seats: number
  readonly opensAt: Instant
  /** Verifiers of the pass phrases of the two who open. */
  readonly manager: { readonly name: string; readonly passVerifier: string }
  readonly engineer: { readonly name: string; readonly passVerifier: string }
}

const TITLE = '考前演练'
const FAMILY = [...'赵钱孙李周吴郑王冯陈']

/** Who sits in a rehearsal: invented people at every seat, the two who open, and one invigilator with the manager's pass phrase. */
export function rehearsalRoster(order: RehearsalOrder): SiteRoster {
  const { seats, siteCode, siteName, sitePackageId, pairKey, sittingId } = order
  const labels = Array.from({ length: seats }, (_, n) => String(n + 1).padStart(2, '0'))
  return SiteRoster.parse({
    version: 1,
    sitePackageId,
    rehearsal: true,
    title: TITLE,
    siteCode,
    siteName,
    sittings: [{ sittingId, title: `${TITLE}：理论知识`, paper: 'theory', level: '4', rules: { opensAt: order.opensAt }, fault: {} }],
    rooms: [{ roomLabel: '第一考场', seats: labels, spareSeats: ['备1', '备2'] }],
    candidates: labels.map((seatLabel, n) => ({
      sittingId,
      candidateRef: `rehearsal-${n + 1}`,
      packageId: order.packageId,
      ticketNumber: `9999${String(n + 1).padStart(6, '0')}`,
      maskedName: `${FAMILY[n % FAMILY.length]}*`,
      roomLabel: '第一考场',
      seatLabel,
      allowanceMinutes: n === 0 ? 30 : 0,
    })),
    staff: [
      { staffId: 'manager', ...order.manager, duties: ['site-manager'] },
      { staffId: 'engineer', ...order.engineer, duties: ['site-engineer'] },
      { staffId: 'invigilator', name: '演练监考员', passVerifier: order.manager.passVerifier, duties: ['invigilator'] },
    ],
    pairKey,
  })
}

const ITEMS: readonly (readonly [stem: string, options: readonly string[]])[] = [
  ['演练时，屏幕右上角显示的是什么？', ['剩余时间', '准考证号', '考试成绩', '监考员姓名']],
  ['作答保存成功后，界面会怎样提示？', ['显示“已保存”', '关闭页面', '重新启动', '没有提示']],
  ['考试机出现故障时应当怎样做？', ['举手示意', '自行重启', '离开考场', '询问邻座']],
  ['更换机器以后，原来的作答会怎样？', ['全部保留', '全部丢失', '只留一半', '需要重做']],
  ['做完所有题目以后应当点哪个按钮？', ['交卷', '刷新', '后退', '关闭']],
]

/** The paper of a rehearsal: five items about the hall itself. */
export function rehearsalPaper({ packageId }: Pick<RehearsalOrder, 'packageId'>, sha256: Sha256): PaperPackage {
  const items = ITEMS.map(([text, options], at) => ({
    itemId: `rehearsal-${at + 1}`,
    itemVersionId: `rehearsal-${at + 1}-v1`,
    type: 'single-choice' as const,
    marks: 100,
    area: 'rehearsal',
    stimulusId: null,
    content: {
      version: 2,
      stem: [{ kind: 'paragraph', text }],
      options: options.map((option, place) => ({ id: `rehearsal-${at + 1}-${place + 1}`, text: option, pinned: false })),
    },
  }))
  return finishPackage(
    {
      version: 1,
      packageId,
      editionId: 'rehearsal',
      level: '4',
      paper: 'theory',
      title: `${TITLE}：理论知识`,
      minutes: 90,
      sections: [{ sectionId: 'all', title: '一、单项选择题', instructions: '每题只有一个正确选项。', items }],
    },
    sha256,
  )
}

/** A rehearsal package is good from now until a day after its sitting. */
export function rehearsalValidity(opensAt: Instant, now: Instant): { readonly validFrom: Instant; readonly validUntil: Instant } {
  return { validFrom: now, validUntil: plusMinutes(opensAt > now ? opensAt : now, 24 * 60) }
}
